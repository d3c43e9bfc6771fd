using System.Globalization;
using NotesBot.Commands;

namespace NotesBot.Discord.Rendering;

/// <summary>The texts of blocks, each within a budget.</summary>
internal static class BlockText
{
    private const int MaxTitleLength = 150;
    private const int MaxPlaceLength = 200;
    private const int MaxItemLength = 200;

    /// <summary>Indents deeper than this look the same on a phone.</summary>
    private const int MaxIndent = 3;

    /// <summary>A heading, a link where it leads somewhere.</summary>
    internal static string Heading(HeadingBlock heading, TextBudget budget)
    {
        var writer = new MarkdownWriter(budget);
        var text = Graphemes.CutLine(heading.Text, MaxItemLength);
        writer.Markup("### ");
        WriteLink(writer, text, heading.Url, bold: false);
        return TextCleaner.IsBlank(text) ? "" : writer.ToString();
    }

    /// <summary>Sentences of ours.</summary>
    internal static string Sentences(TextBlock block, TextBudget budget)
    {
        var writer = new MarkdownWriter(budget);
        WriteSentences(writer, block);
        return TextCleaner.IsBlank(block.Text) ? "" : writer.ToString();
    }

    /// <summary>A list; where it is too long, first without its links.</summary>
    internal static string List(ListBlock list, TextBudget budget)
    {
        var linked = List(list, hasLinks: true, TextBudget.Unlimited);
        return budget.Holds(TextBudget.Of(linked)) ? linked : List(list, hasLinks: false, budget);
    }

    /// <summary>Title and place of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="hasLink">Whether a button leads to the place, so that the file need not be named.</param>
    /// <param name="budget">How long it may be.</param>
    internal static string PassageHead(PassageBlock passage, bool hasLink, TextBudget budget)
    {
        var writer = new MarkdownWriter(budget);
        var title = Graphemes.CutLine(TextCleaner.IsBlank(passage.Title) ? passage.Source : passage.Title, MaxTitleLength);
        var rank = passage.Rank is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "";
        if (!passage.Brief)
        {
            writer.Markup("### ");
        }

        writer.Prose(MarkedText.Plain(rank + title), bold: passage.Brief);
        var notes = new[] { passage.Place, hasLink ? "" : FileOf(passage.Source) }.Where(note => !TextCleaner.IsBlank(note));
        WriteSideNote(writer, string.Join(" · ", notes));
        return writer.ToString();
    }

    /// <summary>The file and the place in it: its folders take lines on a phone, and nobody can open them there.</summary>
    private static string FileOf(string source) => source[(source.LastIndexOf('/') + 1)..];

    /// <summary>The body of a passage and the note below it; empty when nothing of it is visible.</summary>
    internal static string PassageBody(PassageBlock passage, TextBudget budget)
    {
        var footnote = "";
        if (!TextCleaner.IsBlank(passage.Footnote ?? ""))
        {
            var writer = new MarkdownWriter(TextBudget.Unlimited);
            writer.Markup("-# ");
            writer.Prose(MarkedText.Plain(Graphemes.CutLine(passage.Footnote!, MaxPlaceLength)));
            footnote = "\n" + writer;
        }

        var note = TextBudget.Of(footnote);
        if (2 * note.Chars > budget.Chars || 2 * note.Bytes > budget.Bytes)
        {
            return PassageMarkdown.Write(passage, budget);
        }

        var room = new TextBudget(budget.Chars - note.Chars, budget.Bytes - note.Bytes);
        return (PassageMarkdown.Write(passage, room) + footnote).Trim('\n');
    }

    /// <summary>Sentences of ours, small where they are a side note.</summary>
    internal static void WriteSentences(MarkdownWriter writer, TextBlock block)
    {
        if (!block.Subtle)
        {
            writer.Prose(MarkedText.Plain(block.Text.Trim()));
            return;
        }

        foreach (var line in TextCleaner.Clean(block.Text).Split('\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            writer.Break(1);
            writer.Markup("-# ");
            writer.Prose(MarkedText.Plain(line));
        }
    }

    /// <summary>The items of a list, a line each.</summary>
    internal static void WriteList(MarkdownWriter writer, ListBlock list, bool hasLinks)
    {
        foreach (var item in list.Items.Where(item => !TextCleaner.IsBlank(item.Text)))
        {
            writer.Break(1);
            writer.Markup(new string(' ', 2 * Math.Clamp(item.Indent, 0, MaxIndent)) + "- ");
            WriteLink(writer, Graphemes.CutLine(item.Text, MaxItemLength), hasLinks ? item.Url : null, item.Marked);
            if (!TextCleaner.IsBlank(item.Note ?? ""))
            {
                writer.Markup(" · ");
                writer.Prose(MarkedText.Plain(Graphemes.CutLine(item.Note!, MaxItemLength)));
            }
        }
    }

    private static string List(ListBlock list, bool hasLinks, TextBudget budget)
    {
        var writer = new MarkdownWriter(budget);
        WriteList(writer, list, hasLinks);
        return writer.ToString();
    }

    private static void WriteSideNote(MarkdownWriter writer, string text)
    {
        if (!TextCleaner.IsBlank(text))
        {
            writer.Break(1);
            writer.Markup("-# ");
            writer.Prose(MarkedText.Plain(Graphemes.CutLine(text, MaxPlaceLength)));
        }
    }

    private static void WriteLink(MarkdownWriter writer, string label, string? url, bool bold)
    {
        var link = LinkAddress.Masked(label, url);
        if (link is null || !writer.TryMarkup(bold ? $"**{link}**" : link))
        {
            writer.Prose(MarkedText.Plain(label), bold: bold);
        }
    }
}
