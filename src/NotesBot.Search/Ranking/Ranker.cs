using NotesBot.Search.Queries;
using NotesBot.Search.Store;

namespace NotesBot.Search.Ranking;

/// <summary>Finds the best passages: a first look at all, then a close one at every word of the query, and at how the words stand together.</summary>
internal sealed class Ranker
{
    /// <summary>No more places of a word are looked at: a page of numbers must not take long.</summary>
    private const int MaxPositions = 200;

    /// <summary>How much more a passage counts whose heading is what was asked, no more and no less.</summary>
    private const double NamedByHeading = 0.4;

    private readonly TermReader _terms;
    private readonly Statistics _statistics;
    private readonly IReadOnlyList<ScoredMeaning> _meanings;
    private readonly Scratch _scratch;

    private Ranker(TermReader terms, Statistics statistics, IReadOnlyList<ScoredMeaning> meanings, Scratch scratch) =>
        (_terms, _statistics, _meanings, _scratch) = (terms, statistics, meanings, scratch);

    /// <summary>The passages that may be an answer, best first.</summary>
    internal static List<Candidate> Rank(TermReader terms, Statistics statistics, PassageFilter filter, IReadOnlyList<ScoredMeaning> meanings)
    {
        var scratch = Scratch.Lend();
        var candidates = new Gatherer(terms, statistics, filter, scratch).Gather(meanings);
        new Ranker(terms, statistics, meanings, scratch).Look(candidates);
        scratch.Return();
        return [.. candidates.OrderByDescending(candidate => candidate.Score)];
    }

    private void Look(List<Candidate> candidates)
    {
        for (int first = 0, next; first < candidates.Count; first = next)
        {
            var leaf = candidates[first].Leaf;
            next = candidates.FindIndex(first, candidate => candidate.Leaf != leaf) is > 0 and var other ? other : candidates.Count;
            LookAtSegment(leaf, candidates.GetRange(first, next - first));
        }

        foreach (var candidate in candidates)
        {
            candidate.Nearness = Nearness.Of(candidate, _meanings);
            candidate.HeadingMatch = HeadingMatch.Of(candidate, _meanings);
            candidate.Score = (candidate.WordScores.Sum() + candidate.Nearness) * Gatherer.Prior(candidate.Shape.Kind)
                * (1 + (NamedByHeading * candidate.HeadingMatch));
        }
    }

    private void LookAtSegment(int leaf, List<Candidate> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            _scratch.Slots[candidates[i].Document] = i + 1;
        }

        foreach (var list in _scratch.Matches.Lists.Where(list => list.Leaf == leaf))
        {
            LookAtMatches(list, candidates);
        }

        for (var word = 0; word < _meanings.Count; word++)
        {
            LookForStopWord(leaf, word, candidates);
        }

        candidates.ForEach(candidate => _scratch.Slots[candidate.Document] = 0);
    }

    /// <summary>A content word: where it stands is known, and its places are read only where a candidate has it.</summary>
    private void LookAtMatches(MatchList list, List<Candidate> candidates)
    {
        var variant = _meanings[list.Word].Variants[list.Variant];
        var documents = _scratch.Matches.DocumentsOf(list);
        Cursor? cursor = null;
        for (var i = 0; i < documents.Length; i++)
        {
            if (_scratch.Slots[documents[i]] is > 0 and var slot)
            {
                Score(candidates[slot - 1], list.Word, list.Variant, _scratch.Matches.FrequenciesOf(list)[i]);

                // Where a word of related meaning stands proves nothing.
                if (variant.Tier != Tier.Related)
                {
                    cursor ??= Cursor.Open(_terms, list.Leaf, variant, positions: true);
                    AddPositions(candidates[slot - 1], list.Word, cursor!);
                }
            }
        }
    }

    private void LookForStopWord(int leaf, int word, List<Candidate> candidates)
    {
        for (var variant = 0; _meanings[word].Word.IsStop && variant < _meanings[word].Variants.Count; variant++)
        {
            if (Cursor.Open(_terms, leaf, _meanings[word].Variants[variant], positions: true) is not { } cursor)
            {
                continue;
            }

            foreach (var candidate in candidates.Where(candidate => cursor.Advance(candidate.Document) == candidate.Document))
            {
                Score(candidate, word, variant, cursor.Frequency);
                AddPositions(candidate, word, cursor);
            }
        }
    }

    private void Score(Candidate candidate, int word, int variant, int frequency)
    {
        var score = _meanings[word].Worth[variant] * _statistics.Saturated(frequency, candidate.Shape.Length);
        if (score > candidate.WordScores[word])
        {
            (candidate.WordScores[word], candidate.Best[word]) = (score, variant);
        }
    }

    private static void AddPositions(Candidate candidate, int word, Cursor cursor)
    {
        if ((candidate.Positions[word] ??= []) is { Count: < MaxPositions } positions && cursor.Advance(candidate.Document) == candidate.Document)
        {
            cursor.AddPositions(positions);
        }
    }
}
