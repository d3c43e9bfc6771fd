namespace NotesBot.Search.Snippets;

/// <summary>Whether a text says what a word of it is.</summary>
internal static class Definitions
{
    /// <summary>What stands between a word and what it is.</summary>
    private static readonly string[] Verbs = ["means", "refers", "describes", "denotes", "bedeutet", "bezeichnet", "beschreibt", "heißt"];

    private static readonly string[] Copulas = ["is", "are", "ist", "sind", "est", "sont", "es", "son", "è", "sono"];

    /// <summary>What follows "is" where it says what something is, and not how ("is important").</summary>
    private static readonly string[] Determiners =
    [
        "a", "an", "the", "any", "when", "how", "what", "one", "called", "defined", "used", "about", "simply", "just",
        "ein", "eine", "einer", "der", "die", "das", "wenn", "un", "une", "le", "la", "les", "una", "el", "los", "las",
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

        var verb = FirstWord(rest);
        return IsOneOf(verb, Verbs)
            || (IsOneOf(verb, Copulas) && rest[verb.Length..].TrimStart() is var said
                && (said is ['"' or '“' or '„' or '«', ..] || IsOneOf(FirstWord(said), Determiners)));
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(' ');
        return end < 0 ? [] : text[..end];
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
