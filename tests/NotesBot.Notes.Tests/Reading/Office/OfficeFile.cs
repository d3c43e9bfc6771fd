using System.IO.Compression;
using System.Text;

namespace NotesBot.Notes.Tests.Reading.Office;

/// <summary>Makes office files part by part, as the programs that write them do.</summary>
internal static class OfficeFile
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.";

    /// <summary>A zip archive of these parts.</summary>
    internal static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>The same archive, a text in its parts and their names replaced by another.</summary>
    internal static byte[] Edited(byte[] file, string old, string other)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return Zip([.. zip.Entries.Select(entry => (entry.FullName.Replace(old, other, StringComparison.Ordinal), TextOf(entry).Replace(old, other, StringComparison.Ordinal)))]);
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A Word document with this body, styles and comments.</summary>
    internal static byte[] Word(string body, string styles = "", string comments = "") => Zip(
        ("[Content_Types].xml", ContentTypes(
            ("/word/document.xml", "wordprocessingml.document.main+xml"), ("/word/styles.xml", "wordprocessingml.styles+xml"), ("/word/comments.xml", "wordprocessingml.comments+xml"))),
        ("_rels/.rels", Links(("rId1", "officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", Links(("rId1", "styles", "styles.xml"), ("rId2", "comments", "comments.xml"))),
        ("word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"),
        ("word/styles.xml", $"<w:styles {W}>{styles}</w:styles>"),
        ("word/comments.xml", $"<w:comments {W}>{comments}</w:comments>"));

    /// <summary>A presentation of one slide with these shapes, and what its speaker noted.</summary>
    internal static byte[] Slide(string shapes, string notes) => Zip(
        ("[Content_Types].xml", ContentTypes(
            ("/ppt/presentation.xml", "presentationml.presentation.main+xml"), ("/ppt/slides/slide1.xml", "presentationml.slide+xml"), ("/ppt/notesSlides/notesSlide1.xml", "presentationml.notesSlide+xml"))),
        ("_rels/.rels", Links(("rId1", "officeDocument", "ppt/presentation.xml"))),
        ("ppt/_rels/presentation.xml.rels", Links(("rId1", "slide", "slides/slide1.xml"))),
        ("ppt/presentation.xml", $"<p:presentation {P}><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst></p:presentation>"),
        ("ppt/slides/_rels/slide1.xml.rels", Links(("rId1", "notesSlide", "../notesSlides/notesSlide1.xml"))),
        ("ppt/slides/slide1.xml", $"<p:sld {P}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"),
        ("ppt/notesSlides/notesSlide1.xml", $"<p:notes {P}><p:cSld><p:spTree>{Shape("body", notes)}</p:spTree></p:cSld></p:notes>"));

    /// <summary>A shape of a slide with a place holder's type and a text of paragraphs.</summary>
    internal static string Shape(string type, params string[] paragraphs) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"x\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"{type}\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
        + string.Concat(paragraphs.Select(text => $"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>")) + "</p:txBody></p:sp>";

    private static string W => "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static string P =>
        $"xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{Relationships}\"";

    private static string ContentTypes(params (string Part, string Type)[] parts) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + string.Concat(parts.Select(part => $"<Override PartName=\"{part.Part}\" ContentType=\"{Types}{part.Type}\"/>")) + "</Types>";

    private static string Links(params (string Id, string Type, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{Relationships}/{link.Type}\" Target=\"{link.Target}\"/>")) + "</Relationships>";
}
