using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NotesBot.Notes.Reading;

/// <summary>Turns a tree of HTML into the blocks of a note. One object a tree.</summary>
/// <param name="placeOf">Where a node stands.</param>
/// <param name="anchorOf">The fragment of a heading, by its element and its text.</param>
internal sealed class HtmlBlocks(Func<INode, NotePlace> placeOf, Func<IElement, string, string?> anchorOf)
{
    private readonly List<NoteBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly List<string> _links = [];
    private INode? _first;

    /// <summary>All blocks below a node, in their order.</summary>
    internal IReadOnlyList<NoteBlock> Convert(INode? node)
    {
        if (node is not null)
        {
            AddAll(node);
            Flush();
        }

        return _blocks;
    }

    private void AddAll(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            Add(child);
        }
    }

    private void Add(INode node)
    {
        if (node is IText text)
        {
            AddWords(text);
        }
        else if (node is IElement element)
        {
            AddElement(element);
        }
    }

    private void AddWords(IText text)
    {
        _first ??= string.IsNullOrWhiteSpace(text.Data) ? null : text;
        foreach (var c in text.Data)
        {
            _text.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }
    }

    private void AddElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "noscript" or "nav" or "svg" or "iframe" or "object" or "head" or "annotation": break;
            case "br": _text.Append('\n'); break;
            case "img": AddPicture(element); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": AddHeading(element); break;
            case "ul" or "ol": Flush(); AddList(element); break;
            case "table" when element is IHtmlTableElement table: Flush(); AddTable(table); break;
            case "pre": Flush(); AddCode(element); break;
            case "dt": Flush(); AddAll(element); _text.Append(": "); break;
            case "a": AddLink(element); break;
            default: AddContainer(element); break;
        }
    }

    private void AddContainer(IElement element)
    {
        var isBlock = HtmlText.IsBlock(element.LocalName);
        if (isBlock && element.LocalName is not "dd")
        {
            Flush();
        }

        AddAll(element);
        if (isBlock)
        {
            Flush();
        }
    }

    private void AddLink(IElement element)
    {
        if (element.GetAttribute("href") is { Length: > 0 } target)
        {
            _links.Add(target);
        }

        AddAll(element);
    }

    private void AddHeading(IElement element)
    {
        Flush();
        var text = PlainText.OneLine(HtmlText.Of(element));
        _blocks.Add(new HeadingNote(element.LocalName[1] - '0', text, anchorOf(element, text), HtmlText.LinksIn(element), placeOf(element)));
        AddPicturesIn(element);
    }

    private void AddPicture(IElement element) =>
        _blocks.Add(new PictureNote(
            element.GetAttribute("src") is { Length: > 0 } source && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? source : null,
            PictureText.Of(element.GetAttribute("alt"), element.GetAttribute("title")),
            placeOf(element)));

    private void AddPicturesIn(IElement element)
    {
        foreach (var picture in element.QuerySelectorAll("img"))
        {
            AddPicture(picture);
        }
    }

    private void AddList(IElement list)
    {
        var items = new List<ListNoteItem>();
        HtmlList.AddItems(list, depth: 0, items, placeOf);
        if (items.Count > 0)
        {
            _blocks.Add(new ListNote(items, placeOf(list)));
        }

        AddPicturesIn(list);
    }

    private void AddTable(IHtmlTableElement table)
    {
        var rows = table.Rows.Select(row => (Header: row.Cells.All(cell => cell.LocalName == "th"), Note: ReadRow(row)))
            .Where(row => row.Note.Cells.Any(cell => cell.Length > 0)).ToList();
        if (rows.Count > 0)
        {
            var header = rows[0].Header && rows.Count > 1 ? rows[0].Note.Cells : [];
            _blocks.Add(new TableNote(header, [.. rows.Skip(header.Count == 0 ? 0 : 1).Select(row => row.Note)], placeOf(table)));
        }

        AddPicturesIn(table);
    }

    private TableNoteRow ReadRow(IHtmlTableRowElement row) => new(
        [.. row.Cells.Select(cell => PlainText.OneLine(HtmlText.Of(cell)))], HtmlText.LinksIn(row), placeOf(row));

    private void AddCode(IElement element)
    {
        if (PlainText.Code(element.TextContent) is { Length: > 0 } text)
        {
            _blocks.Add(new CodeNote(text, HtmlText.LanguageOf(element), IsOutput: false, placeOf(element)));
        }
    }

    /// <summary>Ends the paragraph that was being read.</summary>
    private void Flush()
    {
        if (PlainText.Clean(_text.ToString()) is { Length: > 0 } text)
        {
            _blocks.Add(new ParagraphNote(text, IsBold: false, [.. _links], _first is null ? default : placeOf(_first)));
        }

        _text.Clear();
        _links.Clear();
        _first = null;
    }
}
