using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>How the letters of each font of a file look, by its name, and by its widths where the name says nothing.</summary>
internal sealed partial class PdfFonts
{
    private readonly Dictionary<string, PdfLook> _looks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Widths> _widths = new(StringComparer.Ordinal);

    /// <summary>Looks at the letters of a page before they are asked about.</summary>
    internal void Learn(IReadOnlyList<Letter> letters)
    {
        foreach (var letter in letters)
        {
            if (letter.Value is [>= '!' and <= '~'] && letter.PointSize > 0)
            {
                var name = letter.FontName ?? "";
                var widths = _widths.TryGetValue(name, out var known) ? known : _widths[name] = new Widths();
                widths.Add(letter.Value[0], letter.Width / letter.PointSize);
            }
        }

        _looks.Clear();
    }

    /// <summary>The look of a letter.</summary>
    internal PdfLook LookOf(Letter letter)
    {
        var name = letter.FontName ?? "";
        if (!_looks.TryGetValue(name, out var look))
        {
            look = ByName(letter, name);
            _looks[name] = look with { IsFixed = look.IsFixed || _widths.TryGetValue(name, out var widths) && widths.AreEqual };
        }

        return letter.RenderingMode == UglyToad.PdfPig.Core.TextRenderingMode.FillThenStroke ? look with { IsBold = true } : look;
    }

    private static PdfLook ByName(Letter letter, string name) => new(
        letter.FontDetails.IsBold || letter.FontDetails.Weight >= 600 || Bold().IsMatch(name),
        letter.FontDetails.IsItalic || Italic().IsMatch(name),
        Fixed().IsMatch(name),
        Math().IsMatch(name));

    [GeneratedRegex(@"bold|black|heavy|[-,]bd|demi|\+?cmb(x|sy)?\d|cmssbx|sfbx|ecbx|ecrb|t1-bx|bx\d", RegexOptions.IgnoreCase)]
    private static partial Regex Bold();

    [GeneratedRegex(@"italic|oblique|[-,]it\b|cmti|cmsl|slant", RegexOptions.IgnoreCase)]
    private static partial Regex Italic();

    [GeneratedRegex(@"mono|courier|consola|menlo|typewriter|cmtt|sftt|ectt|inconsolata|lucidacons|fixed|sourcecode|firacode", RegexOptions.IgnoreCase)]
    private static partial Regex Fixed();

    [GeneratedRegex(@"math|cmmi|cmsy|cmex|cmbsy|cmmib|msam|msbm|esint|symbol|stmary|wasy|rsfs|euex|eufm|eusm|txsy|pxsy", RegexOptions.IgnoreCase)]
    private static partial Regex Math();

    /// <summary>Widths of the letters seen, as shares of the size.</summary>
    private sealed class Widths
    {
        private readonly HashSet<char> _seen = [];
        private double _least = double.MaxValue;
        private double _most;

        /// <summary>Narrow and wide letters were seen, and they are alike.</summary>
        internal bool AreEqual => _seen.Count >= 8 && _seen.Overlaps("iljft.,:") && _seen.Overlaps("mwMWOGae") && _most - _least < 0.02 && _least > 0.4 && _most < 0.8;

        internal void Add(char letter, double width)
        {
            _seen.Add(letter);
            _least = System.Math.Min(_least, width);
            _most = System.Math.Max(_most, width);
        }
    }
}
