using System.Text;
using UglyToad.PdfPig.Content;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Puts the letters of a page together to words.</summary>
internal sealed class PdfWords(PdfFonts fonts)
{
    private readonly StringBuilder _text = new();
    private readonly List<PdfWord> _words = [];
    private readonly HashSet<(string, int, int)> _seen = [];
    private PdfWord? _open;
    private double _gap;
    private bool _space;
    private (char Mark, double Left, double Right)? _accent;

    /// <summary>The words in the order of the file.</summary>
    internal static (List<PdfWord> Words, bool HasSpaces) Of(IReadOnlyList<Letter> letters, PdfFonts fonts)
    {
        var upright = Upright(letters);
        var spaces = upright.Count(letter => string.IsNullOrWhiteSpace(letter.Value));
        var hasSpaces = spaces * 12 > upright.Count;
        var words = new PdfWords(fonts) { _gap = hasSpaces ? 0.22 : 0.16 };
        foreach (var letter in upright)
        {
            words.Add(letter);
        }

        words.Close();
        return (words._words, hasSpaces);
    }

    /// <summary>Text that stands upright on the paper; along a margin there are stamps and names of axes.</summary>
    private static List<Letter> Upright(IReadOnlyList<Letter> letters) => [.. letters.Where(IsUpright).Take(PdfLimits.MaxLettersOfPage)];

    private static bool IsUpright(Letter letter) =>
        letter.TextOrientation is TextOrientation.Horizontal && letter.PointSize is > 0.5 and < 1_000
        && letter.StartBaseLine is { X: > -PdfLimits.MaxPoints and < PdfLimits.MaxPoints, Y: > -PdfLimits.MaxPoints and < PdfLimits.MaxPoints }
        && letter.EndBaseLine.X is > -PdfLimits.MaxPoints and < PdfLimits.MaxPoints;

    private void Add(Letter letter)
    {
        var value = letter.Value ?? "";
        var text = PdfCharacters.Ornament(letter.FontName ?? "", value) ?? PdfCharacters.Clean(value);
        var left = letter.StartBaseLine.X;
        var baseline = letter.StartBaseLine.Y;
        if (string.IsNullOrWhiteSpace(text))
        {
            _space |= text.Length > 0;
            return;
        }

        if (!_seen.Add((text, (int)Math.Round(left * 2), (int)Math.Round(baseline * 2))))
        {
            return;
        }

        var right = Math.Max(letter.EndBaseLine.X, left);
        if (text.Length == 1 && PdfCharacters.MarkOf(text) is { } mark && TakeAccent(mark, letter, left, right))
        {
            return;
        }

        Put(Accented(text, left, right), new PdfWord(text, left, right, baseline, letter.PointSize, fonts.LookOf(letter), _space));
    }

    /// <summary>An accent drawn by itself stands over the letter before or after it.</summary>
    private bool TakeAccent(char mark, Letter letter, double left, double right)
    {
        if (mark is '\u0300' && letter.Value == "`" && fonts.LookOf(letter).IsFixed)
        {
            return false;
        }

        var middle = (left + right) / 2;
        if (_open is { } open && middle < open.Right - (0.05 * open.Size) && middle > open.Left && _text.Length > 0
            && PdfCharacters.Compose(_text[^1], mark) is { } composed)
        {
            _text[^1] = composed;
            return true;
        }

        if (letter.Value is "`" or "\u00af" or "\u02dc" && _open is null)
        {
            return false;
        }

        _accent = (mark, left, right);
        return true;
    }

    private string Accented(string text, double left, double right)
    {
        if (_accent is not { } accent)
        {
            return text;
        }

        _accent = null;
        var over = accent.Left < right && accent.Right > left;
        return over && PdfCharacters.Compose(text[0], accent.Mark) is { } composed ? composed + text[1..] : text;
    }

    private void Put(string text, PdfWord letter)
    {
        if (_open is { } open && Joins(open, letter))
        {
            _text.Append(text);
            _open = open with { Right = Math.Max(open.Right, letter.Right) };
        }
        else
        {
            Close();
            _open = letter;
            _text.Append(text);
        }

        _space = false;
    }

    private bool Joins(PdfWord open, PdfWord letter)
    {
        var gap = letter.Left - open.Right;
        return !_space && open.Look == letter.Look
            && Math.Abs(open.Size - letter.Size) < 0.05 * open.Size
            && Math.Abs(open.Baseline - letter.Baseline) < 0.05 * open.Size
            && gap < _gap * open.Size && gap > -0.5 * open.Size;
    }

    private void Close()
    {
        if (_open is { } open)
        {
            var text = PdfCharacters.ComposeAll(_text.ToString()).Trim();
            if (text.Length > 0)
            {
                _words.Add(open with { Text = text });
            }
        }

        _open = null;
        _text.Clear();
    }
}
