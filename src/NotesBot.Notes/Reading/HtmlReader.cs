using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NotesBot.Notes.Reading;

/// <summary>HTML files. Nothing is fetched and no script runs.</summary>
internal static class HtmlReader
{
    /// <summary>Reads an HTML file.</summary>
    internal static NoteDocument Read(NoteSource source)
    {
        HtmlDepth.Check(source.Text);
        using var html = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(source.Text);
        HtmlDepth.Check(html);
        var blocks = new HtmlBlocks(PlaceOf, (heading, _) => AnchorOf(heading)).Convert(html.Body);
        return new NoteDocument
        {
            Path = source.Path,
            Title = PlainText.OneLine(html.Title ?? "") is { Length: > 0 } title ? title : null,
            Keywords = KeywordsOf(html),
            Blocks = blocks,
        };
    }

    /// <summary>Reads a stretch of HTML inside Markdown, whose tags may be opened or closed elsewhere.</summary>
    internal static IReadOnlyList<NoteBlock> ReadFragment(string text, NotePlace place, NoteSource source)
    {
        HtmlDepth.Check(text);
        using var html = new HtmlParser().ParseDocument(text);
        HtmlDepth.Check(html);
        return new HtmlBlocks(_ => place, (_, heading) => source.NextAnchor(heading)).Convert(html.Body);
    }

    private static NotePlace PlaceOf(INode node)
    {
        var line = (node as IElement)?.SourceReference?.Position.Line ?? (node.ParentElement?.SourceReference?.Position.Line);
        return new NotePlace(line, line);
    }

    private static string? AnchorOf(IElement heading) =>
        heading.Id ?? heading.QuerySelector("a[id]")?.Id ?? heading.QuerySelector("a[name]")?.GetAttribute("name");

    private static string[] KeywordsOf(IDocument html) =>
        html.QuerySelector("meta[name=keywords]")?.GetAttribute("content")
            ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
