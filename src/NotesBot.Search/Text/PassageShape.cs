using NotesBot.Notes;

namespace NotesBot.Search.Text;

/// <summary>What ranking needs of every passage that matches, in one number beside the postings.</summary>
/// <param name="Length">Words, headings included.</param>
/// <param name="OwnHeading">Position of the first word of the nearest heading.</param>
/// <param name="Body">Positions from here on are of the text.</param>
/// <param name="Kind">Kind of the passage.</param>
internal readonly record struct PassageShape(int Length, int OwnHeading, int Body, PassageKind Kind)
{
    /// <summary>Places left free between the headings and the text, so that no phrase runs from one into the other.</summary>
    internal const int Gap = 10;

    /// <summary>Words of the nearest heading.</summary>
    internal int HeadingLength => Math.Max(0, Body - Gap - OwnHeading + 1);

    private const int KindBits = 3;
    private const int HeadingBits = 8;
    private const int MaxHeading = (1 << HeadingBits) - 1;

    /// <summary>What varies most stands in front, so that the number is as small as the passages are short.</summary>
    internal long Pack() =>
        ((((((long)Length << HeadingBits) | Part(Body - OwnHeading)) << HeadingBits) | Part(OwnHeading)) << KindBits) | (long)Kind;

    internal static PassageShape Unpack(long packed)
    {
        var own = (int)(packed >> KindBits) & MaxHeading;
        var body = own + ((int)(packed >> (KindBits + HeadingBits)) & MaxHeading);
        return new((int)(packed >> (KindBits + (2 * HeadingBits))), own, body, (PassageKind)(packed & ((1 << KindBits) - 1)));
    }

    /// <summary>Longer headings than this are taken for text from there on.</summary>
    private static long Part(int value) => Math.Min(value, MaxHeading);
}
