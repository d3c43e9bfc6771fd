using System.Text;
using Spectre.Console;

namespace NotesBot.Terminal;

/// <summary>One line for a terminal.</summary>
public sealed class TerminalLine
{
    private readonly string _text;

    /// <summary>A line of cleaned text with signs of <see cref="Ink"/>.</summary>
    internal TerminalLine(string text, string? url = null)
    {
        _text = text;
        Url = url;
    }

    /// <summary>Where the whole line leads, for terminals that know links; <see langword="null"/> for nowhere.</summary>
    public string? Url { get; }

    /// <summary>The line as plain text, without a line break.</summary>
    public string Plain => string.Concat(_text.EnumerateRunes().Where(rune => !Ink.IsSign(rune)));

    /// <summary>The line as Spectre.Console's markup: what others wrote is escaped in it.</summary>
    public string ToMarkup()
    {
        var markup = new StringBuilder();
        var open = new Stack<char>();
        var run = new StringBuilder();
        foreach (var character in _text)
        {
            if (character is < Ink.BoldOn or > Ink.DimOff)
            {
                run.Append(character);
                continue;
            }

            Flush(run, markup);
            Toggle(character, open, markup);
        }

        Flush(run, markup);
        markup.Insert(markup.Length, "[/]", open.Count);
        return Url is null ? markup.ToString() : $"[link={Markup.Escape(Url)}]{markup}[/]";
    }

    private static void Flush(StringBuilder run, StringBuilder markup)
    {
        markup.Append(Markup.Escape(run.ToString()));
        run.Clear();
    }

    /// <summary>Opens or closes a style. One that overlaps another is closed with it: Spectre's tags nest.</summary>
    private static void Toggle(char sign, Stack<char> open, StringBuilder markup)
    {
        if (sign is Ink.BoldOn or Ink.DimOn)
        {
            markup.Append(sign == Ink.BoldOn ? "[bold]" : "[dim]");
            open.Push(sign);
        }
        else if (open.Count > 0)
        {
            markup.Append("[/]");
            open.Pop();
        }
    }
}
