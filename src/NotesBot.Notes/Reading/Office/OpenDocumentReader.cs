using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NotesBot.Notes.Reading.Office;

/// <summary>OpenDocument texts and presentations: headings, paragraphs, lists, tables, text boxes; slides with number, title and speaker's notes. One object a file.</summary>
/// <remarks>Source: OASIS, Open Document Format 1.3, part 3.</remarks>
internal sealed class OpenDocumentReader
{
    private readonly BlockList _blocks = new();
    private int? _page;
    private int _hidden;

    private NotePlace Place => new(Page: _page);

    /// <summary>Reads the file. Comments are left out and counted.</summary>
    /// <exception cref="UnreadableNoteException">It is broken, encrypted, or costs too much.</exception>
    internal static NoteDocument Read(NoteSource source, CancellationToken cancellationToken)
    {
        OfficeZip.Check(source.Bytes, cancellationToken);
        using var zip = OfficeZip.Open(source.Bytes);
        if (zip.GetEntry("content.xml") is not { } part)
        {
            throw new UnreadableNoteException("It is no document: it has no text part.");
        }

        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return new OpenDocumentReader().Read(source, XDocument.Load(xml).Root!);
    }

    private NoteDocument Read(NoteSource source, XElement root)
    {
        AddAll(root.Descendants().FirstOrDefault(element => Name(element) == "body")?.Elements().FirstOrDefault() ?? root);
        return new NoteDocument
        {
            Path = source.Path,
            Blocks = _blocks.Close(),
            LeftOut = _hidden == 0 ? [] : [new LeftOut(LeftOutKind.HiddenRemark, _hidden)],
        };
    }

    private void AddAll(XElement container)
    {
        foreach (var element in container.Elements())
        {
            Add(element);
        }
    }

    private void Add(XElement element)
    {
        switch (Name(element))
        {
            case "h":
                _ = int.TryParse(Attribute(element, "outline-level"), out var level);
                _blocks.AddHeading(Math.Max(1, level), TextOf(element), null, Place);
                break;
            case "p":
                _blocks.AddText(TextOf(element), Place, LinksIn(element));
                AddFrames(element);
                break;
            case "list":
                AddList(element, 0);
                break;
            case "table":
                AddTable(element);
                break;
            case "page":
                AddSlide(element);
                break;
            case "table-of-content" or "alphabetical-index" or "tracked-changes" or "annotation" or "forms" or "sequence-decls":
                _hidden += Name(element) == "annotation" ? 1 : 0;
                break;
            default:
                AddAll(element);
                break;
        }
    }

    private void AddSlide(XElement slide)
    {
        _page = (_page ?? 0) + 1;
        var title = slide.Elements().FirstOrDefault(frame => Attribute(frame, "class") == "title");
        _blocks.AddHeading(_page == 1 ? 1 : 2, title is null ? "" : TextOf(title), null, Place);
        title?.Remove();
        AddAll(slide);
    }

    private void AddFrames(XElement paragraph)
    {
        foreach (var box in paragraph.Descendants().Where(element => Name(element) == "text-box"))
        {
            AddAll(box);
        }
    }

    private void AddList(XElement list, int depth)
    {
        foreach (var child in list.Elements().Where(child => Name(child) is "list-item" or "list-header").SelectMany(item => item.Elements()))
        {
            if (Name(child) == "list")
            {
                AddList(child, depth + 1);
            }
            else
            {
                _blocks.AddItem(depth, null, TextOf(child), Place, LinksIn(child));
            }
        }
    }

    private void AddTable(XElement table)
    {
        var rows = table.Descendants().Where(row => Name(row) == "table-row").Select(row => new TableNoteRow(
            [.. row.Elements().Where(cell => Name(cell) == "table-cell").Select(cell => PlainText.OneLine(string.Join(' ', cell.Elements().Select(TextOf))))], [], Place)).ToList();
        _blocks.AddTable(rows, hasHeader: rows.Count > 1, Place);
    }

    private string TextOf(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return text.ToString();
    }

    private void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words: text.Append(words.Value); break;
                case XElement child when Name(child) is "s" or "tab": text.Append(' '); break;
                case XElement child when Name(child) is "line-break": text.Append('\n'); break;
                case XElement child when Name(child) is "annotation": _hidden++; break;
                case XElement child when Name(child) is "text-box" or "note-citation": break;
                case XElement child when Name(child) is "p" or "h" && text.Length > 0: text.Append(' '); Append(text, child); break;
                case XElement child when Name(child) is "note-body": text.Append(" ("); Append(text, child); text.Append(')'); break;
                case XElement child: Append(text, child); break;
            }
        }
    }

    private static List<string> LinksIn(XElement element) =>
        [.. element.Descendants().Where(link => Name(link) == "a").Select(link => Attribute(link, "href")).OfType<string>()];

    private static string Name(XElement element) => element.Name.LocalName;

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
