using System.Globalization;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>
/// What speaks for there being an answer, in numbers that hardly depend on the language of a library or on how long the question is,
/// and the size of the library: the larger it is, the more of a question stands in some passage by chance. Words of related meaning
/// do not count: they rank, but prove nothing.
/// </summary>
internal sealed record Evidence
{
    /// <summary>Share of neighbouring query words that stand near each other in order in the first hit, by rarity.</summary>
    internal required double OrderedFirst { get; init; }

    /// <summary>The same in the best of the first twenty.</summary>
    internal required double OrderedAny { get; init; }

    /// <summary>Share that stand near each other in any order in the best of the first ten.</summary>
    internal required double TogetherAny { get; init; }

    /// <summary>Share of the words that the library has nothing like.</summary>
    internal required double Unknown { get; init; }

    /// <summary>How unlikely it is that the words meet by chance in some passage as long as the first hit: powers of ten for each word, at
    /// least -1.</summary>
    internal required double Unlikely { get; init; }

    /// <summary>Share of the words that are taken for an acronym of what stands in the first hit.</summary>
    internal required double SpelledOut { get; init; }

    /// <summary>How telling the most telling word is that the first hit lacks: 1 for a name or a term, less for one more common in English.</summary>
    internal required double Lacking { get; init; }

    /// <summary>How far the first hit is ahead of the nine after it, as a share of its score, times the share of the query, by rarity, that
    /// it has.</summary>
    internal required double Ahead { get; init; }

    /// <summary>Share of the things that the first hit says the meaning of, when that is asked.</summary>
    internal required double Defined { get; init; }

    /// <summary>How many passages the library has, in powers of ten, at most 4: more were not measured.</summary>
    internal required double Passages { get; init; }

    internal double[] Values =>
        [OrderedFirst, OrderedAny, TogetherAny, Unknown, Unlikely, SpelledOut, Lacking, Ahead, Defined, Passages];

    internal static readonly string[] Names =
    [
        "orderedFirst", "orderedAny", "togetherAny", "unknown", "unlikely", "spelledOut", "lacking", "ahead", "defined", "passages",
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
            Unknown = reading.UnknownShare(),
            Unlikely = reading.Unlikely(first, statistics),
            SpelledOut = reading.SpelledOut(first),
            Lacking = reading.Lacking(first),
            Ahead = AheadOfOthers(ranked) * reading.Covered(first),
            Defined = first.Defined,
            Passages = Math.Min(MostMeasured, Math.Log10(Math.Max(1, statistics.Passages))),
        };
    }

    private const double MostMeasured = 4;

    private static double AheadOfOthers(List<Candidate> ranked) =>
        ranked.Count == 1 ? 1 : 1 - (ranked.Skip(1).Take(9).Average(candidate => candidate.Score) / Math.Max(1e-9, ranked[0].Score));

    /// <summary>One line for a person, and for the script that fits the weights.</summary>
    internal string Describe(double probability) => string.Create(CultureInfo.InvariantCulture,
        $"confidence {probability:0.000}: {string.Join(' ', Names.Zip(Values, (name, value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value:0.0000}")))}");
}

/// <summary>Reads the evidence off a passage.</summary>
internal sealed class EvidenceReading
{
    private const double LeastTelling = 0.1;

    /// <summary>However many passages have a word: that it is common does not speak against those that have it.</summary>
    private const double LeastUnlikely = -1;

    /// <summary>A passage twice as long has a word twice as likely, up to so many times.</summary>
    private const double MostByLength = 4;

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

    internal double SpelledOut(Candidate candidate) =>
        _content.Count(word => Found(candidate, word)?.Tier == Tier.Acronym) / (double)Math.Max(1, _content.Count);

    internal double Lacking(Candidate candidate) =>
        _content.Where(word => Found(candidate, word) is null).Select(word => Telling(_meanings[word].Word)).DefaultIfEmpty(0).Max();

    internal double UnknownShare() =>
        _content.Count(word => _meanings[word].Variants.All(variant => variant.Tier == Tier.Related)) / (double)Math.Max(1, _content.Count);

    internal double Unlikely(Candidate candidate, Statistics statistics)
    {
        var passages = Math.Max(1.0, statistics.Passages);
        var length = Math.Clamp(statistics.RelativeLength(candidate.Shape.Length), 1 / MostByLength, MostByLength);
        var chance = Math.Log10(passages);
        var acronyms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in _content)
        {
            // An acronym stands for several words, and there by itself.
            if (Found(candidate, word) is { } variant && (variant.Tier != Tier.Acronym || acronyms.Add(string.Join(' ', variant.Terms))))
            {
                chance += variant.Weight * Math.Min(0, Math.Log10(Math.Clamp(variant.Frequency, 1, passages) / passages * length));
            }
        }

        return Math.Max(LeastUnlikely, -chance / Math.Max(1, _content.Count));
    }

    /// <summary>A word that English uses some three thousand times in the table tells nothing apart; in other languages nothing is known.</summary>
    private static double Telling(QueryWord word) =>
        word.EnglishUses is { } uses ? Math.Max(LeastTelling, 1 - (Math.Log10(1 + uses) / 3.5)) : 0;

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

    private double RarityOf(int word) => _meanings[word].Rarity;

    private double Certainty(Candidate candidate, int word) => Found(candidate, word)?.Weight ?? 0;

    private Variant? Found(Candidate candidate, int word)
    {
        var best = candidate.Best[word];
        return best < 0 || _meanings[word].Variants[best].Tier == Tier.Related ? null : _meanings[word].Variants[best];
    }
}
