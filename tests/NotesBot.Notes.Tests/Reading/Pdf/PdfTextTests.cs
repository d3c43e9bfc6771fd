using System.Text;

namespace NotesBot.Notes.Tests.Reading.Pdf;

public sealed class PdfTextTests
{
    [Fact]
    public void GivenAWordPartedAtTheEndOfALine_WhenRead_ThenItIsWhole()
    {
        using var paper = new PdfPaper().Lines(PdfPaper.Left, 700, "Somebody has to watch what a model is given once it is in the world, which is called moni-", "toring by those who do it.");

        var reading = paper.Read();

        Assert.Contains("which is called monitoring by those", reading.Text());
    }

    [Fact]
    public void GivenAHyphenThatTheFileHasElsewhere_WhenItIsAtTheEndOfALine_ThenItIsKept()
    {
        using var paper = new PdfPaper().Lines(
            PdfPaper.Left, 700, "A well-known error is to train on what one tests with, and so every book says that it is a well-", "known error, which helps little.");

        var reading = paper.Read();

        Assert.Contains("it is a well-known error, which", reading.Text());
    }

    [Fact]
    public void GivenLargerAndBoldLines_WhenRead_ThenTheyAreHeadings()
    {
        using var paper = new PdfPaper()
            .Write(PdfPaper.Left, 740, "Deployment", 18).Bold(PdfPaper.Left, 700, "Canary releases")
            .Lines(PdfPaper.Left, 670, "A small share of the traffic goes to the new model at first, so that few people are hurt when it", "is worse than the old one.");

        var reading = paper.Read();

        Assert.Equal(["Deployment", "Canary releases"], Assert.Single(reading.Passages).Trail);
    }

    [Fact]
    public void GivenBoldWordsInSentences_WhenRead_ThenTheyAreNoHeadings()
    {
        using var paper = new PdfPaper()
            .Mixed(PdfPaper.Left, 700, ("Many teams use a", false), ("shadow mode", true), ("before the real one, in which the new model only watches", false))
            .Bold(PdfPaper.Left, 688, "and its answers are not used for any decision of the people who run it, which is a safe way")
            .Lines(PdfPaper.Left, 676, "of learning what it would do.");

        var reading = paper.Read();

        var passage = Assert.Single(reading.Passages);
        Assert.Empty(passage.Trail);
        Assert.Contains("use a shadow mode before the real one, in which the new model only watches and its answers", passage.Text);
    }

    [Fact]
    public void GivenABoldRunBeforeASentence_WhenRead_ThenItStaysInItsParagraph()
    {
        using var paper = new PdfPaper().Mixed(PdfPaper.Left, 700, ("Data drift:", true), ("the inputs are not what they were when the model was trained.", false));

        var reading = paper.Read();

        Assert.Equal("Data drift: the inputs are not what they were when the model was trained.", reading.Text());
    }

    [Fact]
    public void GivenDrawnBullets_WhenRead_ThenTheyAreALlistWithDepth()
    {
        using var paper = new PdfPaper()
            .Dot(84, 703).Write(92, 700, "Metrics of the software").Dot(104, 691).Write(112, 688, "latency of an answer").Dot(84, 679).Write(92, 676, "Metrics of the inputs");

        var reading = paper.Read();

        Assert.Contains("- Metrics of the software\n  - latency of an answer\n- Metrics of the inputs", reading.Text());
    }

    [Fact]
    public void GivenNumberedItems_WhenRead_ThenTheyKeepTheirNumbers()
    {
        using var paper = new PdfPaper()
            .Write(PdfPaper.Left, 700, "1. Collect the data of the users").Write(PdfPaper.Left, 688, "2. Train the model on the data").Write(PdfPaper.Left, 676, "3. Deploy what was trained");

        var reading = paper.Read();

        Assert.Contains("2. Train the model on the data\n3. Deploy", reading.Text());
    }

    [Fact]
    public void GivenLinesInAFixedWidthFont_WhenRead_ThenTheyAreCodeWithItsIndentation()
    {
        using var paper = new PdfPaper()
            .Lines(PdfPaper.Left, 740, "The function below answers with the same number again, and is used by all of the examples.")
            .Code(PdfPaper.Left, 700, "def same(number):").Code(PdfPaper.Left + 24, 688, "return number");

        var reading = paper.Read();

        Assert.Contains("def same(number):\n    return number", reading.Text());
    }

    [Fact]
    public void GivenLigaturesAndLooseAccents_WhenRead_ThenTheyAreLetters()
    {
        const string Content = "BT /F 12 Tf 1 0 0 1 72 700 Tm (A de\\256nite \\257ow of M) Tj (u) Tj ET BT /F 12 Tf 1 0 0 1 {0} 700 Tm (\\310) Tj ET BT /F 12 Tf 1 0 0 1 {1} 700 Tm (nzen) Tj ET";
        var at = 72 + 12 * 8.0105;

        var reading = PdfReading.Read(PdfPaper.Raw(Encoding.Latin1.GetBytes(string.Format(null, Content, at, at + 6))));

        Assert.Equal("A definite flow of Münzen", reading.Text());
    }
}
