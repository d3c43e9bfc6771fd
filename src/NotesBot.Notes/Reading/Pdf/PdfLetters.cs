using UglyToad.PdfPig.Content;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>A letter of a page, turned so that its line runs from left to right.</summary>
/// <param name="Letter">As the parser gives it.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">What it stands on.</param>
internal readonly record struct PdfLetter(Letter Letter, double Left, double Right, double Baseline);

/// <summary>The letters of a page by the direction in which they are read.</summary>
internal static class PdfLetters
{
    /// <summary>A scan lies a little askew on its page; more than this is a stamp across it.</summary>
    private const double MaxSkew = 12 * Math.PI / 180;

    private const int Across = 4;

    private const double Straight = 0.002;

    /// <summary>Letters of each direction, the direction of most first. What lies across the page is a stamp, unless all the rest does.</summary>
    internal static List<List<PdfLetter>> ByDirection(IReadOnlyList<Letter> letters)
    {
        var groups = new Dictionary<int, List<(Letter Letter, double Angle)>>();
        var before = 0.0;
        foreach (var letter in letters.Where(IsSane).Take(PdfLimits.MaxLettersOfPage))
        {
            var angle = before = AngleOf(letter) ?? before;
            var quarter = (int)Math.Round(angle / (Math.PI / 2));
            var key = Math.Abs(angle - (quarter * Math.PI / 2)) <= MaxSkew ? (quarter + 4) % 4 : Across;
            (groups.TryGetValue(key, out var group) ? group : groups[key] = []).Add((letter, angle));
        }

        var most = groups.Values.MaxBy(group => group.Count);
        return [.. groups.Where(group => group.Key != Across || group.Value == most).Select(group => group.Value).OrderByDescending(group => group.Count).Select(Turned)];
    }

    private static List<PdfLetter> Turned(List<(Letter Letter, double Angle)> group)
    {
        var angles = group.ConvertAll(pair => pair.Angle);
        angles.Sort();
        var angle = angles[angles.Count / 2];
        return Math.Abs(angle) < Straight
            ? group.ConvertAll(pair => new PdfLetter(
                pair.Letter, pair.Letter.StartBaseLine.X, Math.Max(pair.Letter.EndBaseLine.X, pair.Letter.StartBaseLine.X), pair.Letter.StartBaseLine.Y))
            : group.ConvertAll(pair => Turned(pair.Letter, Math.Cos(angle), Math.Sin(angle)));
    }

    private static PdfLetter Turned(Letter letter, double cos, double sin)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var left = (start.X * cos) + (start.Y * sin);
        return new PdfLetter(letter, left, Math.Max((end.X * cos) + (end.Y * sin), left), (start.Y * cos) - (start.X * sin));
    }

    /// <summary>The direction of a letter's line, in radians; <see langword="null"/> for one without a width, which goes with the letter before it.</summary>
    private static double? AngleOf(Letter letter)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        return Math.Abs(x) + Math.Abs(y) < 0.001 ? null : Math.Atan2(y, x);
    }

    private static bool IsSane(Letter letter) =>
        letter.PointSize is > 0.5 and < 1_000 && IsOnPaper(letter.StartBaseLine.X) && IsOnPaper(letter.StartBaseLine.Y)
        && IsOnPaper(letter.EndBaseLine.X) && IsOnPaper(letter.EndBaseLine.Y);

    private static bool IsOnPaper(double place) => place is > -PdfLimits.MaxPoints and < PdfLimits.MaxPoints;
}
