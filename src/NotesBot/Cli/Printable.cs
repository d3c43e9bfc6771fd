namespace NotesBot.Cli;

/// <summary>Names and words of others, made safe for a terminal.</summary>
internal static class Printable
{
    /// <summary>The text on one line, without control characters.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));
}
