using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace NotesBot.Notes.Tests.Reading.Pdf;

/// <summary>Writes PDFs line by line, each at its place; A4, in points from the lower left corner.</summary>
internal sealed class PdfPaper : IDisposable
{
    internal const double Left = 72;
    private readonly PdfDocumentBuilder _document = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private readonly PdfDocumentBuilder.AddedFont _fixed;
    private PdfPageBuilder _page;

    internal PdfPaper()
    {
        _plain = _document.AddStandard14Font(Standard14Font.Helvetica);
        _bold = _document.AddStandard14Font(Standard14Font.HelveticaBold);
        _fixed = _document.AddStandard14Font(Standard14Font.Courier);
        _page = _document.AddPage(PageSize.A4);
    }

    internal PdfPaper NextPage()
    {
        _page = _document.AddPage(PageSize.A4);
        return this;
    }

    /// <summary>Lines of one paragraph, 12 points apart, the first at a height.</summary>
    internal PdfPaper Lines(double x, double y, params string[] lines)
    {
        foreach (var (at, line) in lines.Index())
        {
            Write(x, y - (12 * at), line);
        }

        return this;
    }

    internal PdfPaper Write(double x, double y, string text, double size = 10)
    {
        _page.AddText(text, size, new PdfPoint(x, y), _plain);
        return this;
    }

    internal PdfPaper Bold(double x, double y, string text, double size = 10)
    {
        _page.AddText(text, size, new PdfPoint(x, y), _bold);
        return this;
    }

    internal PdfPaper Code(double x, double y, string text)
    {
        _page.AddText(text, 10, new PdfPoint(x, y), _fixed);
        return this;
    }

    /// <summary>Text of two weights on one line.</summary>
    internal PdfPaper Mixed(double x, double y, params (string Text, bool IsBold)[] runs)
    {
        foreach (var (text, isBold) in runs)
        {
            var letters = _page.AddText(text, 10, new PdfPoint(x, y), isBold ? _bold : _plain);
            x = letters[^1].EndBaseLine.X + 2.8;
        }

        return this;
    }

    internal PdfPaper Dot(double x, double y)
    {
        _page.DrawCircle(new PdfPoint(x, y), 1.5, 0.1, fill: true);
        return this;
    }

    /// <summary>Width of a text of <see cref="Write"/>, in points.</summary>
    internal static double WidthOf(string text)
    {
        using var other = new PdfPaper();
        return other._page.MeasureText(text, 10, new PdfPoint(0, 0), other._plain)[^1].EndBaseLine.X;
    }

    internal byte[] Build() => _document.Build();

    /// <summary>A file of one page with these drawing instructions, for what the builder would never write.</summary>
    internal static byte[] Raw(byte[] content, string contentEntries = "", string trailerEntries = "") =>
        Raw(["", $"<< /Length {content.Length} {contentEntries} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream"], "/StandardEncoding", trailerEntries);

    /// <summary>The same with an encoding of its font, and with more objects, which have the numbers from 6 on.</summary>
    internal static byte[] Raw(string content, string encoding, string pageEntries = "", params string[] more) =>
        Raw([pageEntries, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", .. more], encoding, "");

    private static byte[] Raw(string[] parts, string encoding, string trailerEntries)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        Put(file, "%PDF-1.4\n");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> {parts[0]} >>",
            $"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding {encoding} >>",
            .. parts.Skip(1),
        ];
        foreach (var (at, text) in objects.Index())
        {
            places.Add(file.Position);
            Put(file, $"{at + 1} 0 obj\n{text}\nendobj\n");
        }

        var table = file.Position;
        Put(file, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Put(file, string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")));
        Put(file, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailerEntries} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    public void Dispose() => _document.Dispose();

    private static void Put(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
