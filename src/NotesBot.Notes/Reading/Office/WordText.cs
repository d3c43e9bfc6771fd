using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NotesBot.Notes.Reading.Office;

/// <summary>The words of a Word document. What was struck out while changes are tracked is gone, what was put in is there.</summary>
internal sealed class WordText(MainDocumentPart main)
{
    /// <summary>A paragraph, without what hangs on it.</summary>
    internal string Of(Paragraph paragraph)
    {
        var text = new StringBuilder();
        Append(text, paragraph);
        return text.ToString();
    }

    /// <summary>A cell on one line, with the cells of tables in it.</summary>
    internal string OfCell(TableCell cell) =>
        PlainText.OneLine(string.Join(' ', cell.Descendants<Paragraph>().Where(paragraph => !paragraph.Ancestors<AlternateContentFallback>().Any()).Select(Of)));

    /// <summary>Where the links of a paragraph lead on the web.</summary>
    internal List<string> LinksIn(Paragraph paragraph) =>
        [.. paragraph.Descendants<Hyperlink>().Select(link => OfficeText.TargetOf(main, link.Id?.Value)).OfType<string>()];

    /// <summary>The notes at the foot of the page or the end of the text that a paragraph points to.</summary>
    internal IEnumerable<string> FootnotesOf(Paragraph paragraph)
    {
        var feet = paragraph.Descendants<FootnoteReference>().Select(reference => (OpenXmlElement?)main.FootnotesPart?.Footnotes?
            .Elements<Footnote>().FirstOrDefault(note => note.Id?.Value == reference.Id?.Value));
        var ends = paragraph.Descendants<EndnoteReference>().Select(reference => (OpenXmlElement?)main.EndnotesPart?.Endnotes?
            .Elements<Endnote>().FirstOrDefault(note => note.Id?.Value == reference.Id?.Value));
        return feet.Concat(ends).OfType<OpenXmlElement>().Select(note => string.Join(' ', note.Elements<Paragraph>().Select(Of)));
    }

    private static void Append(StringBuilder text, OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Text words: text.Append(words.Text); break;
                case DocumentFormat.OpenXml.Math.Text sign: text.Append(sign.Text); break;
                case TabChar: text.Append(' '); break;
                case Break or CarriageReturn: text.Append('\n'); break;
                case NoBreakHyphen: text.Append('-'); break;
                case DeletedRun or MoveFromRun or Drawing or DocumentFormat.OpenXml.Wordprocessing.Picture or AlternateContent or EmbeddedObject: break;
                case Run run when run.RunProperties?.Vanish is not null: break;
                default: Append(text, child); break;
            }
        }
    }
}
