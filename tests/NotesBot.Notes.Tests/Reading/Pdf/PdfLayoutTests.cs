namespace NotesBot.Notes.Tests.Reading.Pdf;

public sealed class PdfLayoutTests
{
    private static readonly string[] LeftColumn =
    [
        "The left column tells how rain is made out of", "the water that the sun lifts from the seas, and", "how the wind carries it over land, where it is",
        "cold enough for drops. This takes some days,", "and the drops fall where mountains stop them.", "What falls there runs back through the rivers",
    ];

    private static readonly string[] RightColumn =
    [
        "to the sea that it came from. The right column", "is about snow, which is made of the same water", "but needs a colder cloud, and dust for the ice",
        "to begin on. Every flake has its own way down", "and so its own shape. Nobody has ever found", "two that were alike, and many people looked.",
    ];

    [Fact]
    public void GivenTwoColumns_WhenRead_ThenTheLeftOneIsReadBeforeTheRightOne()
    {
        using var paper = new PdfPaper().Lines(60, 700, LeftColumn).Lines(310, 700, RightColumn);

        var reading = paper.Read();

        Assert.Contains("where mountains stop them. What falls there runs back through the rivers to the sea that it came from.", reading.Text());
    }

    [Fact]
    public void GivenATitleAcrossTwoColumns_WhenRead_ThenItComesFirst()
    {
        using var paper = new PdfPaper().Bold(140, 760, "Of rain and snow and what they are made of", 16).Lines(60, 700, LeftColumn).Lines(310, 700, RightColumn);

        var reading = paper.Read();

        Assert.All(reading.Passages, passage => Assert.Equal(["Of rain and snow and what they are made of"], passage.Trail));
    }

    [Fact]
    public void GivenATableOfNumbers_WhenRead_ThenItsRowsStayTogether()
    {
        using var paper = new PdfPaper();
        foreach (var (at, row) in new[] { ("Model", "Accuracy"), ("Naive Bayes", "0.81"), ("Random forest", "0.88"), ("Boosting", "0.91") }.Index())
        {
            paper.Write(100, 600 - (14 * at), row.Item1).Write(300, 600 - (14 * at), row.Item2);
        }

        var reading = paper.Read();

        Assert.Contains("Random forest | 0.88", reading.Text());
    }

    [Fact]
    public void GivenASentenceOverTwoPages_WhenRead_ThenItIsOneParagraphOfTheFirstPage()
    {
        using var paper = new PdfPaper()
            .Lines(PdfPaper.Left, 100, "A model that is never watched grows old without anybody knowing, because the data drifts", "away from what it was trained on, and so one")
            .NextPage().Lines(PdfPaper.Left, 760, "has to look at its inputs every day.");

        var reading = paper.Read();

        var passage = Assert.Single(reading.Passages);
        Assert.Contains("and so one has to look at its inputs every day.", passage.Text);
        Assert.Equal(1, passage.Page);
    }

    [Fact]
    public void GivenANoteBetweenTwoHalvesOfASentence_WhenRead_ThenTheSentenceIsWhole()
    {
        using var paper = new PdfPaper()
            .Lines(PdfPaper.Left, 120, "The first line of a paragraph that goes on for long enough to reach the right margin of it,", "and that is not at its end when the page is, since the")
            .Write(PdfPaper.Left, 60, "1 A note at the foot, in smaller type.", 7)
            .NextPage().Lines(PdfPaper.Left, 760, "writer had more to say about it.");

        var reading = paper.Read();

        Assert.Contains("since the writer had more to say about it.", reading.Text());
    }

    [Fact]
    public void GivenHeadsFeetAndNumbersOnEveryPage_WhenRead_ThenTheyAreLeftOutAndCounted()
    {
        using var paper = new PdfPaper();
        for (var number = 1; number <= 4; number++)
        {
            paper.Write(PdfPaper.Left, 810, "Notes of a course", 8).Write(290, 30, $"{number}", 8)
                .Lines(PdfPaper.Left, 700, $"What stands on page {(char)('a' + number)} is found on no other page.");
            _ = number < 4 ? paper.NextPage() : paper;
        }

        var reading = paper.Read();

        Assert.DoesNotContain("Notes of a course", reading.Text());
        Assert.Equal([new LeftOut(LeftOutKind.RunningHead, 8)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenDottedContents_WhenRead_ThenTheyAreLeftOutAndCounted()
    {
        using var paper = new PdfPaper()
            .Write(PdfPaper.Left, 700, "Data drift ................................... 3").Write(PdfPaper.Left, 686, "Concept drift ............................... 12")
            .Write(PdfPaper.Left, 500, "The text begins here.");

        var reading = paper.Read();

        Assert.Equal("The text begins here.", reading.Text());
        Assert.Equal([new LeftOut(LeftOutKind.ContentsLine, 2)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenManyPages_WhenRead_ThenEachPassageKnowsItsPage()
    {
        using var paper = new PdfPaper();
        for (var number = 1; number <= 120; number++)
        {
            paper.Bold(PdfPaper.Left, 700, $"Chapter {number}", 16).Lines(PdfPaper.Left, 660, [.. Enumerable.Repeat(string.Join(' ', Enumerable.Repeat($"word{number}", 9)), 12)]);
            _ = number < 120 ? paper.NextPage() : paper;
        }

        var reading = paper.Read();

        Assert.All(reading.Passages, passage => Assert.Contains($"word{passage.Page}", passage.Text));
        Assert.Equal(120, reading.Passages.Max(passage => passage.Page));
    }
}
