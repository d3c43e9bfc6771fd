using System.Globalization;

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

    /// <summary>One line for a person, and for the script that fits the weights.</summary>
    internal string Describe(double probability) => string.Create(CultureInfo.InvariantCulture,
        $"confidence {probability:0.000}: {string.Join(' ', Names.Zip(Values, (name, value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value:0.0000}")))}");
}
