using NotesBot.Search.Queries;
using NotesBot.Search.Store;

namespace NotesBot.Search.Ranking;

/// <summary>
/// First look at all passages that hold a content word: the best variant of each word, added up. Only the best go on to the close
/// look, where stop words and the order of words count too.
/// </summary>
internal sealed class Gatherer(Scope scope, Statistics statistics, PassageFilter filter, Scratch scratch)
{
    /// <summary>How many passages get a close look.</summary>
    private const int Kept = 120;

    private readonly PriorityQueue<(int Leaf, int Document), Place> _best = new();

    /// <summary>The best, in the order of segments and documents.</summary>
    /// <param name="meanings">What is looked for.</param>
    /// <param name="besides">Passages that get a close look in any case.</param>
    internal List<Candidate> Gather(IReadOnlyList<ScoredMeaning> meanings, IEnumerable<(int Leaf, int Document)> besides)
    {
        for (var leaf = 0; leaf < scope.View.Leaves.Count; leaf++)
        {
            if (filter.Of(scope.Terms, leaf) is { } allowed)
            {
                GatherLeaf(leaf, meanings, allowed);
            }
        }

        return [.. _best.UnorderedItems.Select(item => item.Element).Union(besides).Order().Select(found => CandidateOf(found, meanings.Count))];
    }

    private Candidate CandidateOf((int Leaf, int Document) found, int words) =>
        new(found.Leaf, found.Document, SegmentShapes.Of(scope.View.Leaves[found.Leaf])[found.Document], words);

    private void GatherLeaf(int leaf, IReadOnlyList<ScoredMeaning> meanings, Func<int, bool> allowed)
    {
        var reader = scope.View.Leaves[leaf];
        var shapes = SegmentShapes.Of(reader);
        scratch.Prepare(reader.MaxDoc);
        for (var word = 0; word < meanings.Count; word++)
        {
            if (!meanings[word].Word.IsStop)
            {
                AddWord(leaf, meanings[word], word, shapes);
                scratch.EndWord();
            }
        }

        KeepBest(leaf, shapes, allowed);
        scratch.EndSegment();
    }

    private void AddWord(int leaf, ScoredMeaning meaning, int word, SegmentShapes shapes)
    {
        for (var variant = 0; variant < meaning.Variants.Count; variant++)
        {
            if (Cursor.Open(scope.Terms, leaf, meaning.Variants[variant], positions: false) is { } cursor)
            {
                Offer(scratch.Matches.Add(cursor, leaf, word, variant), meaning.Worth[variant], shapes);
            }
        }
    }

    private void Offer(MatchList list, double worth, SegmentShapes shapes)
    {
        var documents = scratch.Matches.DocumentsOf(list);
        var frequencies = scratch.Matches.FrequenciesOf(list);
        for (var i = 0; i < documents.Length; i++)
        {
            scratch.Offer(documents[i], (float)(worth * statistics.Saturated(frequencies[i], shapes[documents[i]].Length)));
        }
    }

    private void KeepBest(int leaf, SegmentShapes shapes, Func<int, bool> allowed)
    {
        var ids = SegmentIds.Of(scope.View.Leaves[leaf]);
        var least = Least;
        foreach (var document in scratch.Touched)
        {
            // No passage is worth more than its sum, and most are worth too little.
            if (scratch.Total[document] >= least.Score && allowed(document))
            {
                var score = scratch.Total[document] * statistics.Prior(shapes[document]);
                least = Keep((leaf, document), new Place(score, ids[document]));
            }
        }
    }

    /// <summary>What a passage must be better than.</summary>
    private Place Least => _best.Count == Kept && _best.TryPeek(out _, out var worst) ? worst : default;

    private Place Keep((int, int) found, Place place)
    {
        if (_best.Count < Kept)
        {
            _best.Enqueue(found, place);
        }
        else if (place.CompareTo(Least) > 0)
        {
            _best.EnqueueDequeue(found, place);
        }

        return Least;
    }

    /// <summary>Worse ones come first. Of equals an id decides: where a passage stands in the index follows from its history.</summary>
    private readonly record struct Place(double Score, long Id) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Score, other.Id).CompareTo((other.Score, Id));
    }
}
