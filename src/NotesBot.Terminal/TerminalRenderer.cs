using System.Globalization;
using NotesBot.Commands;
using NotesBot.Commands.Formulas;

namespace NotesBot.Terminal;

/// <summary>How a terminal shows replies.</summary>
/// <param name="Width">Columns, at least 20; longer lines are wrapped.</param>
/// <param name="ShowsLinks">Whether a line can lead somewhere; else the addresses are written out.</param>
/// <param name="ShowsChoices">Whether buttons and selects are of use: in a chat, but not where the program ends with the answer.</param>
public sealed record TerminalLook(int Width, bool ShowsLinks, bool ShowsChoices);

/// <summary>Turns a reply into lines for a terminal. Whatever notes hold, no line has a character that a terminal would obey.</summary>
public sealed class TerminalRenderer(TerminalLook look)
{
    private const int MinWidth = 20;
    private const string Indent = "   ";

    private readonly int _width = Math.Max(MinWidth, look.Width);

    /// <summary>The lines of a reply, blocks apart by an empty line.</summary>
    public IReadOnlyList<TerminalLine> Render(Reply reply)
    {
        var lines = new List<TerminalLine>();
        ReplyBlock? before = null;
        foreach (var block in reply.Blocks)
        {
            var rendered = Render(block).ToList();
            if (lines.Count > 0 && rendered.Count > 0 && !IsClose(before, block))
            {
                lines.Add(new TerminalLine(""));
            }

            lines.AddRange(rendered);
            before = rendered.Count > 0 ? block : before;
        }

        return lines;
    }

    /// <summary>Whether two blocks belong together, so that no empty line stands between them.</summary>
    private static bool IsClose(ReplyBlock? before, ReplyBlock block) =>
        (before, block) is (HeadingBlock, TextBlock { Subtle: true }) or (SelectBlock or ButtonsBlock, SelectBlock or ButtonsBlock);

    private IEnumerable<TerminalLine> Render(ReplyBlock block) => block switch
    {
        HeadingBlock heading => Heading(heading),
        TextBlock { Subtle: true } text => Lines(TextWrap.Wrap(Ink.Clean(text.Text), _width).Select(Ink.Dim)),
        TextBlock text => Lines(TextWrap.Wrap(Ink.Clean(text.Text), _width)),
        PassageBlock passage => Passage(passage),
        ListBlock list => list.Items.SelectMany(Item),
        ButtonsBlock row => Buttons(row),
        SelectBlock select => Select(select),
        _ => [],
    };

    private static IEnumerable<TerminalLine> Lines(IEnumerable<string> lines) => lines.Select(line => new TerminalLine(line));

    private IEnumerable<TerminalLine> Heading(HeadingBlock heading)
    {
        var lines = TextWrap.Wrap(Ink.Clean(heading.Text), _width).ToList();
        return
        [
            .. lines.Select(line => new TerminalLine(Ink.Bold(line), look.ShowsLinks ? heading.Url : null)),
            new TerminalLine(new string('-', lines.Max(Ink.Width))),
        ];
    }

    private IEnumerable<TerminalLine> Passage(PassageBlock passage)
    {
        var indent = passage.Rank is null ? "" : Indent;
        var lead = passage.Rank is { } rank ? $"{rank.ToString(CultureInfo.InvariantCulture)}.".PadRight(Indent.Length) : "";
        return
        [
            .. Lines(TextWrap.Wrap(Ink.Clean(passage.Title), _width, lead, indent).Select(Ink.Bold)),
            .. passage.Place.Length == 0 ? [] : Lines(TextWrap.Wrap(Ink.Clean(passage.Place), _width, indent, indent).Select(Ink.Dim)),
            .. passage.Brief ? [] : new[] { new TerminalLine("") },
            .. Lines(PassageLines.Of(FormulaBlock.Of(passage), _width - indent.Length).Select(line => Ink.Width(line) == 0 ? "" : indent + line)),
            .. passage.Brief ? [] : new[] { new TerminalLine("") },
            .. Source(passage, indent),
            .. passage.Footnote is null ? [] : Lines([Ink.Dim(indent + Ink.Clean(passage.Footnote))]),
        ];
    }

    private IEnumerable<TerminalLine> Source(PassageBlock passage, string indent)
    {
        var source = Ink.Clean(passage.Source).Replace('\n', ' ');
        var address = SafeAddress(passage.Url);
        var link = look.ShowsLinks ? address : null;
        var place = TextWrap.WrapPath(source, _width, indent).Select(line => new TerminalLine(Ink.Dim(line), link));

        // An address stays on one line, however long: broken, nobody could copy it.
        return address is null || look.ShowsLinks ? place : [.. place, new TerminalLine(indent + address)];
    }

    private IEnumerable<TerminalLine> Item(ListItem item)
    {
        var indent = new string(' ', 2 * item.Indent);
        var text = Ink.Clean(item.Text).Replace('\n', ' ');
        var note = item.Note is null ? "" : " " + Ink.Dim($"({Ink.Clean(item.Note).Replace('\n', ' ')})");
        var url = look.ShowsLinks ? SafeAddress(item.Url) : null;
        return TextWrap.Wrap((item.Marked ? Ink.Bold(text) : text) + note, _width, indent + "- ", indent + "  ")
            .Select(line => new TerminalLine(line, url));
    }

    private IEnumerable<TerminalLine> Buttons(ButtonsBlock row)
    {
        var labels = row.Buttons.OfType<ActionButton>()
            .Where(button => button.Enabled).Select(button => $"[{Ink.Clean(button.Label)}]").ToList();
        var links = row.Buttons.OfType<LinkButton>().Select(button => $"{Ink.Clean(button.Label)}: {SafeAddress(button.Url)}");
        return
        [
            .. Lines(links),
            .. look.ShowsChoices && labels.Count > 0 ? Lines(TextWrap.Wrap(string.Join("  ", labels), _width).Select(Ink.Dim)) : [],
        ];
    }

    private IEnumerable<TerminalLine> Select(SelectBlock select)
    {
        if (!look.ShowsChoices)
        {
            return [];
        }

        var values = string.Join(", ", select.Choices.Select(choice => Ink.Clean(choice.Value)));
        return Lines(TextWrap.Wrap($"{Ink.Clean(select.Placeholder)}: {values}", _width).Select(Ink.Dim));
    }

    /// <summary>An http address without anything that a terminal would obey; <see langword="null"/> for every other.</summary>
    private static string? SafeAddress(string? url) =>
        url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true
        && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : null;
}
