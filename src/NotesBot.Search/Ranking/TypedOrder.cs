using Lucene.Net.Index;
using NotesBot.Notes;
using NotesBot.Search.Queries;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>
/// Marks that somebody types count: "schön" finds schon as well, since the index folds both, but passages that have the word as it was typed
/// come first. So do those without the mark for somebody who types none.
/// </summary>
internal sealed class TypedOrder(Scope scope)
{
    /// <summary>So many of the best passages are read for it.</summary>
    private const int Read = 10;

    internal Ranked Order(Ranked ranked)
    {
        var typed = ranked.Meanings.Select(meaning => meaning.Word).Where(MayHaveMarks).DistinctBy(word => word.Term, StringComparer.Ordinal)
            .ToDictionary(word => word.Term, word => word.Text.ToLowerInvariant(), StringComparer.Ordinal);
        if (typed.Count == 0)
        {
            return ranked;
        }

        foreach (var candidate in ranked.Candidates.Take(Read))
        {
            if (candidate.PassageIn(scope.View) is { } passage)
            {
                candidate.Score *= 1 + (scope.Weights.Order.AsTyped * ShareAsTyped(passage, typed));
            }
        }

        return ranked with { Candidates = [.. ranked.Candidates.OrderByDescending(candidate => candidate.Score)] };
    }

    private bool MayHaveMarks(QueryWord word) =>
        !word.IsStop && scope.View.Reader.DocFreq(new Term(IndexFields.Marked, word.Term)) > 0;

    /// <summary>Of the words that the passage has, the share that stands there as it was typed; all of them where it has only other forms.</summary>
    private static double ShareAsTyped(Passage passage, Dictionary<string, string> typed)
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var text in passage.Trail.Append(passage.Text))
        {
            foreach (var word in WordReader.Read(text))
            {
                if (typed.TryGetValue(word.Term, out var wanted))
                {
                    found[word.Term] = found.GetValueOrDefault(word.Term)
                        || text.AsSpan(word.Start, word.Length).Equals(wanted, StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        return found.Count == 0 ? 1 : found.Values.Count(isAsTyped => isAsTyped) / (double)found.Count;
    }
}
