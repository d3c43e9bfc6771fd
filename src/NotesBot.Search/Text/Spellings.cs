using System.Buffers;
using System.Text.RegularExpressions;

namespace NotesBot.Search.Text;

/// <summary>
/// The other spellings of a word: the index folds ü to u, people type ue, u or ü, and as many write Greek letters as their names.
/// </summary>
internal static partial class Spellings
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("äöüÄÖÜåÅ");

    internal static IEnumerable<string> Of(string term, string text)
    {
        var short1 = Digraph().Replace(term, match => match.Value[..1]);
        if (short1 != term)
        {
            yield return short1;
        }

        if (text.AsSpan().ContainsAny(Letters))
        {
            yield return FoldedText.Of(text.ToLowerInvariant()
                .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
                .Replace("å", "aa", StringComparison.Ordinal));
        }

        if (GreekLetters.NameOf(term) is { } name)
        {
            yield return name;
        }
    }

    [GeneratedRegex("[aou]e")]
    private static partial Regex Digraph();
}
