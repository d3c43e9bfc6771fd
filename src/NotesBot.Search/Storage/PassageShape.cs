using NotesBot.Notes;

namespace NotesBot.Search.Storage;

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

    private const int Bits = 16;
    private const int Max = (1 << Bits) - 1;

    internal long Pack() =>
        (long)(Part(Length) | (Part(OwnHeading) << Bits) | (Part(Body) << (2 * Bits)) | ((ulong)Kind << (3 * Bits)));

    private static ulong Part(int value) => (ulong)Math.Clamp(value, 0, Max);

    internal static PassageShape Unpack(long packed) => new(
        (int)(packed & Max), (int)((packed >> Bits) & Max), (int)((packed >> (2 * Bits)) & Max), (PassageKind)(packed >> (3 * Bits)));
}
