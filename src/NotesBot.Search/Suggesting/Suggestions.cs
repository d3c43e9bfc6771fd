using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Suggesting;

/// <summary>
/// Headings, words and acronyms of the notes that go on with what somebody types, at the beginning of any word, small slips forgiven;
/// for somebody who has typed nothing, the headings of the most passages.
/// </summary>
internal sealed class Suggestions(TermReader terms, SuggestRequest request)
{
    private const int MaxAcronyms = 3;
    private static readonly SearchQuery Everything = new([], [], []);

    private readonly LibraryWords _words = new(terms);
    private readonly string _typed = SegmentHeadings.Fold(request.Typed);

    internal static IReadOnlyList<Suggestion> Of(IndexView view, SuggestRequest request) =>
        new Suggestions(new TermReader(view), request).Find();

    private List<Suggestion> Find()
    {
        var texts = _typed.Length == 0 ? MostUseful() : AcronymsLike().Concat(Continued()).Concat(KeyTerms.Of(_words, terms.View, request));
        return [.. texts.Distinct(StringComparer.OrdinalIgnoreCase).Take(request.Count).Select(text => new Suggestion(text))];
    }

    /// <summary>Those of the most passages; of equal ones those whose words are said most often.</summary>
    private IEnumerable<string> MostUseful()
    {
        var most = Headings(static _ => 0).Where(heading => heading.IsTelling).OrderByDescending(heading => heading.Passages).Take(4 * request.Count);
        return most.OrderByDescending(heading => heading.Passages).ThenByDescending(Currency)
            .ThenBy(heading => heading.Text, StringComparer.Ordinal).Select(heading => heading.Text);
    }

    /// <summary>In how many passages the rarest word of a heading is that says something; 0 when none does.</summary>
    private int Currency(Found heading) => heading.Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !StopWords.Contains(word)).Select(_words.Frequency).DefaultIfEmpty(0).Min();

    /// <summary>The nearest to the front first, then the shortest; where nothing goes on, what would but for slips.</summary>
    private IEnumerable<string> Continued()
    {
        var found = Headings(Place);
        found = found.Count > 0 ? found : Headings(new SlipMatch(_typed).Place);
        return found.OrderBy(heading => heading.At).ThenBy(heading => heading.Text.Length).ThenBy(heading => heading.Text, StringComparer.Ordinal)
            .Select(heading => heading.Text);
    }

    /// <summary>Where a heading goes on with what was typed; after all such places when only each word begins one of it; else -1.</summary>
    private int Place(string heading)
    {
        var at = heading.IndexOf(_typed, StringComparison.Ordinal);
        if (at >= 0)
        {
            return at;
        }

        var words = _typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, word => heading.Contains(" " + word, StringComparison.Ordinal)) ? heading.Length : -1;
    }

    /// <summary>The headings that have a place, in the order of these places.</summary>
    private List<Found> Headings(Func<string, int> place)
    {
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        for (var leaf = 0; leaf < terms.View.Leaves.Count; leaf++)
        {
            AddHeadings(leaf, place, found);
        }

        return [.. found.Values];
    }

    private void AddHeadings(int leaf, Func<string, int> place, Dictionary<string, Found> found)
    {
        var reader = terms.View.Leaves[leaf];
        var headings = SegmentHeadings.Of(reader);
        var counted = _typed.Length == 0 || request.Course is not null || request.Week is not null || reader.HasDeletions;
        var passages = counted && Filter().Of(terms, leaf) is { } allowed ? headings.Passages(reader, allowed) : null;
        for (var i = 0; i < headings.Texts.Length; i++)
        {
            var at = passages?[i] == 0 || headings.Folded[i].Length == 0 ? -1 : place(headings.Folded[i]);
            if (at >= 0)
            {
                var before = found.GetValueOrDefault(headings.Texts[i]).Passages;
                found[headings.Texts[i]] = new Found(headings.Texts[i], headings.Folded[i], at, before + (passages?[i] ?? 0));
            }
        }
    }

    private PassageFilter Filter() => new(new SearchRequest("", request.Course, request.Week), Everything);

    private List<string> AcronymsLike()
    {
        var typed = FoldedText.Of(request.Typed.Trim()).ToUpperInvariant();
        if (typed.Length is < 2 or > 6 || typed.AsSpan().ContainsAnyExceptInRange('A', 'Z') || request.Course is not null || request.Week is not null)
        {
            return [];
        }

        return [.. _words.StartingWith(typed).OrderByDescending(pair => pair.Value).Take(MaxAcronyms).Select(pair => pair.Key)];
    }

    private readonly record struct Found(string Text, string Folded, int At, int Passages)
    {
        /// <summary>Whether it has a word that says something, and is no title of a table of contents.</summary>
        internal bool IsTelling => Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Any(word => !StopWords.Contains(word) && !Usual.Contains(word) && !char.IsAsciiDigit(word[0]));

        private static readonly HashSet<string> Usual = Vocabulary.Of(language => language.UsualHeadings);
    }
}
