namespace NotesBot.Search.Snippets;

/// <summary>Whether a text says what a word of it is.</summary>
internal static class Definitions
{
    private static readonly string[] Verbs =
        ["is ", "are ", "means ", "refers ", "ist ", "sind ", "bezeichnet ", "heißt ", "est ", "sont ", "es ", "son ", "è ", "sono "];

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
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
