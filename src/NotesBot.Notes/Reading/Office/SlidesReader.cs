using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace NotesBot.Notes.Reading.Office;

/// <summary>PowerPoint: each slide with its number as the page, its title as a heading, its text, and what its speaker noted.</summary>
internal sealed class SlidesReader
{
    private readonly BlockList _blocks = new();
    private int _page;
    private int _hidden;

    private NotePlace Place => new(Page: _page);

    /// <summary>Reads the file. Comments and hidden slides are left out and counted.</summary>
    /// <exception cref="UnreadableNoteException">It is broken, encrypted, or costs too much.</exception>
    internal static NoteDocument Read(NoteSource source, CancellationToken cancellationToken)
    {
        OfficeZip.Check(source.Bytes, cancellationToken);
        try
        {
            using var file = PresentationDocument.Open(new MemoryStream(source.Bytes.ToArray(), writable: false), isEditable: false);
            return new SlidesReader().Read(source, file);
        }
        catch (Exception exception) when (OfficeZip.IsBroken(exception))
        {
            throw new UnreadableNoteException("It is no presentation, or a broken one.", exception);
        }
    }

    private NoteDocument Read(NoteSource source, PresentationDocument file)
    {
        var presentation = file.PresentationPart ?? throw new UnreadableNoteException("It is no presentation: it has no slides.");
        foreach (var id in presentation.Presentation?.SlideIdList?.Elements<SlideId>() ?? [])
        {
            _page++;
            if (id.RelationshipId?.Value is { } link && presentation.GetPartById(link) is SlidePart slide)
            {
                AddSlide(slide);
            }
        }

        return new NoteDocument
        {
            Path = source.Path,
            Title = OfficeText.Title(file.PackageProperties.Title),
            Blocks = _blocks.Close(),
            LeftOut = _hidden == 0 ? [] : [new LeftOut(LeftOutKind.HiddenRemark, _hidden)],
        };
    }

    private void AddSlide(SlidePart part)
    {
        _hidden += part.SlideCommentsPart?.CommentList?.Elements<Comment>().Count() ?? 0;
        _hidden += part.GetPartsOfType<PowerPointCommentPart>().Sum(comments => comments.CommentList?.ChildElements.Count ?? 0);
        if (part.Slide?.Show?.Value == false)
        {
            _hidden++;
            return;
        }

        var shapes = ShapesIn(part.Slide?.CommonSlideData?.ShapeTree);
        var title = shapes.OfType<Shape>().FirstOrDefault(IsTitle);
        var level = _page == 1 ? 1 : 2;
        _blocks.AddHeading(level, title?.TextBody is { } body ? OfficeText.OfBody(body) : "", null, Place);
        foreach (var shape in shapes.Where(shape => shape != title))
        {
            AddShape(shape, part);
        }

        AddNotes(part.NotesSlidePart?.NotesSlide?.CommonSlideData?.ShapeTree);
    }

    private void AddNotes(ShapeTree? notes)
    {
        foreach (var shape in ShapesIn(notes).OfType<Shape>().Where(shape => PlaceholderOf(shape)?.Type?.Value == PlaceholderValues.Body))
        {
            foreach (var paragraph in shape.TextBody?.Elements<A.Paragraph>() ?? [])
            {
                _blocks.AddText(OfficeText.Of(paragraph), Place);
            }
        }
    }

    /// <summary>All shapes in their order, those of groups where their group stands.</summary>
    private static List<OpenXmlElement> ShapesIn(OpenXmlElement? tree) =>
        [.. (tree?.ChildElements ?? default).SelectMany(child => child switch
        {
            GroupShape group => ShapesIn(group),
            AlternateContent alternate => ShapesIn(alternate.GetFirstChild<AlternateContentChoice>()),
            Shape or GraphicFrame or Picture => [child],
            _ => (IEnumerable<OpenXmlElement>)[],
        })];

    private void AddShape(OpenXmlElement element, SlidePart part)
    {
        switch (element)
        {
            case Shape shape when !IsFurniture(shape): AddText(shape); break;
            case GraphicFrame frame when frame.Descendants<A.Table>().FirstOrDefault() is { } table: AddTable(table); break;
            case GraphicFrame frame: AddDiagram(frame, part); break;
            case Picture picture: AddPicture(picture); break;
        }
    }

    private void AddText(Shape shape)
    {
        var holder = PlaceholderOf(shape);
        var isBody = holder is not null && holder.Type?.Value != PlaceholderValues.SubTitle && holder.Type?.Value != PlaceholderValues.Title;
        var number = 0;
        foreach (var paragraph in shape.TextBody?.Elements<A.Paragraph>() ?? [])
        {
            var properties = paragraph.ParagraphProperties;
            var isNumbered = properties?.GetFirstChild<A.AutoNumberedBullet>() is not null;
            var isItem = isNumbered || properties?.GetFirstChild<A.CharacterBullet>() is not null
                || (isBody && properties?.GetFirstChild<A.NoBullet>() is null);
            var text = OfficeText.Of(paragraph);
            number = isNumbered ? number + 1 : 0;
            if (isItem)
            {
                _blocks.AddItem(properties?.Level?.Value ?? 0, isNumbered ? number : null, text, Place, OfficeText.LinksIn(paragraph));
            }
            else
            {
                _blocks.AddText(text, Place, OfficeText.LinksIn(paragraph));
            }
        }
    }

    private void AddTable(A.Table table)
    {
        var rows = table.Elements<A.TableRow>().Select(row => new TableNoteRow(
            [.. row.Elements<A.TableCell>().Select(cell => cell.TextBody is { } body ? OfficeText.OfBody(body) : "")], [], Place)).ToList();
        _blocks.AddTable(rows, hasHeader: table.TableProperties?.FirstRow?.Value ?? false, Place);
    }

    /// <summary>The words of a diagram are in a part of their own.</summary>
    private void AddDiagram(GraphicFrame frame, SlidePart part)
    {
        var link = frame.Descendants<A.Diagrams.RelationshipIds>().FirstOrDefault()?.DataPart?.Value;
        if (link is not null && part.TryGetPartById(link, out var found) && found is DiagramDataPart data)
        {
            foreach (var paragraph in data.DataModelRoot?.Descendants<A.Paragraph>() ?? [])
            {
                _blocks.AddItem(0, null, OfficeText.Of(paragraph), Place);
            }
        }
    }

    private void AddPicture(Picture picture)
    {
        var properties = picture.NonVisualPictureProperties?.NonVisualDrawingProperties;
        if (PictureText.Of(properties?.Description?.Value, properties?.Title?.Value) is { Length: > 0 } text)
        {
            _blocks.Add(new PictureNote(null, text, Place));
        }
    }

    private static PlaceholderShape? PlaceholderOf(Shape shape) =>
        shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape;

    private static bool IsTitle(Shape shape) =>
        PlaceholderOf(shape)?.Type?.Value is { } type && (type == PlaceholderValues.Title || type == PlaceholderValues.CenteredTitle);

    private static bool IsFurniture(Shape shape) => PlaceholderOf(shape)?.Type?.Value is { } type
        && (type == PlaceholderValues.SlideNumber || type == PlaceholderValues.DateAndTime || type == PlaceholderValues.Footer || type == PlaceholderValues.Header);
}
