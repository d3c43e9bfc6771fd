using System.Text.RegularExpressions;

namespace NotesBot.Search.Text;

/// <summary>The other spellings of umlauts: the index folds ü to u, people type ue, u or ü.</summary>
internal static partial class Umlauts
{
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("äöüÄÖÜ");

    internal static IEnumerable<string> Spellings(string term, string text)
    {
        var short1 = Digraph().Replace(term, match => match.Value[..1]);
        if (short1 != term)
        {
            yield return short1;
        }

        if (text.AsSpan().ContainsAny(Letters))
        {
            yield return Characters.Fold(text.ToLowerInvariant()
                .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("[aou]e")]
    private static partial Regex Digraph();
}
