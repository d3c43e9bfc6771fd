using System.Text;
using UglyToad.PdfPig.Content;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Puts the letters of a page together to words.</summary>
internal sealed class PdfWords(PdfFonts fonts)
{
    private readonly StringBuilder _text = new();
    private readonly List<PdfWord> _words = [];
    private readonly PdfOverprint _overprint = new();
    private PdfWord? _open;
    private double _gap;
    private bool _space;
    private (char Mark, double Left, double Right)? _accent;

    /// <summary>The words in the order of the file.</summary>
    internal static (List<PdfWord> Words, bool HasSpaces) Of(IReadOnlyList<PdfLetter> letters, PdfFonts fonts)
    {
        var spaces = letters.Count(letter => string.IsNullOrWhiteSpace(letter.Letter.Value));
        var hasSpaces = spaces * 12 > letters.Count;
        var words = new PdfWords(fonts) { _gap = hasSpaces ? 0.22 : 0.16 };
        foreach (var letter in letters)
        {
            words.Add(letter);
        }

        words.Close();
        return (words._words, hasSpaces);
    }

    private void Add(PdfLetter placed)
    {
        var letter = placed.Letter;
        var value = letter.Value ?? "";
        var text = PdfCharacters.Ornament(letter.FontName ?? "", value) ?? PdfCharacters.Clean(value);
        if (string.IsNullOrWhiteSpace(text))
        {
            _space |= text.Length > 0;
            return;
        }

        if (_overprint.IsSecond(text, placed))
        {
            return;
        }

        var (left, right) = (placed.Left, placed.Right);
        if (text.Length == 1 && Accents.MarkOf(text) is { } mark && TakeAccent(mark, letter, left, right))
        {
            return;
        }

        Put(Accented(text, left, right), new PdfWord(text, left, right, placed.Baseline, letter.PointSize, fonts.LookOf(letter), _space));
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
            && Accents.Compose(_text[^1], mark) is { } composed)
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
        return over && Accents.Compose(text[0], accent.Mark) is { } composed ? composed + text[1..] : text;
    }

    private void Put(string text, PdfWord letter)
    {
        if (_open is { } open && Joins(open, letter))
        {
            _text.Append(text);
            _open = open with { Right = Math.Max(open.Right, letter.Right) };
        }
        else if (RightToLeft.Is(text[0]) && _open is { } seen && JoinsFromRight(seen, letter))
        {
            _text.Insert(0, text);
            _open = seen with { Left = letter.Left };
        }
        else
        {
            Close();
            _open = letter;
            _text.Append(text);
        }

        _space = false;
    }

    private bool Joins(PdfWord open, PdfWord letter) => IsBeside(open, letter, letter.Left - open.Right);

    /// <summary>Hebrew and Arabic that a program drew in the order in which they are read.</summary>
    private bool JoinsFromRight(PdfWord open, PdfWord letter) => letter.Left < open.Left && IsBeside(open, letter, open.Left - letter.Right);

    private bool IsBeside(PdfWord open, PdfWord letter, double gap) =>
        !_space && open.Look == letter.Look
        && Math.Abs(open.Size - letter.Size) < 0.05 * open.Size
        && Math.Abs(open.Baseline - letter.Baseline) < 0.05 * open.Size
        && gap < _gap * open.Size && gap > -0.5 * open.Size;

    private void Close()
    {
        if (_open is { } open)
        {
            var text = Accents.ComposeAll(_text.ToString()).Trim();
            if (text.Length > 0)
            {
                _words.Add(open with { Text = text, SpaceBefore = open.SpaceBefore && !RightToLeft.Is(text[0]) });
            }
        }

        _open = null;
        _text.Clear();
    }
}
