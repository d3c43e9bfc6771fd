using NotesBot.Notes;

namespace NotesBot.Search.Text;

/// <summary>What ranking needs of every passage that matches, in one number beside the postings.</summary>
/// <param name="Length">Words, headings included.</param>
/// <param name="OwnHeading">Position of the first word of the nearest heading.</param>
/// <param name="Body">Positions from here on are of the text.</param>
/// <param name="Kind">Kind of the passage.</param>
internal readonly record struct PassageShape(int Length, int OwnHeading, int Body, PassageKind Kind)
{
    /// <summary>Positions that the name of the file takes, from the first on; 0 where the title says it.</summary>
    public int NameLength { get; init; }

    /// <summary>Positions that the title of the note takes, behind the name.</summary>
    public int TitleLength { get; init; }

    /// <summary>Whether it goes on with the section of the passage before it.</summary>
    public bool Continues { get; init; }

    /// <summary>Whether it holds names and says nothing about them: see <see cref="Asides"/>.</summary>
    public bool IsAside { get; init; }

    /// <summary>Position of the first word of the title.</summary>
    internal int Title => NameLength == 0 ? 0 : NameLength - 1 + Gap;

    /// <summary>Places left free between the headings and the text, so that no phrase runs from one into the other.</summary>
    internal const int Gap = 10;

    /// <summary>Words of the nearest heading.</summary>
    internal int HeadingLength => Math.Max(0, Body - Gap - OwnHeading + 1);

    private const int KindBits = 3;
    private const int HeadingBits = 8;
    private const int NameBits = 5;

    /// <summary>What varies most stands in front, so that the number is as small as the passages are short.</summary>
    internal long Pack()
    {
        var packed = (long)Length;
        packed = Append(packed, Body - OwnHeading, HeadingBits);
        packed = Append(packed, OwnHeading, HeadingBits);
        packed = Append(packed, NameLength, NameBits);
        packed = Append(packed, TitleLength, NameBits);
        packed = Append(packed, Continues ? 1 : 0, 1);
        packed = Append(packed, IsAside ? 1 : 0, 1);
        return Append(packed, (int)Kind, KindBits);
    }

    internal static PassageShape Unpack(long packed)
    {
        var kind = (PassageKind)Take(ref packed, KindBits);
        var isAside = Take(ref packed, 1) == 1;
        var continues = Take(ref packed, 1) == 1;
        var title = Take(ref packed, NameBits);
        var name = Take(ref packed, NameBits);
        var own = Take(ref packed, HeadingBits);
        var body = own + Take(ref packed, HeadingBits);
        return new((int)packed, own, body, kind) { NameLength = name, TitleLength = title, Continues = continues, IsAside = isAside };
    }

    /// <summary>Longer headings and names than fit are cut there: the rest is taken for text.</summary>
    private static long Append(long packed, int value, int bits) => (packed << bits) | (long)Math.Min(value, (1 << bits) - 1);

    private static int Take(ref long packed, int bits)
    {
        var value = (int)packed & ((1 << bits) - 1);
        packed >>= bits;
        return value;
    }
}
