using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>Reads the evidence off what was found.</summary>
internal sealed class EvidenceReading(Ranked ranked, Weights weights)
{
    private readonly EvidenceWeights _weights = weights.Evidence;
    private readonly Coverage _coverage = new(ranked.Meanings);
    private readonly Nearness _nearness = new(ranked.Meanings, weights.Ranking);
    private readonly List<(int First, int Second)> _pairs = [.. Nearness.Pairs(ranked.Meanings)];

    internal Evidence Read()
    {
        var first = ranked.Candidates[0];
        return new Evidence
        {
            OrderedFirst = Ordered(first),
            OrderedAny = ranked.Candidates.Take(_weights.Ordered).Max(Ordered),
            TogetherAny = ranked.Candidates.Take(_weights.Together).Max(Together),
            Unknown = UnknownShare(),
            Unlikely = Unlikely(first),
            SpelledOut = SpelledOut(first),
            Lacking = Lacking(first),
            Ahead = AheadOfOthers() * _coverage.Of(first),
            Defined = first.Defined,
            Passages = Math.Min(_weights.MostPassages, Math.Log10(Math.Max(1, ranked.Statistics.Passages))),
        };
    }

    private double AheadOfOthers()
    {
        var (first, others) = (ranked.Candidates[0], ranked.Candidates.Skip(1).Take(_weights.Behind));
        return ranked.Candidates.Count == 1 ? 1 : 1 - (others.Average(candidate => candidate.Score) / Math.Max(1e-9, first.Score));
    }

    private double Ordered(Candidate candidate) => PairShare(candidate, ordered: true);

    private double Together(Candidate candidate) => PairShare(candidate, ordered: false);

    private double SpelledOut(Candidate candidate) =>
        _coverage.Content.Count(word => _coverage.Found(candidate, word)?.Tier == Tier.Acronym) / (double)Math.Max(1, _coverage.Content.Count);

    private double Lacking(Candidate candidate) =>
        _coverage.Content.Where(word => _coverage.Found(candidate, word) is null).Select(word => Telling(ranked.Meanings[word].Word)).DefaultIfEmpty(0).Max();

    private double UnknownShare() =>
        _coverage.Content.Count(word => ranked.Meanings[word].Variants.All(variant => variant.Tier == Tier.Related)) / (double)Math.Max(1, _coverage.Content.Count);

    private double Unlikely(Candidate candidate)
    {
        var passages = Math.Max(1.0, ranked.Statistics.Passages);
        var length = Math.Clamp(ranked.Statistics.RelativeLength(candidate.Shape.Length), 1 / _weights.MostByLength, _weights.MostByLength);
        var chance = Math.Log10(passages);
        var acronyms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in _coverage.Content)
        {
            // An acronym stands for several words, and there by itself.
            if (_coverage.Found(candidate, word) is { } variant && (variant.Tier != Tier.Acronym || acronyms.Add(string.Join(' ', variant.Terms))))
            {
                chance += variant.Weight * Math.Min(0, Math.Log10(Math.Clamp(variant.Frequency, 1, passages) / passages * length));
            }
        }

        return Math.Max(_weights.LeastUnlikely, -chance / Math.Max(1, _coverage.Content.Count));
    }

    /// <summary>A word that English uses some three thousand times in the table tells nothing apart; in other languages nothing is known.</summary>
    private double Telling(QueryWord word) =>
        word.EnglishUses is { } uses ? Math.Max(_weights.LeastTelling, 1 - (Math.Log10(1 + uses) / _weights.Telling)) : 0;

    /// <summary>A word alone has no neighbour: then it counts whether the word itself is there.</summary>
    private double PairShare(Candidate candidate, bool ordered)
    {
        if (_pairs.Count == 0)
        {
            return _coverage.Content.Count == 0 ? 0 : _coverage.Certainty(candidate, _coverage.Content[0]);
        }

        var (sum, total) = (0.0, 0.0);
        foreach (var (first, second) in _pairs)
        {
            var worth = Math.Min(ranked.Meanings[first].Rarity, ranked.Meanings[second].Rarity);
            var certainty = Math.Min(_coverage.Certainty(candidate, first), _coverage.Certainty(candidate, second));
            total += worth;
            sum += worth * certainty * (certainty == 0 ? 0 : _nearness.Closeness(candidate, first, second, ordered));
        }

        return sum / Math.Max(1e-9, total);
    }
}
