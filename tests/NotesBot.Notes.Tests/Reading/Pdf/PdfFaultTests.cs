using System.IO.Compression;
using System.Text;

namespace NotesBot.Notes.Tests.Reading.Pdf;

public sealed class PdfFaultTests
{
    [Fact]
    public void GivenAPageWithoutText_WhenRead_ThenItIsReportedAsAScan()
    {
        using var paper = new PdfPaper().Write(PdfPaper.Left, 700, "Only this page can be read.").NextPage().Dot(300, 400);

        var reading = paper.Read();

        Assert.Equal("Only this page can be read.", reading.Text());
        Assert.Contains("1 page of 2 without text, perhaps scans: 2.", reading.Fault?.Reason);
    }

    [Fact]
    public void GivenAFileWithoutAnyText_WhenRead_ThenItIsReportedAsAScan()
    {
        using var paper = new PdfPaper().Dot(300, 400);

        var reading = paper.Read();

        Assert.Empty(reading.Passages);
        Assert.Contains("a scan", reading.Fault?.Reason);
    }

    [Theory]
    [InlineData("this is no PDF at all")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog")]
    [InlineData("%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 9 /W [1 2 166666666666666666] /Root 2 0 R /Length 9 >>\nstream\n123456789\nendstream\nendobj\nstartxref\n9\n%%EOF")]
    public void GivenABrokenFile_WhenRead_ThenTheReasonSaysSo(string file)
    {
        var reading = PdfReading.Read(Encoding.Latin1.GetBytes(file));

        Assert.Empty(reading.Passages);
        Assert.Contains("broken", reading.Fault?.Reason);
    }

    [Fact]
    public void GivenAPasswordIsNeeded_WhenRead_ThenTheReasonSaysSo()
    {
        var key = new string('a', 64);
        var file = PdfPaper.Raw(
            "BT /F 12 Tf 72 700 Td (Secret) Tj ET"u8.ToArray(),
            trailerEntries: $"/ID [<{key[..32]}> <{key[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>");

        var reading = PdfReading.Read(file);

        Assert.Empty(reading.Passages);
        Assert.Contains("password", reading.Fault?.Reason);
    }

    [Fact, Trait("Case", "SA-28")]
    public void GivenAStreamThatUnpacksToVeryMuch_WhenRead_ThenThePageIsRefused()
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var spaces = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            for (var megabyte = 0; megabyte < 64; megabyte++)
            {
                zip.Write(spaces);
            }
        }

        var reading = PdfReading.Read(PdfPaper.Raw(packed.ToArray(), "/Filter /FlateDecode"));

        Assert.Contains("unpacks to more than", reading.Fault?.Reason);
    }

    [Theory]
    [InlineData("/Resources << /XObject << /Y 7 0 R >> >>", "/Y Do", "/Resources << /XObject << /X 6 0 R >> >>", "/X Do")]
    [InlineData("/Resources << /XObject << /Y 7 0 R >> >>", "", "", "/X Do")]
    [InlineData("/Resources << /Font << /F 3 0 R >> >>", "/X Do", "", "")]
    [InlineData("", "/Y Do", "", "q /X\nDo Q")]
    public void GivenFormsThatDrawOneAnother_WhenRead_ThenTheFileIsRefusedByName(string of, string draws, string ofOther, string otherDraws)
    {
        var reading = PdfReading.Read(WithForms(of, draws, ofOther, otherDraws));

        Assert.Contains("draw one another", reading.Fault?.Reason);
    }

    [Fact]
    public void GivenAFormThatDrawsAnotherOfThePage_WhenRead_ThenAllIsRead()
    {
        var reading = PdfReading.Read(WithForms("", "/Y Do", "", "BT /F 12 Tf 72 600 Td (inside of the form) Tj ET"));

        Assert.Null(reading.Fault);
        Assert.Contains("inside of the form", reading.Text());
    }

    /// <summary>A page with two forms, X and Y, of which it draws the first.</summary>
    private static byte[] WithForms(string of, string draws, string ofOther, string otherDraws)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F 3 0 R >> /XObject << /X 6 0 R /Y 7 0 R >> >> >>",
            Stream("", "BT /F 12 Tf 72 700 Td (words of the page) Tj ET /X Do"),
            Stream($"/Type /XObject /Subtype /Form /BBox [0 0 612 792] {of}", draws),
            Stream($"/Type /XObject /Subtype /Form /BBox [0 0 612 792] {ofOther}", otherDraws),
        ];
        var bodies = objects.Select((body, at) => $"{at + 1} 0 obj\n{body}\nendobj\n");
        return Encoding.Latin1.GetBytes($"%PDF-1.7\n{string.Concat(bodies)}trailer\n<< /Root 1 0 R /Size 8 >>\nstartxref\n0\n%%EOF\n");
    }

    private static string Stream(string entries, string content) => $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream";

    [Fact]
    public void GivenTheReadingIsCancelled_WhenRead_ThenItEnds()
    {
        using var paper = new PdfPaper().Write(PdfPaper.Left, 700, "Nobody waits for this.");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => PdfReading.ReadUntil(paper.Build(), cancelled.Token));
    }
}
