using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Suggesting;

/// <summary>Words of the notes that go on with the last word that somebody types, as the notes write them.</summary>
internal static class KeyTerms
{
    private const int MaxTerms = 5;

    /// <summary>Fewer letters begin too many words.</summary>
    private const int MinTyped = 3;

    /// <summary>A word of fewer passages is seldom what a library is about.</summary>
    private const int MinPassages = 2;

    /// <summary>The words of the most passages first; none when several words are typed or a place is chosen.</summary>
    internal static IEnumerable<string> Of(LibraryWords words, IndexView view, SuggestRequest request)
    {
        var typed = SegmentHeadings.Fold(request.Typed).TrimStart(' ');
        if (typed.Length < MinTyped || typed.Contains(' ') || request.Course is not null || request.Week is not null)
        {
            return [];
        }

        var found = words.StartingWith(typed);
        found = found.Count > 0 || typed.AsSpan().ContainsAnyExceptInRange('a', 'z') ? found : words.Near(typed, 1);
        return found.Where(pair => pair.Value >= MinPassages && pair.Key.Length > MinTyped && !StopWords.Contains(pair.Key))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MaxTerms).Select(pair => AsWritten(pair.Key, view));
    }

    /// <summary>The word with its accents, from a passage that has it.</summary>
    private static string AsWritten(string term, IndexView view)
    {
        var passage = view.DocumentsWith(IndexFields.Text, term).Select(view.PassageOf).FirstOrDefault();
        return passage is not null && WordReader.Read(passage.Text).Find(word => word.Term == term) is { Length: > 0 } word
            ? passage.Text.Substring(word.Start, word.Length).ToLowerInvariant()
            : term;
    }
}
