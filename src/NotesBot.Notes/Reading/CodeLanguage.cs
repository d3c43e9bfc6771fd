namespace NotesBot.Notes.Reading;

/// <summary>The language of a code block, from what stands behind its fence.</summary>
internal static class CodeLanguage
{
    /// <summary>Lower case, without braces, dots and further words; <see langword="null"/> when nothing is left.</summary>
    internal static string? Of(string? info)
    {
        var word = (info ?? "").Trim().TrimStart('{', '.').Split([' ', ',', '}', '\t', ':', '{'], 2)[0].ToLowerInvariant();
        return word.Length is > 0 and <= 30 ? word : null;
    }
}
