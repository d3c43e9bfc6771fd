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

    [Fact]
    public void GivenTheReadingIsCancelled_WhenRead_ThenItEnds()
    {
        using var paper = new PdfPaper().Write(PdfPaper.Left, 700, "Nobody waits for this.");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => PdfReading.ReadUntil(paper.Build(), cancelled.Token));
    }
}
