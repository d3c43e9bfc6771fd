using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using NotesBot.Notes.Reading.Dialects;

namespace NotesBot.Notes.Reading;

/// <summary>Markdown: CommonMark, with what GitHub and the generators and plug-ins of the day add to it.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
        .UseGridTables()
        .UseFootnotes()
        .UseMathematics()
        .UseTaskLists()
        .UseDefinitionLists()
        .UseAutoLinks()
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked)
        .Use<WikiLinks>()
        .Use<DisplayMath>()
        .Use<Admonitions>()
        .Use<Directives>()
        .Use<TemplateCode>()
        .Use<HiddenBlocks>()
        .Use<DialectInlines>()
        .Build();

    /// <summary>Reads a Markdown file.</summary>
    internal static NoteDocument Read(NoteSource source)
    {
        var matter = FrontMatter.Read(source.Text);
        var text = Blanked(source.Text, matter);
        var lines = new LineTable(text);
        var reader = new MarkdownBlocks(source, block => PlaceOf(block, lines));
        var blocks = reader.Convert(Parse(text, source.Path));
        foreach (var (name, value) in reader.Properties)
        {
            matter.Set(name, value);
        }

        return new NoteDocument
        {
            Path = source.Path,
            Title = matter.Title,
            Keywords = matter.Keywords,
            IsDraft = matter.IsDraft,
            Blocks = blocks,
            LeftOut = matter.IsDrawing ? [new LeftOut(LeftOutKind.Drawing, 1)] : reader.LeftOut.ToList(),
        };
    }

    /// <summary>The syntax tree of a text.</summary>
    /// <param name="text">The text, without front matter.</param>
    /// <param name="path">The file, whose extension tells its dialect.</param>
    /// <exception cref="UnreadableNoteException">Nested too deeply.</exception>
    internal static MarkdownDocument Parse(string text, string path)
    {
        MarkdownDepth.Check(text);
        try
        {
            return Markdown.Parse(text, Pipeline, new Dialect(path, text).ToContext());
        }
        catch (ArgumentException exception)
        {
            throw new UnreadableNoteException("It is nested too deeply to be read.", exception);
        }
    }

    /// <summary>The words of a line of Markdown: a title, a caption.</summary>
    internal static InlineText Words(string line, string path) =>
        InlineText.Of(Parse(line.TrimStart('#', ' '), path).Descendants<LeafBlock>().FirstOrDefault()?.Inline);

    /// <summary>The text with blanks where its front matter is, so that each line and offset stays.</summary>
    private static string Blanked(string text, FrontMatter matter)
    {
        var blanked = text.ToCharArray();
        if (matter.IsDrawing)
        {
            DrawingText.Keep(blanked);
        }

        foreach (ref var letter in blanked.AsSpan(0, matter.Length))
        {
            letter = letter is '\n' or '\r' ? letter : ' ';
        }

        TableBound.Blank(blanked);
        return new string(blanked);
    }

    /// <summary>By offsets: the line that the parser notes is missing in rows of tables, and the end of a fence that is never closed.</summary>
    private static NotePlace PlaceOf(Block block, LineTable lines)
    {
        var first = lines.LineOf(Math.Max(0, block.Span.Start));
        var last = block is CodeBlock { Lines.Count: > 0 } code ? code.Lines.Lines[code.Lines.Count - 1].Line + 1 : first;
        return new NotePlace(first, Math.Max(last, lines.LineOf(block.Span.End)));
    }
}
