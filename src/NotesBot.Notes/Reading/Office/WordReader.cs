using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NotesBot.Notes.Reading.Office;

/// <summary>Word: headings by style, paragraphs, lists, tables and text boxes. Heads and feet of pages are not read, comments are counted.</summary>
internal sealed class WordReader
{
    private readonly NoteSource _source;
    private readonly MainDocumentPart _main;
    private readonly WordStyles _styles;
    private readonly WordText _text;
    private readonly BlockList _blocks = new();
    private readonly Dictionary<(int List, int Depth), int> _numbers = [];

    private WordReader(NoteSource source, MainDocumentPart main)
    {
        (_source, _main) = (source, main);
        _styles = new WordStyles(main);
        _text = new WordText(main);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableNoteException">It is broken, encrypted, or costs too much.</exception>
    internal static NoteDocument Read(NoteSource source, CancellationToken cancellationToken)
    {
        OfficeZip.Check(source.Bytes, cancellationToken);
        try
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(source.Bytes.ToArray(), writable: false), isEditable: false);
            var main = file.MainDocumentPart ?? throw new UnreadableNoteException("It is no document: it has no text part.");
            return new WordReader(source, main).Read(OfficeText.Title(file.PackageProperties.Title));
        }
        catch (Exception exception) when (OfficeZip.IsBroken(exception))
        {
            throw new UnreadableNoteException("It is no document, or a broken one.", exception);
        }
    }

    private NoteDocument Read(string? title)
    {
        AddAll(_main.Document?.Body);
        var comments = _main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0;
        return new NoteDocument
        {
            Path = _source.Path,
            Title = title,
            Blocks = _blocks.Close(),
            LeftOut = comments == 0 ? [] : [new LeftOut(LeftOutKind.HiddenRemark, comments)],
        };
    }

    private void AddAll(OpenXmlElement? container)
    {
        foreach (var element in container?.ChildElements ?? default)
        {
            switch (element)
            {
                case Paragraph paragraph: AddParagraph(paragraph); break;
                case Table table: AddTable(table); break;
                case SdtBlock block when !IsContents(block): AddAll(block.SdtContentBlock); break;
                case CustomXmlBlock or InsertedRun: AddAll(element); break;
            }
        }
    }

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.Descendants<DocPartGallery>().Any(gallery => gallery.Val?.Value == "Table of Contents") ?? false;

    private void AddParagraph(Paragraph paragraph)
    {
        var style = _styles.Of(paragraph);
        var text = _text.Of(paragraph);
        var links = _text.LinksIn(paragraph);
        if (style.IsContents)
        {
            return;
        }

        if (style.Level is { } level && !string.IsNullOrWhiteSpace(text))
        {
            _blocks.AddHeading(level, text, null, default);
        }
        else if (style.IsCode)
        {
            _blocks.AddCode(text, null, default);
        }
        else if (style.List is { } list && !string.IsNullOrWhiteSpace(text))
        {
            _blocks.AddItem(style.Depth, style.IsNumbered ? NextNumber(list, style.Depth) : null, text, default, links);
        }
        else
        {
            _blocks.AddText(text, default, links, WordStyles.IsBold(paragraph));
        }

        AddAside(paragraph);
    }

    private int NextNumber(int list, int depth)
    {
        foreach (var deeper in _numbers.Keys.Where(key => key.List == list && key.Depth > depth).ToList())
        {
            _numbers.Remove(deeper);
        }

        return _numbers[(list, depth)] = _numbers.GetValueOrDefault((list, depth)) + 1;
    }

    /// <summary>Text boxes that hang on a paragraph, pictures in it, and its footnotes.</summary>
    private void AddAside(Paragraph paragraph)
    {
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any()
            && box.Ancestors<Paragraph>().First() == paragraph))
        {
            AddAll(box);
        }

        foreach (var picture in paragraph.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>())
        {
            if (PictureText.Of(picture.Description?.Value, picture.Title?.Value) is { Length: > 0 } words)
            {
                _blocks.Add(new PictureNote(null, words, default));
            }
        }

        foreach (var note in _text.FootnotesOf(paragraph))
        {
            _blocks.AddText(note, default);
        }
    }

    private void AddTable(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => new TableNoteRow(
            [.. row.Elements<TableCell>().Select(cell => _text.OfCell(cell))], [], default)).ToList();
        var first = table.Elements<TableRow>().FirstOrDefault();
        var look = table.GetFirstChild<TableProperties>()?.TableLook;
        var isMarked = first?.TableRowProperties?.GetFirstChild<TableHeader>() is not null || look?.FirstRow?.Value == true || look?.Val?.Value is { } bits && IsHead(bits);
        if (rows.Count == 1 && rows[0].Cells.Count == 1)
        {
            AddAll(first!.GetFirstChild<TableCell>());
            return;
        }

        _blocks.AddTable(rows, isMarked || rows.Count > 1 && first!.Descendants<Paragraph>().All(WordStyles.IsBold), default);
    }

    private static bool IsHead(string bits) =>
        int.TryParse(bits, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var look) && (look & 0x20) != 0;
}
