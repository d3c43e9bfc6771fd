using System.Globalization;
using System.Text;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>How a piece of text looks.</summary>
[Flags]
internal enum Style
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strike = 8,
    Code = 16,
    Small = 32,
    Link = 64,
    Mention = 128,
    Hidden = 256,
}

/// <summary>A piece of text and how it looks.</summary>
internal readonly record struct Span(string Text, Style Style);

/// <summary>Lines of spans: broken at a width, drawn with or without colours.</summary>
internal static class Styled
{
    private static readonly (Style Style, string Code)[] Codes =
    [
        (Style.Bold, "1"), (Style.Italic, "3"), (Style.Underline, "4"), (Style.Strike, "9"), (Style.Code, "36"),
        (Style.Small, "2"), (Style.Link, "34"), (Style.Mention, "30;43"), (Style.Hidden, "7"),
    ];

    /// <summary>How many columns a text takes: wide scripts and pictures two, marks none.</summary>
    public static int Width(string text)
    {
        var columns = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            columns += ElementWidth(elements.GetTextElement());
        }

        return columns;
    }

    /// <summary>Breaks at spaces, and inside a word that is longer than a line.</summary>
    public static IEnumerable<List<Span>> Wrap(IEnumerable<Span> spans, int width)
    {
        var line = new List<Span>();
        var used = 0;
        foreach (var (word, style) in spans.SelectMany(Words))
        {
            if (used > 0 && used + Width(word.TrimEnd()) > width)
            {
                yield return line;
                line = [];
                used = 0;
            }

            foreach (var piece in Pieces(used == 0 ? word.TrimStart(' ') : word, width))
            {
                if (used > 0 && used + Width(piece.TrimEnd()) > width)
                {
                    yield return line;
                    line = [];
                    used = 0;
                }

                line.Add(new Span(piece, style));
                used += Width(piece);
            }
        }

        yield return line;
    }

    /// <summary>As text for the terminal.</summary>
    public static string Draw(IEnumerable<Span> line, bool colours)
    {
        var text = new StringBuilder();
        foreach (var span in line)
        {
            var codes = colours ? string.Join(';', Codes.Where(code => span.Style.HasFlag(code.Style)).Select(code => code.Code)) : "";
            text.Append(codes.Length == 0 ? span.Text : $"\e[{codes}m{span.Text}\e[0m");
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<Span> Words(Span span)
    {
        var start = 0;
        for (var i = 1; i <= span.Text.Length; i++)
        {
            if (i == span.Text.Length || (span.Text[i] != ' ' && span.Text[i - 1] == ' '))
            {
                yield return span with { Text = span.Text[start..i] };
                start = i;
            }
        }
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        var piece = new StringBuilder();
        var used = 0;
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (used + ElementWidth(element) > width && element != " ")
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }

            piece.Append(element);
            used += ElementWidth(element);
        }

        yield return piece.ToString();
    }

    private static int ElementWidth(string element)
    {
        var rune = Rune.GetRuneAt(element, 0);
        return rune.Value switch
        {
            < 0x20 or 0x200B or 0xFEFF => 0,
            (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
                => 2,
            _ => 1,
        };
    }
}
