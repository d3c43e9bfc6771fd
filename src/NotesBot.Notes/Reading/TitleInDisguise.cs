namespace NotesBot.Notes.Reading;

/// <summary>Whether a paragraph that is bold from end to end is meant as a heading.</summary>
internal static class TitleInDisguise
{
    private const int MaxLength = 120;

    /// <summary>Short, on one line, and no sentence.</summary>
    internal static bool Is(string text) =>
        text.Length <= MaxLength && !text.Contains('\n', StringComparison.Ordinal) && text[^1] is not ('.' or '!' or ',' or ';') && text.Any(char.IsLetter);
}
