using System.Text;

namespace NotesBot.Discord.Rendering;

/// <summary>
/// Writes one Discord text within a budget. Whatever the texts of others are, every mark of ours is closed, no grapheme is cut, and what
/// did not fit ends in an ellipsis. After that it takes nothing more.
/// </summary>
internal sealed class MarkdownWriter(TextBudget budget)
{
    private const string Bold = "**";
    private const string Fence = "```";

    /// <summary>How far a cut may go back to end between words.</summary>
    private const int MaxCutBack = 40;

    /// <summary>Less of a code span or line than this says nothing.</summary>
    private const int MinCodeLength = 10;

    /// <summary>What a cut still has to write.</summary>
    private static readonly TextBudget Closing = TextBudget.Of(Bold + Graphemes.Ellipsis);

    private readonly StringBuilder _text = new();
    private int _bytes;
    private bool _isBold;
    private LinePlace _place = LinePlace.Start;
    private (int Length, int Bytes, bool IsBold) _wordEnd;

    /// <summary>Whether something did not fit: what follows is left out.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>Whether there is nothing yet.</summary>
    internal bool IsEmpty => _text.Length == 0;

    /// <summary>Markup of ours, whole or not at all. Behind a list mark the line still begins.</summary>
    internal void Markup(string ours)
    {
        if (!IsFull && !TryAppend(ours))
        {
            Cut();
        }

        _place = ours.EndsWith('\n') ? LinePlace.Start : _place;
    }

    /// <summary>Markup of ours, if it fits; else nothing, and other text may follow.</summary>
    internal bool TryMarkup(string ours) => !IsFull && TryAppend(ours);

    /// <summary>Begins a new line, or with two a new paragraph, unless nothing stands before.</summary>
    internal void Break(int lines)
    {
        if (!IsEmpty && !IsFull)
        {
            CloseBold();
            RememberWordEnd();
            Markup(new string('\n', lines));
        }
    }

    /// <summary>Text of others, with its bold stretches.</summary>
    /// <param name="text">What to write.</param>
    /// <param name="indent">What goes before its further lines.</param>
    /// <param name="bold">Whether all of it is bold.</param>
    internal void Prose(MarkedText text, string indent = "", bool bold = false)
    {
        var stretches = new Queue<(int Start, int Length)>(CodeLike.Find(text.Text));
        for (var index = 0; index < text.Text.Length && !IsFull;)
        {
            if (stretches.TryPeek(out var stretch) && stretch.Start <= index)
            {
                stretches.Dequeue();
                SwitchBold(bold || text.IsAnyMarked(stretch.Start, stretch.Length));
                Span(text.Text.Substring(stretch.Start, stretch.Length));
                index += stretch.Length;
                continue;
            }

            var end = stretches.TryPeek(out var next) ? next.Start : text.Text.Length;
            index += text.Text[index] == '\n' ? LineEnd(text.Text, index, indent) : Grapheme(text, index..end, bold);
        }

        CloseBold();
    }

    /// <summary>A code span, shortened where it does not fit.</summary>
    internal void Span(string content)
    {
        // Two spans side by side would be one with longer delimiters.
        var join = _text.Length > 0 && _text[^1] == '`' ? MarkdownEscaper.Between : "";
        if (IsFull || TryAppend(join + MarkdownEscaper.CodeSpan(content)))
        {
            _place = LinePlace.Inside;
            return;
        }

        var (chars, bytes) = (budget.Chars - _text.Length - Closing.Chars - 6, budget.Bytes - _bytes - Closing.Bytes - 6);
        var fitting = Graphemes.EndWithin(content, new TextBudget(chars, bytes));
        if (fitting >= MinCodeLength && TryAppend(join + MarkdownEscaper.CodeSpan(content[..fitting])))
        {
            _wordEnd = default;
        }

        Cut();
    }

    /// <summary>A code block of lines, shortened between lines where it does not fit, with its fence closed.</summary>
    /// <param name="lines">Raw lines; they are made safe here.</param>
    /// <param name="language">What the fence names; empty for nothing.</param>
    internal void CodeBlock(IReadOnlyList<string> lines, string language)
    {
        var safe = MarkdownEscaper.BreakBackticks(string.Join('\n', lines.Select(MarkdownEscaper.BreakMentions)), 3).Split('\n');
        var taken = IsFull ? 0 : LinesThatFit(safe, Fence + language + "\n" + Graphemes.Ellipsis + "\n" + Fence);
        if (taken == 0)
        {
            Cut();
            return;
        }

        var rest = taken < safe.Length ? "\n" + Graphemes.Ellipsis : "";
        Append($"{Fence}{language}\n{string.Join('\n', safe.Take(taken))}{rest}\n{Fence}");
        IsFull = taken < safe.Length;
        (_wordEnd, _place) = (default, LinePlace.Inside);
    }

    private int LinesThatFit(IReadOnlyList<string> lines, string frame)
    {
        var (chars, bytes) = (_text.Length + frame.Length + Closing.Chars, _bytes + Encoding.UTF8.GetByteCount(frame) + Closing.Bytes);
        var taken = 0;
        foreach (var line in lines)
        {
            chars += line.Length + 1;
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (!budget.Holds(new TextBudget(chars, bytes)))
            {
                break;
            }

            taken++;
        }

        return taken;
    }

    /// <summary>The text, without white space at its end.</summary>
    public override string ToString() => _text.ToString().TrimEnd();

    /// <summary>Writes a line end, or one empty line for several; gives how many characters they were.</summary>
    private int LineEnd(string text, int index, string indent)
    {
        var end = index;
        var lines = 0;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            lines += text[end++] == '\n' ? 1 : 0;
        }

        Break(Math.Min(lines, 2));
        if (!IsEmpty)
        {
            Markup(indent);
        }

        return end - index;
    }

    /// <summary>Writes what people see as one character, or a run of spaces; gives how many UTF-16 units it was.</summary>
    private int Grapheme(MarkedText text, Range range, bool bold)
    {
        var (index, room) = range.GetOffsetAndLength(text.Text.Length);
        if (text.Text[index] is ' ' or '\t')
        {
            return Spaces(text, index, bold);
        }

        var length = Graphemes.LengthAt(text.Text, index, room);
        var escaped = Escaped(text.Text, index, length);
        SwitchBold(bold || text.IsMarked(index));
        if (!IsFull && !TryAppend(escaped))
        {
            Cut();
        }

        return length;
    }

    /// <remarks>Nearly always of one character, which needs no copy.</remarks>
    private string Escaped(string text, int start, int length)
    {
        var escaped = "";
        for (var i = start; i < start + length; i++)
        {
            escaped += MarkdownEscaper.Escape(text, i, _place);
            _place = NextPlace(text[i]);
        }

        return escaped;
    }

    private LinePlace NextPlace(char c) => c switch
    {
        _ when _place != LinePlace.Inside && char.IsAsciiDigit(c) => LinePlace.Number,
        _ when _place == LinePlace.Start && char.IsWhiteSpace(c) => LinePlace.Start,
        _ => LinePlace.Inside,
    };

    /// <summary>A run of spaces is one space; it is bold only between bold words.</summary>
    private int Spaces(MarkedText text, int index, bool bold)
    {
        var end = index;
        while (end < text.Text.Length && text.Text[end] is ' ' or '\t')
        {
            end++;
        }

        if (!bold && !text.IsMarked(end))
        {
            CloseBold();
        }

        RememberWordEnd();
        if (!IsFull && !TryAppend(" "))
        {
            Cut();
        }

        return end - index;
    }

    private void SwitchBold(bool on)
    {
        if (!on)
        {
            CloseBold();
        }
        else if (!_isBold && !IsFull)
        {
            _isBold = TryAppend(Bold);
            if (!_isBold)
            {
                Cut();
            }
        }
    }

    private void CloseBold()
    {
        if (_isBold)
        {
            _isBold = false;
            Append(Bold);
        }
    }

    private void RememberWordEnd() => _wordEnd = (_text.Length, _bytes, _isBold);

    /// <summary>Ends the text: between words where that is near, with its marks closed.</summary>
    private void Cut()
    {
        if (IsFull)
        {
            return;
        }

        IsFull = true;
        if (_wordEnd.Length > 0 && _text.Length - _wordEnd.Length <= MaxCutBack)
        {
            (_text.Length, _bytes, _isBold) = _wordEnd;
        }

        if (_isBold && _text.ToString(_text.Length - Bold.Length, Bold.Length) == Bold)
        {
            (_text.Length, _bytes, _isBold) = (_text.Length - Bold.Length, _bytes - Bold.Length, false);
        }

        CloseBold();
        Append(Graphemes.Ellipsis);
    }

    private bool TryAppend(string text)
    {
        var size = TextBudget.Of(text);
        var after = new TextBudget(_text.Length + size.Chars + Closing.Chars, _bytes + size.Bytes + Closing.Bytes);
        if (!budget.Holds(after))
        {
            return false;
        }

        Append(text);
        return true;
    }

    private void Append(string text)
    {
        _text.Append(text);
        _bytes += Encoding.UTF8.GetByteCount(text);
    }
}
