using NotesBot.Search.Queries;
using NotesBot.Search.Store;
using NotesBot.Search.Text;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Ranking;

/// <summary>Looks for passages that say what was asked in other words, where the question's own words do not answer, or are many.</summary>
internal sealed class SimilarityFinder(Scope scope, PassageFilter filter)
{
    /// <summary>So many of the nearest passages get a close look.</summary>
    private const int Kept = 200;

    /// <summary>Share of the passages that must have a vector: else those that have one would come before those that have none yet.</summary>
    private const double Complete = 0.95;

    /// <summary><see langword="null"/> where the words suffice, or the model cannot help.</summary>
    internal SimilarPassages? Find(Ranked ranked, SearchQuery query)
    {
        var weight = WeightOf(ranked, query);
        if (weight == 0 || scope.Model is not { } model || !model.Knows(LanguageOf(query).Name) || model.Read(query.Question) is not { } question)
        {
            return null;
        }

        var keys = scope.View.Leaves.Select(leaf => SegmentTextKeys.Of(scope.View, leaf, model)).ToList();
        var cosines = keys.ConvertAll(some => Compared(question, some));
        return IsComplete(keys, cosines) ? new SimilarPassages(question, weight, cosines, Nearest(cosines)) : null;
    }

    private double WeightOf(Ranked ranked, SearchQuery query)
    {
        var weights = scope.Weights.Sentences;
        return !ranked.IsCovered(scope.Weights.Meanings.Covered) ? weights.Uncovered
            : query.Content.Count() >= weights.LongQuestion ? weights.Covered : 0;
    }

    private Language LanguageOf(SearchQuery query) => query.IsEnglish
        ? KnownLanguages.English
        : LanguageDetector.Of(query.Words.Select(word => word.Term), scope.View.Languages);

    private static float[] Compared(IQuestionMeaning question, long[] keys)
    {
        var cosines = new float[keys.Length];
        question.Compare(keys, cosines);
        return cosines;
    }

    private static bool IsComplete(List<long[]> keys, List<float[]> cosines)
    {
        var all = keys.Sum(some => some.Count(key => key != 0));
        var with = cosines.Sum(some => some.Count(cosine => !float.IsNaN(cosine)));
        return with > 0 && with >= all * Complete;
    }

    private List<(int, int)> Nearest(List<float[]> cosines)
    {
        var best = new PriorityQueue<(int, int), float>();
        var least = float.NegativeInfinity;
        for (var leaf = 0; leaf < cosines.Count; leaf++)
        {
            var (allowed, live) = (filter.Of(scope.Terms, leaf), scope.View.Leaves[leaf].LiveDocs);
            for (var document = 0; allowed is not null && document < cosines[leaf].Length; document++)
            {
                var cosine = cosines[leaf][document];
                if (cosine > least && (live?.Get(document) ?? true) && allowed(document))
                {
                    least = Keep(best, (leaf, document), cosine);
                }
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }

    /// <summary>What a passage must be nearer than from now on.</summary>
    private static float Keep(PriorityQueue<(int, int), float> best, (int, int) found, float cosine)
    {
        best.Enqueue(found, cosine);
        if (best.Count > Kept)
        {
            best.Dequeue();
        }

        return best.Count == Kept && best.TryPeek(out _, out var farthest) ? farthest : float.NegativeInfinity;
    }
}
