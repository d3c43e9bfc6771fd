using System.Text.RegularExpressions;
using NotesBot.Search.Queries;

namespace NotesBot.Search.Lexicon;

/// <summary>The other spellings of umlauts: the index folds ü to u, people type ue, u or ü.</summary>
internal static partial class Umlauts
{
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("äöüÄÖÜ");

    internal static IEnumerable<string> Spellings(QueryWord word)
    {
        var short1 = Digraph().Replace(word.Term, match => match.Value[..1]);
        if (short1 != word.Term)
        {
            yield return short1;
        }

        if (word.Text.AsSpan().ContainsAny(Letters))
        {
            yield return Analysis.Characters.Fold(word.Text.ToLowerInvariant()
                .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("[aou]e")]
    private static partial Regex Digraph();
}
