using System.Buffers;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>How sure it is that a text says what a name in it is.</summary>
/// <param name="bySign">How sure a colon or a dash is that leads to nothing in its line; in the midst of a sentence it is so again.</param>
internal sealed class DefinitionSigns(double bySign)
{
    private static readonly string[] Verbs = [.. KnownLanguages.Words(language => language.DefiningVerbs)];
    private static readonly string[] Copulas = [.. KnownLanguages.Words(language => language.Copulas)];
    private static readonly string[] Kinds = [.. KnownLanguages.Words(language => language.Kinds)];
    private static readonly string[] Judging = [.. KnownLanguages.Words(language => language.Judging)];
    private static readonly string[] Articles = [.. KnownLanguages.Words(language => language.Articles)];
    private static readonly string[] Adverbs = [.. KnownLanguages.Words(language => language.Adverbs)];
    private static readonly string[] Naming = [.. KnownLanguages.Phrases(language => language.Naming)];
    private static readonly string[] Prepositions = [.. KnownLanguages.Words(language => language.Prepositions)];

    /// <summary>Behind these a sentence, an item or a row begins.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n.!?:;");

    /// <summary>So many characters may stand in brackets behind a name.</summary>
    private const int MaxAcronym = 20;

    /// <summary>Letters that say something behind a colon: a shorter value is none.</summary>
    private const int MinSaid = 12;

    /// <summary>0 to 1, for what stands from a place to another.</summary>
    internal double Certainty(string text, int start, int end, int sentenceEnd)
    {
        var before = text.AsSpan(0, start);
        if (IsGivenAsName(text, start, end))
        {
            return 1;
        }

        var rest = AfterAcronym(text.AsSpan(end, Math.Max(0, sentenceEnd - end)).TrimStart(") ”\"’»"));
        if (SaidBehindSign(rest) is var said && !said.IsEmpty)
        {
            return !BeginsUnit(before) ? bySign * bySign : SaysSomething(said) ? 1 : bySign;
        }

        return !SaysWhatItIs(rest) ? 0 : IsOneOf(WordBefore(before), Prepositions) ? bySign : 1;
    }

    /// <summary>"The long form (LF)", "the long form, or LF", "this is called a long form".</summary>
    private static bool IsGivenAsName(string text, int start, int end)
    {
        var before = text.AsSpan(0, start);
        var isCapital = char.IsUpper(text[start]) && end - start > 1 && char.IsUpper(text[start + 1]);
        if (isCapital && (before.EndsWith(", or ") || (before.EndsWith("(") && end < text.Length && text[end] == ')')))
        {
            return true;
        }

        before = WithoutArticle(before.TrimEnd(" “\"„«*"));
        foreach (var naming in Naming)
        {
            if (before.EndsWith(naming, StringComparison.OrdinalIgnoreCase)
                && (before.Length == naming.Length || !char.IsLetter(before[before.Length - naming.Length - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> before)
    {
        var last = LastWord(before);
        return IsOneOf(last, Articles) ? before[..^last.Length].TrimEnd(" “\"„«*") : before;
    }

    /// <summary>What follows a colon or a dash up to the end of the line; empty where none stands there.</summary>
    private static ReadOnlySpan<char> SaidBehindSign(ReadOnlySpan<char> rest)
    {
        var length = rest switch
        {
            [':', ' ' or '\n', ..] or ['–' or '—' or '-' or '|' or '=', ' ', ..] => 2,
            ['=' or '-', '>', ' ', ..] => 3,
            _ => 0,
        };
        return length == 0 ? [] : rest[(length - 1)..];
    }

    /// <summary>Whether more than a value follows in the same line.</summary>
    private static bool SaysSomething(ReadOnlySpan<char> said)
    {
        var letters = 0;
        foreach (var character in said[..(said.IndexOf('\n') is >= 0 and var end ? end : said.Length)])
        {
            letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters >= MinSaid;
    }

    /// <summary>Whether a sentence, an item or a row begins here, but for an article.</summary>
    private static bool BeginsUnit(ReadOnlySpan<char> before)
    {
        var unit = before[(before.LastIndexOfAny(Ends) + 1)..].Trim(" \t-*•>#“\"„«(");
        return unit.IsEmpty || IsOneOf(unit, Articles);
    }

    /// <summary>"X is a", "X basically means", "X, which stands for", "X, or LF".</summary>
    private static bool SaysWhatItIs(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith(", or ") && rest.Length > 6 && char.IsUpper(rest[5]) && char.IsUpper(rest[6]))
        {
            return true;
        }

        rest = WithoutAdverb(rest.StartsWith(", which ") ? rest[8..] : rest);
        var verb = FirstWord(rest);
        return IsOneOf(verb, Verbs) || (IsOneOf(verb, Copulas) && NamesIt(rest[verb.Length..].TrimStart()));
    }

    private static ReadOnlySpan<char> WithoutAdverb(ReadOnlySpan<char> rest)
    {
        while (FirstWord(rest) is { IsEmpty: false } word && IsOneOf(word, Adverbs))
        {
            rest = rest[word.Length..].TrimStart();
        }

        return rest;
    }

    /// <summary>Between a name and what it is may stand its acronym: "neural architecture search (NAS) is".</summary>
    private static ReadOnlySpan<char> AfterAcronym(ReadOnlySpan<char> rest) =>
        rest is ['(', ..] && rest[..Math.Min(MaxAcronym, rest.Length)].IndexOf(')') is > 0 and var close ? rest[(close + 1)..].TrimStart() : rest;

    private static bool NamesIt(ReadOnlySpan<char> said)
    {
        var bare = WithoutAdverb(said);
        var determiner = FirstWord(bare);
        var isNamed = bare is ['"' or '“' or '„' or '«', ..] || IsOneOf(determiner, Kinds) || IsOneOf(FirstWord(said), Kinds);
        return isNamed && !IsOneOf(FirstWord(bare[determiner.Length..].TrimStart()), Judging);
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(' ');
        return end < 0 ? [] : text[..end];
    }

    /// <summary>The word before a name, an article between them left out.</summary>
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> before) => LastWord(WithoutArticle(before.TrimEnd(" “\"„«*")));

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(" \n") + 1)..];

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
