namespace NotesBot.Terminal;

/// <summary>Names and words of others, made safe for a terminal.</summary>
public static class Printable
{
    /// <summary>The text on one line, without control characters.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));
}
