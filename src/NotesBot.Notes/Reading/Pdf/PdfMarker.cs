using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>The bullet or number that begins an item of a list.</summary>
/// <param name="Number">The number; <see langword="null"/> for a bullet or a letter.</param>
/// <param name="IsSure">Whether it cannot be anything else, wherever it stands.</param>
/// <param name="Rest">The line without it.</param>
internal sealed partial record PdfMarker(int? Number, bool IsSure, PdfLine Rest)
{
    private const string Dashes = "-–—*+o";

    /// <summary>The marker of a line; <see langword="null"/> without one.</summary>
    internal static PdfMarker? Of(PdfLine line)
    {
        var first = line.Words[0].Text;
        if (PdfCharacters.Bullets.Contains(first[0]))
        {
            return Bullet(line, first);
        }

        if (line.Skip(1) is not { } rest)
        {
            return null;
        }

        var gap = rest.Left - line.Words[0].Right;
        if (first.Length == 1 && Dashes.Contains(first[0]))
        {
            return gap > (first == "o" ? 0.8 : 0.2) * line.Size ? new PdfMarker(null, false, rest) : null;
        }

        return Numbered().Match(first) is { Success: true } match ? new PdfMarker(NumberOf(match), false, rest) : null;
    }

    private static PdfMarker? Bullet(PdfLine line, string first)
    {
        if (first.Length == 1)
        {
            return line.Skip(1) is { } rest ? new PdfMarker(null, true, rest) : null;
        }

        var word = line.Words[0] with { Text = first[1..].TrimStart(), Left = line.Left + (0.8 * line.Size) };
        return first[0] == '·' ? null : new PdfMarker(null, true, line.With([word, .. line.Words.Skip(1)]));
    }

    private static int? NumberOf(Match match) =>
        int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?:(?<number>\d{1,2})[.):]|\((?<number>\d{1,2}|[a-z]|[ivx]{2,4})\)|\[(?<number>\d{1,3})\]|(?:[a-z]|[ivx]{2,4})\)|[a-z]\.)$")]
    private static partial Regex Numbered();
}
