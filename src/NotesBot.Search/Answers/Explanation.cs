using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>What gave a hit its place, a line each.</summary>
internal static class Explanation
{
    internal static List<string> Of(Candidate candidate, Ranked ranked, string? confidence)
    {
        var meanings = ranked.Meanings;
        var lines = new List<string>();
        for (var i = 0; i < meanings.Count; i++)
        {
            lines.Add(candidate.Best[i] is >= 0 and var best ? Line(candidate, meanings[i], i, best) : $"{meanings[i].Word.Text}: not here");
        }

        lines.Add(FormattableString.Invariant($"words together as asked: {candidate.Nearness:0.00}"));
        if (candidate.Similarity is { } similarity)
        {
            lines.Add(FormattableString.Invariant($"near in meaning: {similarity:0.00}"));
        }

        if (candidate.Defined > 0)
        {
            lines.Add("says what was asked for is");
        }

        if (candidate.IsSpelledOut)
        {
            lines.Add("spells out the acronym");
        }

        if (candidate.IsAsWritten)
        {
            lines.Add("of one section or under the heading asked for, in the order of the notes");
        }

        lines.Add(FormattableString.Invariant($"{candidate.Shape.Kind}, {candidate.Shape.Length} words: times {ranked.Statistics.Prior(candidate.Shape):0.0}"));
        if (confidence is not null)
        {
            lines.Add(confidence);
        }

        return lines;
    }

    private static string Line(Candidate candidate, ScoredMeaning meaning, int word, int best)
    {
        var variant = meaning.Variants[best];
        return FormattableString.Invariant(
            $"{meaning.Word.Text}: {string.Join(' ', variant.Terms)} ({variant.Tier}, {variant.Weight:0.00}) in {variant.Frequency} passages: {candidate.WordScores[word]:0.00}");
    }
}
