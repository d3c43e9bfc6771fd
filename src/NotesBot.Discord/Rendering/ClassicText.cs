using System.Globalization;
using NotesBot.Commands;
using NotesBot.Commands.Formulas;

namespace NotesBot.Discord.Rendering;

/// <summary>A reply as one short text: our sentences first, then of each passage its name and a little of what it says.</summary>
internal static class ClassicText
{
    private const int MaxBodyLength = 240;
    private const string Nothing = "…";

    /// <summary>The text of a reply within a budget; never empty.</summary>
    internal static string Of(Reply reply, TextBudget budget)
    {
        var writer = new MarkdownWriter(budget);
        foreach (var block in reply.Blocks.OfType<TextBlock>().Where(block => !TextCleaner.IsBlank(block.Text)))
        {
            writer.Break(1);
            BlockText.WriteSentences(writer, block);
        }

        foreach (var block in reply.Blocks)
        {
            Write(writer, block);
        }

        return writer.ToString() is { Length: > 0 } text ? text : Nothing;
    }

    private static void Write(MarkdownWriter writer, ReplyBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                writer.Break(1);
                writer.Prose(MarkedText.Plain(TextCleaner.CleanLine(heading.Text)), bold: true);
                break;
            case ListBlock list:
                writer.Break(1);
                BlockText.WriteList(writer, list, hasLinks: false);
                break;
            case PassageBlock passage:
                Write(writer, passage);
                break;
        }
    }

    private static void Write(MarkdownWriter writer, PassageBlock passage)
    {
        var rank = passage.Rank is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "";
        writer.Break(2);
        writer.Prose(MarkedText.Plain(rank + TextCleaner.CleanLine(passage.Title)), bold: true);
        writer.Markup(" · ");
        writer.Span(TextCleaner.CleanLine(passage.Source));
        writer.Break(1);
        writer.Prose(MarkedText.Plain(Graphemes.CutLine(FormulaBlock.Of(passage).Body, MaxBodyLength)));
    }
}
