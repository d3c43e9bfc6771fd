namespace NotesBot.Search.Text;

/// <summary>How sure it is that a text says what a word of it is.</summary>
/// <param name="bySign">How sure a colon or a dash is: it may lead to anything.</param>
internal sealed class DefinitionSigns(double bySign)
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

    /// <summary>So many characters may stand in brackets behind a name.</summary>
    private const int MaxAcronym = 20;

    /// <summary>0 to 1, for what stands from a place to another.</summary>
    internal double Certainty(string text, int start, int end, int sentenceEnd)
    {
        if (start > 0 && text[start - 1] == '(' && end < text.Length && text[end] == ')')
        {
            return 1;
        }

        var rest = AfterAcronym(text.AsSpan(end, Math.Max(0, sentenceEnd - end)).TrimStart(") "));
        if (rest.StartsWith(": ") || rest.StartsWith("– ") || rest.StartsWith("— ") || rest.StartsWith("=> "))
        {
            return bySign;
        }

        var verb = FirstWord(rest);
        return IsOneOf(verb, Verbs) || (IsOneOf(verb, Copulas) && NamesIt(rest[verb.Length..].TrimStart())) ? 1 : 0;
    }

    /// <summary>Between a name and what it is may stand its acronym: "neural architecture search (NAS) is".</summary>
    private static ReadOnlySpan<char> AfterAcronym(ReadOnlySpan<char> rest) =>
        rest is ['(', ..] && rest[..Math.Min(MaxAcronym, rest.Length)].IndexOf(')') is > 0 and var close ? rest[(close + 1)..].TrimStart() : rest;

    private static bool NamesIt(ReadOnlySpan<char> said) => said is ['"' or '“' or '„' or '«', ..] || IsOneOf(FirstWord(said), Determiners);

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
