using NotesBot.Search.Queries;
using NotesBot.Search.Store;

namespace NotesBot.Search.Ranking;

/// <summary>
/// A close look at the best passages: every word of the query, stop words included, how the words stand together, and whether the heading
/// is what was asked.
/// </summary>
internal sealed class CloseLook(Scope scope, Statistics statistics, IReadOnlyList<ScoredMeaning> meanings, Scratch scratch)
{
    /// <summary>No more places of a word are looked at: a page of numbers must not take long.</summary>
    private const int MaxPositions = 200;

    private readonly RankingWeights _weights = scope.Weights.Ranking;

    /// <summary>Gives each candidate its score.</summary>
    /// <param name="candidates">In the order of segments and documents.</param>
    internal void Score(List<Candidate> candidates)
    {
        for (int first = 0, next; first < candidates.Count; first = next)
        {
            var leaf = candidates[first].Leaf;
            next = candidates.FindIndex(first, candidate => candidate.Leaf != leaf) is > 0 and var other ? other : candidates.Count;
            LookAtSegment(leaf, candidates.GetRange(first, next - first));
        }

        var nearness = new Nearness(meanings, _weights);
        foreach (var candidate in candidates)
        {
            candidate.Nearness = nearness.Of(candidate);
            candidate.HeadingMatch = HeadingMatch.Of(candidate, meanings);
            candidate.TitleMatch = HeadingMatch.OfTitle(candidate, meanings);
            candidate.Named = Math.Max(candidate.Shape.Continues ? 0 : candidate.HeadingMatch, BeginsNote(candidate) ? candidate.TitleMatch : 0);
            candidate.Score = (candidate.WordScores.Sum() + candidate.Nearness) * statistics.Prior(candidate.Shape)
                * (1 + ByName(candidate));
        }
    }

    /// <summary>What a passage gains whose heading is what was asked, or that belongs to a note called so: a part of a name is hardly a name.</summary>
    private double ByName(Candidate candidate)
    {
        var byTitle = (BeginsNote(candidate) ? _weights.NamedByTitle : _weights.UnderTitle) * candidate.TitleMatch * candidate.TitleMatch;
        return Math.Max(_weights.NamedByHeading * candidate.HeadingMatch * candidate.HeadingMatch, byTitle);
    }

    /// <summary>A file is one block of documents, and its record, which has no words, the first of it.</summary>
    private bool BeginsNote(Candidate candidate) =>
        candidate.Document > 0 && SegmentShapes.Of(scope.View.Leaves[candidate.Leaf])[candidate.Document - 1].Length == 0;

    private void LookAtSegment(int leaf, List<Candidate> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            scratch.Slots[candidates[i].Document] = i + 1;
        }

        foreach (var list in scratch.Matches.Lists.Where(list => list.Leaf == leaf))
        {
            LookAtMatches(list, candidates);
        }

        for (var word = 0; word < meanings.Count; word++)
        {
            LookForStopWord(leaf, word, candidates);
        }

        candidates.ForEach(candidate => scratch.Slots[candidate.Document] = 0);
    }

    /// <summary>A content word: where it stands is known, and its places are read only where a candidate has it.</summary>
    private void LookAtMatches(MatchList list, List<Candidate> candidates)
    {
        var variant = meanings[list.Word].Variants[list.Variant];
        var documents = scratch.Matches.DocumentsOf(list);
        Cursor? cursor = null;
        for (var i = 0; i < documents.Length; i++)
        {
            if (scratch.Slots[documents[i]] is > 0 and var slot)
            {
                Score(candidates[slot - 1], list.Word, list.Variant, scratch.Matches.FrequenciesOf(list)[i]);

                // Where a word of related meaning stands proves nothing.
                if (variant.Tier != Tier.Related)
                {
                    cursor ??= Cursor.Open(scope.Terms, list.Leaf, variant, positions: true);
                    AddPositions(candidates[slot - 1], list.Word, cursor!);
                }
            }
        }
    }

    private void LookForStopWord(int leaf, int word, List<Candidate> candidates)
    {
        for (var variant = 0; meanings[word].Word.IsStop && variant < meanings[word].Variants.Count; variant++)
        {
            if (Cursor.Open(scope.Terms, leaf, meanings[word].Variants[variant], positions: true) is not { } cursor)
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
        var score = meanings[word].Worth[variant] * statistics.Saturated(frequency, candidate.Shape.Length);
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
