using NotesBot.Search.Analysis;
using NotesBot.Search.Lexicon;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Suggesting;

/// <summary>Headings and acronyms that go on with what somebody types, at the beginning of any word, small slips forgiven.</summary>
internal sealed class Suggestions(TermReader terms, SuggestRequest request)
{
    private static readonly SearchQuery Everything = new([], [], []);

    internal static IReadOnlyList<Suggestion> Of(IndexView view, SuggestRequest request) => new Suggestions(new TermReader(view), request).Find();

    private List<Suggestion> Find()
    {
        var typed = SegmentHeadings.Fold(request.Typed);
        var words = new LibraryWords(terms);
        var found = Headings(typed);
        if (found.Count == 0 && typed.Length > 0)
        {
            found = Corrections(typed, words).Select(Headings).FirstOrDefault(headings => headings.Count > 0) ?? [];
        }

        return [.. AcronymsLike(words).Concat(Best(found)).Distinct(StringComparer.OrdinalIgnoreCase).Take(request.Count).Select(text => new Suggestion(text))];
    }

    /// <summary>The nearest to the front first, then the shortest; with nothing typed those of the most passages.</summary>
    private IEnumerable<string> Best(List<Found> found) => request.Typed.Trim().Length == 0
        ? found.OrderByDescending(heading => heading.Passages).ThenBy(heading => heading.Text, StringComparer.Ordinal).Select(heading => heading.Text)
        : found.OrderBy(heading => heading.At).ThenBy(heading => heading.Text.Length).ThenBy(heading => heading.Text, StringComparer.Ordinal)
            .Select(heading => heading.Text);

    private List<Found> Headings(string typed)
    {
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        for (var leaf = 0; leaf < terms.View.Leaves.Count; leaf++)
        {
            AddHeadings(leaf, typed, found);
        }

        return [.. found.Values];
    }

    private void AddHeadings(int leaf, string typed, Dictionary<string, Found> found)
    {
        var reader = terms.View.Leaves[leaf];
        var headings = SegmentHeadings.Of(reader);
        var counted = typed.Length == 0 || request.Course is not null || request.Week is not null || reader.HasDeletions;
        var passages = counted ? headings.Passages(reader, Filter().Of(terms, leaf)) : null;
        for (var i = 0; i < headings.Texts.Length; i++)
        {
            var at = passages?[i] == 0 || headings.Folded[i].Length == 0 ? -1 : Place(headings.Folded[i], typed);
            if (at >= 0)
            {
                var before = found.GetValueOrDefault(headings.Texts[i]).Passages;
                found[headings.Texts[i]] = new Found(headings.Texts[i], at, before + (passages?[i] ?? 0));
            }
        }
    }

    private PassageFilter Filter() => new(new SearchRequest("", request.Course, request.Week), Everything);

    /// <summary>Where the heading goes on with what was typed; after all such places when only each word begins one of it; else -1.</summary>
    private static int Place(string heading, string typed)
    {
        var at = heading.IndexOf(typed, StringComparison.Ordinal);
        if (at >= 0)
        {
            return at;
        }

        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, word => heading.Contains(" " + word, StringComparison.Ordinal)) ? heading.Length : -1;
    }

    /// <summary>What was typed with its last word corrected.</summary>
    private static IEnumerable<string> Corrections(string typed, LibraryWords words)
    {
        var cut = typed.LastIndexOf(' ') + 1;
        var last = typed[cut..];
        if (last.Length < 4 || last.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return [];
        }

        var limit = last.Length >= 8 ? 2 : 1;
        return words.Near(last, limit).OrderBy(near => Edits.Between(last, near.Key, limit)).ThenByDescending(near => near.Value)
            .Select(near => typed[..cut] + near.Key);
    }

    private List<string> AcronymsLike(LibraryWords words)
    {
        var typed = Characters.Fold(request.Typed.Trim()).ToUpperInvariant();
        if (typed.Length is < 2 or > 6 || typed.AsSpan().ContainsAnyExceptInRange('A', 'Z') || request.Course is not null || request.Week is not null)
        {
            return [];
        }

        return [.. words.StartingWith(typed).OrderByDescending(pair => pair.Value).Take(3).Select(pair => pair.Key)];
    }

    private readonly record struct Found(string Text, int At, int Passages);
}
