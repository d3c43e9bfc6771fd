namespace NotesBot.Notes.Reading.Pdf;

/// <summary>How letters look.</summary>
/// <param name="IsBold">Heavier than usual.</param>
/// <param name="IsItalic">Slanted.</param>
/// <param name="IsFixed">All letters equally wide, as in program text.</param>
/// <param name="IsMath">A font of signs for formulas.</param>
internal readonly record struct PdfLook(bool IsBold, bool IsItalic, bool IsFixed, bool IsMath);

/// <summary>Letters of one look that stand together without a space. Measures are in points, from the lower left corner of the page.</summary>
/// <param name="Text">Without ligatures and control characters; not empty.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Baseline">What the letters stand on.</param>
/// <param name="Size">Size of the font.</param>
/// <param name="Look">See <see cref="PdfLook"/>.</param>
/// <param name="SpaceBefore">Whether the file itself has a space before it.</param>
internal sealed record PdfWord(string Text, double Left, double Right, double Baseline, double Size, PdfLook Look, bool SpaceBefore)
{
    internal double Middle => Baseline + (0.3 * Size);
}

/// <summary>A link on a page.</summary>
internal sealed record PdfLink(double Left, double Bottom, double Right, double Top, string Target);

/// <summary>What is on a page, before its order is known.</summary>
internal sealed class PdfPage
{
    internal required int Number { get; init; }

    internal required List<PdfWord> Words { get; set; }

    internal IReadOnlyList<PdfLink> Links { get; init; } = [];

    /// <summary>What does not stand in its lines: text on its side, sticky notes, typed-on text, filled fields.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How many letters of it nobody can read but by looking: their fonts do not say what they are.</summary>
    internal int MuteLetters { get; init; }

    /// <summary>Whether a good part of it is such letters.</summary>
    internal bool IsMute => MuteLetters >= 10 && MuteLetters * 4 > Words.Sum(word => word.Text.Length);

    /// <summary>Whether the file has its own spaces on this page, so that gaps between letters mean little.</summary>
    internal bool HasSpaces { get; init; }
}
