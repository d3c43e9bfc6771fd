using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>What lies on a page and is not drawn on it: links, sticky notes, typed-on text, remarks to marked words, filled fields.</summary>
internal sealed class PdfAnnotations(PdfDocument document)
{
    private const int MaxAnnotations = 2_000;
    private const int MaxParents = 16;
    private static readonly NameToken Value = NameToken.Create("V");
    private static readonly NameToken FieldType = NameToken.Create("FT");
    private static readonly NameToken Label = NameToken.Create("TU");

    /// <summary>Both kinds, of one page.</summary>
    internal (List<PdfLink> Links, List<string> Remarks) Of(Page page)
    {
        var links = new List<PdfLink>();
        var remarks = new List<string>();
        foreach (var annotation in page.GetAnnotations().Take(MaxAnnotations))
        {
            if (annotation.Type == AnnotationType.Link)
            {
                links.AddRange(LinkOf(annotation));
            }
            else if (PlainText.Clean(TextOf(annotation) ?? "") is { Length: > 0 } text)
            {
                remarks.Add(text);
            }
        }

        return (links, remarks);
    }

    private static IEnumerable<PdfLink> LinkOf(Annotation annotation)
    {
        var box = annotation.Rectangle;
        return TargetOf(annotation) is { } target ? [new PdfLink(box.Left, box.Bottom, box.Right, box.Top, target)] : [];
    }

    private static string? TargetOf(Annotation annotation) => annotation.Action switch
    {
        UriAction uri => uri.Uri,
        AbstractGoToAction { Destination: { } place } => $"#page={place.PageNumber}",
        _ => null,
    };

    private string? TextOf(Annotation annotation) => annotation.Type switch
    {
        AnnotationType.Text or AnnotationType.FreeText or AnnotationType.Highlight or AnnotationType.Underline or AnnotationType.Squiggly
            or AnnotationType.StrikeOut or AnnotationType.Caret or AnnotationType.Square or AnnotationType.Circle => annotation.Content,
        AnnotationType.Widget => FieldOf(annotation.AnnotationDictionary),
        _ => null,
    };

    /// <summary>What was typed or chosen in a field, behind what the field asks for.</summary>
    private string? FieldOf(DictionaryToken field)
    {
        var type = (Inherited(field, FieldType) as NameToken)?.Data;
        var value = type is "Tx" or "Ch" ? TextOf(Inherited(field, Value)) : null;
        return string.IsNullOrWhiteSpace(value) ? null : TextOf(Inherited(field, Label)) is { Length: > 0 } label ? $"{label.TrimEnd(':')}: {value}" : value;
    }

    private string? TextOf(IToken? token) => token switch
    {
        IDataToken<string> text => text.Data,
        ArrayToken array => string.Join(", ", array.Data.Select(item => TextOf(Find(item))).OfType<string>()),
        _ => null,
    };

    private IToken? Inherited(DictionaryToken field, NameToken name)
    {
        var owner = field;
        for (var steps = 0; owner is not null && steps < MaxParents; steps++)
        {
            if (owner.TryGet(name, out var token))
            {
                return Find(token);
            }

            owner = owner.TryGet(NameToken.Parent, out var parent) ? Find(parent) as DictionaryToken : null;
        }

        return null;
    }

    private IToken? Find(IToken token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
