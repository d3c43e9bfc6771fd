using System.Globalization;

namespace NotesBot.Terminal;

/// <summary>A line that somebody is typing, and where the cursor is in it. A value: editing gives another.</summary>
/// <param name="Text">The line.</param>
/// <param name="Cursor">In UTF-16 units, always between graphemes.</param>
public readonly record struct LineBuffer(string Text, int Cursor)
{
    /// <summary>A line with the cursor at its end.</summary>
    public static LineBuffer Of(string text) => new(text, text.Length);

    /// <summary>The line with a text put in at the cursor.</summary>
    public LineBuffer Insert(string text) => new(Text.Insert(Cursor, text), Cursor + text.Length);

    /// <summary>The line with the cursor one grapheme to the left.</summary>
    public LineBuffer Left() => this with { Cursor = Before(Cursor) };

    /// <summary>The line with the cursor one grapheme to the right.</summary>
    public LineBuffer Right() => this with { Cursor = After(Cursor) };

    /// <summary>The line with the cursor at its beginning.</summary>
    public LineBuffer Home() => this with { Cursor = 0 };

    /// <summary>The line with the cursor at its end.</summary>
    public LineBuffer End() => this with { Cursor = Text.Length };

    /// <summary>The line with the cursor at the beginning of the word before it.</summary>
    public LineBuffer WordLeft() => this with { Cursor = WordStart() };

    /// <summary>The line with the cursor behind the word after it.</summary>
    public LineBuffer WordRight()
    {
        var cursor = Cursor;
        while (cursor < Text.Length && Text[cursor] == ' ')
        {
            cursor++;
        }

        while (cursor < Text.Length && Text[cursor] != ' ')
        {
            cursor++;
        }

        return this with { Cursor = cursor };
    }

    /// <summary>The line without the grapheme before the cursor.</summary>
    public LineBuffer Backspace() => Without(Before(Cursor), Cursor);

    /// <summary>The line without the grapheme after the cursor.</summary>
    public LineBuffer Delete() => Without(Cursor, After(Cursor));

    /// <summary>The line without the word before the cursor.</summary>
    public LineBuffer DeleteWord() => Without(WordStart(), Cursor);

    /// <summary>The line without what is before the cursor.</summary>
    public LineBuffer DeleteToStart() => Without(0, Cursor);

    /// <summary>The line without what is after the cursor.</summary>
    public LineBuffer DeleteToEnd() => Without(Cursor, Text.Length);

    private LineBuffer Without(int from, int to) => new(Text.Remove(from, to - from), from);

    private int After(int position) =>
        position >= Text.Length ? Text.Length : position + StringInfo.GetNextTextElementLength(Text, position);

    private int Before(int position)
    {
        var border = 0;
        for (var next = After(0); next < position; next = After(next))
        {
            border = next;
        }

        return border;
    }

    private int WordStart()
    {
        var cursor = Cursor;
        while (cursor > 0 && Text[cursor - 1] == ' ')
        {
            cursor--;
        }

        while (cursor > 0 && Text[cursor - 1] != ' ')
        {
            cursor--;
        }

        return cursor;
    }
}
