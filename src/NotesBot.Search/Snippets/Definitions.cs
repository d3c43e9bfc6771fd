namespace NotesBot.Search.Snippets;

/// <summary>Whether a text says what a word of it is.</summary>
internal static class Definitions
{
    /// <summary>What stands between a word and what it is.</summary>
    internal static readonly string[] Verbs =
    [
        "is", "are", "means", "refers", "describes", "denotes", "ist", "sind", "bedeutet", "bezeichnet", "beschreibt", "heißt", "est", "sont",
        "es", "son", "è", "sono",
    ];

    internal static bool IsDefined(string text, int start, int end, int sentenceEnd)
    {
        if (start > 0 && text[start - 1] == '(' && end < text.Length && text[end] == ')')
        {
            return true;
        }

        var rest = text.AsSpan(end, Math.Max(0, sentenceEnd - end)).TrimStart(") ");
        if (rest.StartsWith(": ") || rest.StartsWith("– ") || rest.StartsWith("— ") || rest.StartsWith("=> "))
        {
            return true;
        }

        foreach (var verb in Verbs)
        {
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && rest.Length > verb.Length && rest[verb.Length] == ' ')
            {
                return true;
            }
        }

        return false;
    }
}
