using System.Text;

namespace NotesBot.Notes.Tests.Reading.Pdf;

public sealed class PdfOddPagesTests
{
    private const string Standard = "/StandardEncoding";

    [Fact]
    public void GivenASlideShownStepByStep_WhenRead_ThenOnlyTheFullOneIsKept()
    {
        using var paper = new PdfPaper()
            .Bold(60, 700, "Ways to regularise", 18).Write(60, 660, "Small weights are kept small by a penalty").NextPage()
            .Bold(60, 700, "Ways to regularise", 18).Write(60, 660, "Small weights are kept small by a penalty").Write(60, 640, "Units are left out by chance");

        var reading = paper.Read();

        var passage = Assert.Single(reading.Passages);
        Assert.Equal("Small weights are kept small by a penalty\n\nUnits are left out by chance", passage.Text);
        Assert.Equal(2, passage.Page);
        Assert.Equal([new LeftOut(LeftOutKind.SlideStep, 1)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenTwoSlidesOfOneTitleWithOtherText_WhenRead_ThenBothAreKept()
    {
        using var paper = new PdfPaper()
            .Bold(60, 700, "Ways to regularise", 18).Write(60, 660, "Small weights are kept small by a penalty").NextPage()
            .Bold(60, 700, "Ways to regularise", 18).Write(60, 660, "Units are left out by chance").Write(60, 640, "Training ends early");

        var reading = paper.Read();

        Assert.Contains("by a penalty", reading.Text());
        Assert.Contains("by chance", reading.Text());
    }

    [Fact]
    public void GivenALargeInitial_WhenRead_ThenItBeginsItsWordAndTheLinesStayApart()
    {
        using var paper = new PdfPaper().Write(72, 688, "M", 28)
            .Lines(98, 700, "achines learn from what they are shown, and", "nobody tells them what to look for in it, which").Lines(72, 676, "is why they find what nobody had meant them to find.");

        var reading = paper.Read();

        Assert.StartsWith("Machines learn from what they are shown, and nobody tells them what to look for in it, which is why", reading.Text());
    }

    [Fact]
    public void GivenALegendBesideALargeNumber_WhenRead_ThenItsLinesStayApart()
    {
        using var paper = new PdfPaper().Bold(72, 690, "75%", 30).Lines(140, 706, "of the load can choose who sells", "its power, which is eight million", "houses and shops of the region");

        var reading = paper.Read();

        Assert.Contains("of the load can choose who sells its power, which is eight million", reading.Text());
    }

    [Fact]
    public void GivenAPageThatLiesAcrossThePaper_WhenRead_ThenItIsRead()
    {
        var reading = PdfReading.Read(PdfPaper.Raw("BT /F 12 Tf 0.866 0.5 -0.5 0.866 100 100 Tm (All of it lies across.) Tj ET", Standard));

        Assert.Equal("All of it lies across.", reading.Text());
    }

    [Fact]
    public void GivenADateBelowATitle_WhenRead_ThenNothingIsBelowTheDate()
    {
        using var paper = new PdfPaper().Bold(72, 740, "Notes on rain", 20).Bold(72, 710, "September 8, 2020", 14).Bold(72, 680, "Of drops", 12)
            .Lines(72, 650, [.. Enumerable.Repeat("Rain is made out of the water that the sun lifts from the seas, and the wind carries it.", 8)]);

        var reading = paper.Read();

        Assert.DoesNotContain("September 8, 2020", reading.Passages[^1].Trail);
    }

    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(0.6, 0.6)]
    public void GivenTextDrawnTwiceWithAShift_WhenRead_ThenItIsThereOnce(double right, double up)
    {
        using var paper = new PdfPaper().Write(72, 700, "All will be illegal millet").Write(72 + right, 700 + up, "All will be illegal millet");

        var reading = paper.Read();

        Assert.Equal("All will be illegal millet", reading.Text());
    }

    [Fact]
    public void GivenNumbersBesideEachLine_WhenRead_ThenTheyAreNoText()
    {
        string[] lines = ["The model forgets at once when a new task comes along,", "and it learns the new one as if there had been nothing", "before it. What helps is to show it the old ones now",
            "and then, or to hold the weights near where they were.", "Both cost time, and neither helps for very long."];
        using var paper = new PdfPaper().Lines(72, 700, lines);
        foreach (var at in Enumerable.Range(0, 5))
        {
            paper.Write(40, 700 - (12 * at), $"{101 + at}", 7);
        }

        var reading = paper.Read();

        Assert.Equal(string.Join(' ', lines), reading.Text());
    }

    [Fact]
    public void GivenATableThatCountsItsRows_WhenRead_ThenItsNumbersStay()
    {
        using var paper = new PdfPaper();
        foreach (var (at, name) in "Bayes Forest Boosting Nearest Linear".Split(' ').Index())
        {
            paper.Write(100, 600 - (14 * at), $"{at + 1}").Write(200, 600 - (14 * at), name).Write(300, 600 - (14 * at), "0.8");
        }

        var reading = paper.Read();

        Assert.Contains("3 | Boosting | 0.8", reading.Text());
    }

    [Theory]
    [InlineData("drawn as seen")]
    [InlineData("drawn as read")]
    public void GivenHebrew_WhenRead_ThenItIsInTheOrderOfReading(string drawn)
    {
        const string Letters = "<< /Type /Encoding /Differences [65 /afii57664 /afii57665 /afii57666] >> /FirstChar 65 /LastChar 67 /Widths [500 500 500] "
            + "/FontDescriptor << /Type /FontDescriptor /FontName /Times-Roman /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 >>";
        var content = drawn == "drawn as read"
            ? "BT /F 12 Tf 1 0 0 1 300 700 Tm (A) Tj 1 0 0 1 294 700 Tm (B) Tj 1 0 0 1 280 700 Tm (C) Tj 1 0 0 1 274 700 Tm (A) Tj ET"
            : "BT /F 12 Tf 1 0 0 1 274 700 Tm (A) Tj 1 0 0 1 280 700 Tm (C) Tj 1 0 0 1 294 700 Tm (B) Tj 1 0 0 1 300 700 Tm (A) Tj ET";

        var reading = PdfReading.Read(PdfPaper.Raw(content, Letters));

        Assert.Equal("אב גא", reading.Text());
    }

    [Fact]
    public void GivenArabicInTheShapesOfItsPlaces_WhenRead_ThenItIsLettersInTheOrderOfReading()
    {
        const string Letters = "<< /Type /Encoding /Differences [65 /uniFE91 /uniFE8E /uniFE91] >> /FirstChar 65 /LastChar 67 /Widths [500 500 500] "
            + "/FontDescriptor << /Type /FontDescriptor /FontName /Times-Roman /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 >>";

        var reading = PdfReading.Read(PdfPaper.Raw("BT /F 12 Tf 72 700 Td (BA) Tj ET", Letters));

        Assert.Equal("با", reading.Text());
    }

    [Fact]
    public void GivenLettersWithoutMeaning_WhenRead_ThenTheyAreReportedAndNotRead()
    {
        const string Letters = "<< /Type /Encoding /Differences [65 /g301 /g302 /g303 /g304 /g305 /g306] >>";

        var reading = PdfReading.Read(PdfPaper.Raw("BT /F 12 Tf 72 700 Td (ABCD FACE BEAD CAB) Tj ET", Letters));

        Assert.Empty(reading.Passages);
        Assert.Contains("1 page of 1 with letters that have no meaning", reading.Fault?.Reason);
        Assert.Equal([new LeftOut(LeftOutKind.GarbledPage, 1)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenTextOnItsSideBesideAFigure_WhenRead_ThenItIsReadBehindTheText()
    {
        var reading = PdfReading.Read(PdfPaper.Raw(
            "BT /F 12 Tf 1 0 0 1 72 700 Tm (The figure is upright.) Tj 0 1 -1 0 60 300 Tm (Share of wombats) Tj ET", Standard));

        Assert.Equal("The figure is upright.\n\nShare of wombats", reading.Text());
    }

    [Theory]
    [InlineData("0 1 -1 0 100 100", "0 1 -1 0 114 100")]
    [InlineData("0 -1 1 0 400 700", "0 -1 1 0 386 700")]
    [InlineData("0.9994 0.0349 -0.0349 0.9994 72 700", "0.9994 0.0349 -0.0349 0.9994 72.49 686")]
    public void GivenAPageThatLiesOnItsSideOrAskew_WhenRead_ThenItIsNoScan(string first, string second)
    {
        var reading = PdfReading.Read(PdfPaper.Raw(
            $"BT /F 12 Tf {first} Tm (A page that was laid on its side by the machine that made it, in) Tj {second} Tm (two lines.) Tj ET", Standard));

        Assert.Equal("A page that was laid on its side by the machine that made it, in two lines.", reading.Text());
        Assert.Null(reading.Fault);
    }

    [Fact]
    public void GivenNotesAndFieldsOnAPage_WhenRead_ThenTheirTextsFollowThePage()
    {
        var file = PdfPaper.Raw(
            "BT /F 12 Tf 72 700 Td (Answer below.) Tj ET",
            Standard,
            "/Annots [6 0 R 7 0 R 8 0 R 9 0 R]",
            "<< /Type /Annot /Subtype /Text /Contents (A sticky remark) /Rect [1 1 9 9] >>",
            "<< /Type /Annot /Subtype /FreeText /DA (/F 9 Tf) /Contents (Typed on it) /Rect [1 1 9 9] >>",
            "<< /Type /Annot /Subtype /Widget /FT /Tx /TU (Your name) /V (Mona) /Rect [1 1 9 9] >>",
            "<< /Type /Annot /Subtype /Widget /FT /Btn /V /Yes /Rect [1 1 9 9] >>");

        var reading = PdfReading.Read(file);

        Assert.Equal("Answer below.\n\nA sticky remark\n\nTyped on it\n\nYour name: Mona", reading.Text());
    }

    [Fact]
    public void GivenAFileCutOffInItsSecondPage_WhenRead_ThenTheFirstIsReadAndItIsSaid()
    {
        using var paper = new PdfPaper().Lines(72, 700, "This page arrived as a whole.");
        var whole = paper.Build();
        var table = Encoding.Latin1.GetString(whole).LastIndexOf("xref\n0", StringComparison.Ordinal);

        var reading = PdfReading.Read(whole[..(table + 40)]);

        Assert.Equal("This page arrived as a whole.", reading.Text());
        Assert.Contains("cut off at its end", reading.Fault?.Reason);
        Assert.True(reading.Fault?.IsPartial);
    }

    [Fact]
    public void GivenAListOfContents_WhenRead_ThenWhatFollowsIsNotBelowIt()
    {
        using var paper = new PdfPaper().Bold(72, 740, "Contents", 20)
            .Lines(72, 710, [.. Enumerable.Repeat("What this is about, and why anybody would read it at all, in some more lines than one.", 8)]).NextPage()
            .Bold(72, 740, "Of rain", 16).Lines(72, 710, [.. Enumerable.Repeat("Rain is made out of the water that the sun lifts from the seas, and the wind carries it.", 8)]);

        var reading = paper.Read();

        Assert.Equal(["Of rain"], reading.Passages[^1].Trail);
    }

    [Fact]
    public void GivenJustifiedColumnsOfFewLines_WhenRead_ThenTheyAreNoTable()
    {
        using var paper = new PdfPaper();
        string[][] left = [["credentials", "of", "the", "pipeline", "cannot"], ["delete,", "because", "the", "most", "common"], ["cause", "is", "our", "own", "cleaning"]];
        string[][] right = [["depends", "on", "the", "bytes", "read."], ["Columns,", "partitions", "and", "their", "places"], ["save", "more", "than", "a", "discount."]];
        foreach (var (at, row) in left.Zip(right).Index())
        {
            Justify(paper, 60, 700 - (14 * at), row.First);
            Justify(paper, 310, 700 - (14 * at), row.Second);
        }

        var reading = paper.Read();

        Assert.Contains("our own cleaning depends on the bytes read.", reading.Text());
    }

    [Fact]
    public void GivenAFormulaInPieces_WhenRead_ThenItIsMarkedAsOne()
    {
        using var paper = new PdfPaper().Lines(72, 740, "The rule of Bayes turns a probability around, and this is what it says:").Write(150, 700, "P(B|A) P(A)").Write(120, 690, "P(A|B) =").Write(170, 680, "P(B)");

        var reading = paper.Read();

        Assert.Contains(Assert.Single(reading.Passages).Parts, part => part.Kind == PassagePartKind.Formula);
    }

    /// <summary>Words of one line with equal gaps, to a width of 150 points.</summary>
    private static void Justify(PdfPaper paper, double x, double y, string[] words)
    {
        var widths = words.Select(PdfPaper.WidthOf).ToList();
        var gap = (150 - widths.Sum()) / (words.Length - 1);
        foreach (var (word, width) in words.Zip(widths))
        {
            paper.Write(x, y, word);
            x += width + gap;
        }
    }
}
