using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading;

/// <summary>Markdown: CommonMark, with what GitHub, Obsidian and Pandoc add to it.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
        .UseGridTables()
        .UseFootnotes()
        .UseMathematics()
        .UseTaskLists()
        .UseDefinitionLists()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked)
        .Use<WikiLinks>()
        .Use<DisplayMath>()
        .Build();

    /// <summary>Reads a Markdown file.</summary>
    internal static NoteDocument Read(NoteSource source)
    {
        var markdown = Parse(source.Text);
        var lines = new LineTable(source.Text);
        var blocks = new MarkdownBlocks(source, block => PlaceOf(block, lines)).Convert(markdown);
        var matter = markdown.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } yaml
            ? FrontMatter.Parse(yaml.Lines.ToString())
            : new FrontMatter();
        return new NoteDocument
        {
            Path = source.Path,
            Title = matter.Title,
            Keywords = matter.Keywords,
            IsDraft = matter.IsDraft,
            Blocks = blocks,
        };
    }

    /// <summary>The syntax tree of a text.</summary>
    /// <exception cref="UnreadableNoteException">Nested too deeply.</exception>
    internal static MarkdownDocument Parse(string text)
    {
        MarkdownDepth.Check(text);
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException exception)
        {
            throw new UnreadableNoteException("It is nested too deeply to be read.", exception);
        }
    }

    /// <summary>By offsets: the line that the parser notes is missing in rows of tables, and the end of a fence that is never closed.</summary>
    private static NotePlace PlaceOf(Block block, LineTable lines)
    {
        var first = lines.LineOf(Math.Max(0, block.Span.Start));
        var last = block is CodeBlock { Lines.Count: > 0 } code ? code.Lines.Lines[code.Lines.Count - 1].Line + 1 : first;
        return new NotePlace(first, Math.Max(last, lines.LineOf(block.Span.End)));
    }
}
