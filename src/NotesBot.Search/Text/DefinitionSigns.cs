using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>How sure it is that a text says what a word of it is.</summary>
/// <param name="bySign">How sure a colon or a dash is: it may lead to anything.</param>
internal sealed class DefinitionSigns(double bySign)
{
    private static readonly string[] Verbs = [.. KnownLanguages.Words(language => language.DefiningVerbs)];
    private static readonly string[] Copulas = [.. KnownLanguages.Words(language => language.Copulas)];
    private static readonly string[] Kinds = [.. KnownLanguages.Words(language => language.Kinds)];

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

    private static bool NamesIt(ReadOnlySpan<char> said) => said is ['"' or '“' or '„' or '«', ..] || IsOneOf(FirstWord(said), Kinds);

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
