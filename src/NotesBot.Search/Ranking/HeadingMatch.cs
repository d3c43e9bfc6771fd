namespace NotesBot.Search.Ranking;

/// <summary>How far a heading above a passage, the title of its note or the name of its file is what was asked.</summary>
internal static class HeadingMatch
{
    /// <summary>Of the nearest heading: share of the query in it, by rarity, times the share of it that the query names, 0 to 1.</summary>
    internal static double Of(Candidate candidate, IReadOnlyList<ScoredMeaning> meanings) =>
        Of(candidate, meanings, candidate.Shape.OwnHeading, candidate.Shape.HeadingLength);

    /// <summary>The same of the title of the note or the name of its file, whichever is nearer to the query.</summary>
    internal static double OfTitle(Candidate candidate, IReadOnlyList<ScoredMeaning> meanings) => Math.Max(
        Of(candidate, meanings, 0, candidate.Shape.NameLength), Of(candidate, meanings, candidate.Shape.Title, candidate.Shape.TitleLength));

    private static double Of(Candidate candidate, IReadOnlyList<ScoredMeaning> meanings, int start, int length)
    {
        var (named, asked, total) = (new HashSet<int>(), 0.0, 0.0);
        for (var word = 0; length > 0 && word < meanings.Count; word++)
        {
            var before = named.Count;
            named.UnionWith((candidate.Positions[word] ?? []).Where(position => position >= start && position < start + length));
            if (!meanings[word].Word.IsStop)
            {
                total += meanings[word].Rarity;
                asked += named.Count > before ? candidate.BestWorth(meanings, word) : 0;
            }
        }

        return total <= 0 ? 0 : asked / total * Math.Min(1, named.Count / (double)length);
    }
}
