using System.Globalization;
using NotesBot.Search.Expansion;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>
/// What speaks for there being an answer, in numbers that do not depend on how large a library is, on its language, or on how long
/// the question is. Words of related meaning do not count: they rank, but prove nothing.
/// </summary>
internal sealed record Evidence
{
    /// <summary>Share of neighbouring query words that stand near each other in order in the first hit, by rarity.</summary>
    internal required double OrderedFirst { get; init; }

    /// <summary>The same in the best of the first twenty.</summary>
    internal required double OrderedAny { get; init; }

    /// <summary>Share that stand near each other in any order in the best of the first ten.</summary>
    internal required double TogetherAny { get; init; }

    /// <summary>Share of the query, by rarity, in the nearest heading of the first hit.</summary>
    internal required double Heading { get; init; }

    /// <summary>Share of the query, by rarity, in the first hit.</summary>
    internal required double Covered { get; init; }

    /// <summary>Share of the words that had to be guessed: corrected, completed, spelled out.</summary>
    internal required double Guessed { get; init; }

    /// <summary>Share of the words that the library has nothing like.</summary>
    internal required double Unknown { get; init; }

    /// <summary>How unlikely it is that the words meet in a passage by chance: powers of ten for each word.</summary>
    internal required double Unlikely { get; init; }

    /// <summary>Share of the words that are taken for an acronym of what stands in the first hit.</summary>
    internal required double SpelledOut { get; init; }

    /// <summary>1 when the first hit lacks a word that is no ordinary English, a name or a term; 0 otherwise, and in other languages.</summary>
    internal required double LacksTerm { get; init; }

    internal double[] Values =>
        [OrderedFirst, OrderedAny, TogetherAny, Heading, Covered, Guessed, Unknown, Unlikely, SpelledOut, LacksTerm];

    internal static readonly string[] Names =
    [
        "orderedFirst", "orderedAny", "togetherAny", "heading", "covered", "guessed", "unknown", "unlikely", "spelledOut", "lacksTerm",
    ];

    internal static Evidence Of(IReadOnlyList<ScoredMeaning> meanings, List<Candidate> ranked, Statistics statistics)
    {
        var reading = new EvidenceReading(meanings);
        var first = ranked[0];
        return new Evidence
        {
            OrderedFirst = reading.Ordered(first),
            OrderedAny = ranked.Take(20).Max(reading.Ordered),
            TogetherAny = ranked.Take(10).Max(reading.Together),
            Heading = reading.HeadingShare(first),
            Covered = reading.Covered(first),
            Guessed = reading.GuessedShare(first),
            Unknown = reading.UnknownShare(),
            Unlikely = reading.Unlikely(first, statistics),
            SpelledOut = reading.SpelledOut(first),
            LacksTerm = reading.LacksTerm(first) ? 1 : 0,
        };
    }

    /// <summary>One line for a person, and for the script that fits the weights.</summary>
    internal string Describe(double probability) => string.Create(CultureInfo.InvariantCulture,
        $"confidence {probability:0.000}: {string.Join(' ', Names.Zip(Values, (name, value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value:0.0000}")))}");
}

/// <summary>Reads the evidence off a passage.</summary>
internal sealed class EvidenceReading
{
    private readonly IReadOnlyList<ScoredMeaning> _meanings;
    private readonly List<int> _content;
    private readonly List<(int First, int Second)> _pairs;
    private readonly double _total;

    internal EvidenceReading(IReadOnlyList<ScoredMeaning> meanings)
    {
        _meanings = meanings;
        _content = [.. Enumerable.Range(0, meanings.Count).Where(word => !meanings[word].Word.IsStop)];
        _pairs = [.. Nearness.Pairs(meanings)];
        _total = Math.Max(1e-9, _content.Sum(RarityOf));
    }

    internal double Ordered(Candidate candidate) => PairShare(candidate, ordered: true);

    internal double Together(Candidate candidate) => PairShare(candidate, ordered: false);

    internal double Covered(Candidate candidate) => _content.Sum(word => RarityOf(word) * Certainty(candidate, word)) / _total;

    internal double HeadingShare(Candidate candidate) =>
        _content.Where(word => InHeading(candidate, word)).Sum(word => RarityOf(word) * Certainty(candidate, word)) / _total;

    internal double GuessedShare(Candidate candidate) =>
        _content.Count(word => Found(candidate, word) is { Tier: not (Tier.Exact or Tier.Stem or Tier.Synonym or Tier.Joined) }) / (double)Math.Max(1, _content.Count);

    internal double SpelledOut(Candidate candidate) =>
        _content.Count(word => Found(candidate, word)?.Tier == Tier.Acronym) / (double)Math.Max(1, _content.Count);

    internal bool LacksTerm(Candidate candidate) =>
        _content.Exists(word => _meanings[word].Word.EnglishUses == 0 && Found(candidate, word) is null);

    internal double UnknownShare() =>
        _content.Count(word => _meanings[word].Variants.All(variant => variant.Tier == Tier.Related)) / (double)Math.Max(1, _content.Count);

    internal double Unlikely(Candidate candidate, Statistics statistics)
    {
        var passages = Math.Max(1.0, statistics.Passages);
        var chance = Math.Log10(passages);
        foreach (var word in _content)
        {
            if (Found(candidate, word) is { } variant)
            {
                chance += Math.Log10(Math.Clamp(variant.Frequency, 1, passages) / passages);
            }
        }

        return -chance / Math.Max(1, _content.Count);
    }

    /// <summary>A word alone has no neighbour: then it counts whether the word itself is there.</summary>
    private double PairShare(Candidate candidate, bool ordered)
    {
        if (_pairs.Count == 0)
        {
            return _content.Count == 0 ? 0 : Certainty(candidate, _content[0]);
        }

        var (sum, total) = (0.0, 0.0);
        foreach (var (first, second) in _pairs)
        {
            var worth = Math.Min(RarityOf(first), RarityOf(second));
            var certainty = Math.Min(Certainty(candidate, first), Certainty(candidate, second));
            total += worth;
            sum += worth * certainty * (certainty == 0 ? 0 : Nearness.Closeness(candidate, first, second, _meanings, ordered));
        }

        return sum / Math.Max(1e-9, total);
    }

    private static bool InHeading(Candidate candidate, int word) =>
        candidate.Positions[word] is { } positions
        && positions.Exists(position => position >= candidate.Shape.OwnHeading && position < candidate.Shape.Body);

    private double RarityOf(int word) => _meanings[word].Rarity;

    private double Certainty(Candidate candidate, int word) => Found(candidate, word)?.Weight ?? 0;

    private Variant? Found(Candidate candidate, int word)
    {
        var best = candidate.Best[word];
        return best < 0 || _meanings[word].Variants[best].Tier == Tier.Related ? null : _meanings[word].Variants[best];
    }
}
