using System.Collections.Concurrent;
using Lucene.Net.Index;
using NotesBot.Notes;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Ranking;

/// <summary>
/// First look at all passages that hold a content word: the best variant of each word, added up. Only the best go on to the close
/// look, where stop words and the order of words count too.
/// </summary>
internal sealed class Gatherer(IndexView view, Statistics statistics, PassageFilter filter)
{
    /// <summary>How many passages get a close look.</summary>
    private const int Kept = 120;

    private static readonly ConcurrentBag<Scratch> Free = [];

    internal List<Candidate> Gather(IReadOnlyList<ScoredMeaning> meanings)
    {
        var best = new PriorityQueue<(int Leaf, int Document), double>();
        var scratch = Free.TryTake(out var used) ? used : new Scratch();
        for (var leaf = 0; leaf < view.Leaves.Count; leaf++)
        {
            scratch.Prepare(view.Leaves[leaf].MaxDoc);
            GatherLeaf(leaf, meanings, scratch, best);
        }

        Free.Add(scratch);
        return [.. best.UnorderedItems.Select(item => item.Element).Order().Select(found => CandidateOf(found, meanings.Count))];
    }

    /// <summary>A table of contents holds every heading and answers nothing.</summary>
    internal static double Prior(PassageKind kind) => kind == PassageKind.Contents ? 0.3 : 1;

    private Candidate CandidateOf((int Leaf, int Document) found, int words)
    {
        var shapes = view.Leaves[found.Leaf].GetNumericDocValues(IndexFields.Shape);
        return new Candidate(found.Leaf, found.Document, PassageShape.Unpack(shapes.Get(found.Document)), words);
    }

    private void GatherLeaf(int leaf, IReadOnlyList<ScoredMeaning> meanings, Scratch scratch, PriorityQueue<(int, int), double> best)
    {
        var shapes = view.Leaves[leaf].GetNumericDocValues(IndexFields.Shape);
        if (shapes is null)
        {
            return;
        }

        foreach (var meaning in meanings.Where(meaning => !meaning.Word.IsStop))
        {
            AddWord(view.Leaves[leaf], meaning, shapes, scratch);
            scratch.EndWord();
        }

        var allowed = filter.Of(view.Leaves[leaf]);
        foreach (var document in scratch.Touched)
        {
            if (allowed(document))
            {
                Keep(best, (leaf, document), scratch.Total[document] * Prior(PassageShape.Unpack(shapes.Get(document)).Kind));
            }
        }

        scratch.EndSegment();
    }

    private void AddWord(AtomicReader leaf, ScoredMeaning meaning, NumericDocValues shapes, Scratch scratch)
    {
        for (var i = 0; i < meaning.Variants.Count; i++)
        {
            if (Cursor.Open(leaf, meaning.Variants[i], positions: false) is not { } cursor)
            {
                continue;
            }

            while (cursor.Next() is var document && document != Postings.End)
            {
                var length = PassageShape.Unpack(shapes.Get(document)).Length;
                scratch.Offer(document, (float)(meaning.Worth[i] * statistics.Saturated(cursor.Frequency, length)));
            }
        }
    }

    private static void Keep(PriorityQueue<(int, int), double> best, (int, int) found, double score)
    {
        if (best.Count < Kept)
        {
            best.Enqueue(found, score);
        }
        else if (best.TryPeek(out _, out var least) && score > least)
        {
            best.EnqueueDequeue(found, score);
        }
    }
}
