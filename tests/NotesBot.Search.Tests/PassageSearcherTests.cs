using NotesBot.Notes;

namespace NotesBot.Search.Tests;

public sealed class PassageSearcherTests
{
    [Fact]
    public void GivenAPassageWithEverything_WhenReadBack_ThenNothingIsLost()
    {
        var passage = Sample.Passage("ä b/c (1).md", 7, "Text with ünïcode \U0001F600 and\nlines.", "Outer", "Inner") with
        {
            Line = 3,
            EndLine = 9,
            Page = 2,
            Cell = 4,
            Course = 1,
            Week = 2,
            Kind = PassageKind.Code,
            Anchor = "inner-1",
            Picture = "p/q.png",
            Keywords = ["alias", "tag"],
            Parts = [new PassagePart(PassagePartKind.Code, 0, 5, "python"), new PassagePart(PassagePartKind.Prose, 6, 3)],
        };
        using var folder = new IndexFolder();
        folder.Fill(passage);
        using var searcher = PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source);

        var read = Assert.Single(searcher.Get([passage.Id]))!;

        Assert.Equivalent(passage, read, strict: true);
    }

    [Fact]
    public void GivenNoIndex_WhenOpened_ThenItSaysSo()
    {
        using var folder = new IndexFolder();

        Assert.Throws<IndexUnavailableException>(() => PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source));
    }

    [Fact, Trait("Case", "SA-30")]
    public void GivenADamagedIndex_WhenOpened_ThenTheSentenceNamesNoPathAndTheCauseIsKept()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "Birds fly south."));
        foreach (var file in Directory.GetFiles(folder.Path, "_*", SearchOption.AllDirectories))
        {
            File.WriteAllBytes(file, []);
        }

        var refused = Assert.Throws<IndexUnavailableException>(() => PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source));

        Assert.Equal("The index cannot be read; run the index command with --rebuild.", refused.Message);
        Assert.NotNull(refused.InnerException);
    }

    [Fact]
    public void GivenAReader_WhenTheWriterCommits_ThenTheReaderFollows()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "Birds fly south."));
        using var searcher = PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source);
        Assert.Equal(1, searcher.Library.Passages);

        folder.Fill(Sample.Passage("b.md", 0, "Rice is cheap."), Sample.Passage("b.md", 1, "Beans too."));

        Assert.Equal((2, 3), (searcher.Library.Notes, searcher.Library.Passages));
    }

    [Fact]
    public void GivenAFile_WhenReplacedAndRemoved_ThenTheNextQuestionAfterTheCommitSeesIt()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, Sample.Passage("a.md", 0, "Birds fly south."));

        writer.Replace(Sample.File("a.md"), [Sample.Passage("a.md", 0, "Rice."), Sample.Passage("a.md", 1, "Beans.")]);
        var before = writer.Searcher.Read("a.md", 0, 10).Select(passage => passage.Text).ToList();
        writer.Commit(LibraryFacts.None);
        var replaced = writer.Searcher.Read("a.md", 0, 10).Select(passage => passage.Text).ToList();
        writer.Remove("a.md");
        writer.Commit(LibraryFacts.None);

        Assert.Equal(["Birds fly south."], before);
        Assert.Equal(["Rice.", "Beans."], replaced);
        Assert.Empty(writer.Searcher.Read("a.md", 0, 10));
        Assert.Empty(writer.Files);
    }

    [Fact]
    public void GivenARename_WhenItIsNotCommittedYet_ThenTheOldNameAnswersAndThenTheNewOne()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, Sample.Passage("old.md", 0, "Birds fly south."));

        writer.Remove("old.md");
        writer.Replace(Sample.File("new.md"), [Sample.Passage("new.md", 0, "Birds fly south.")]);
        var before = (writer.Searcher.Read("old.md", 0, 10).Count, writer.Searcher.Read("new.md", 0, 10).Count);
        writer.Commit(LibraryFacts.None with { Version = new NotesVersion("abc", Sample.Time) });
        var after = (writer.Searcher.Read("old.md", 0, 10).Count, writer.Searcher.Read("new.md", 0, 10).Count);

        Assert.Equal(((1, 0), (0, 1)), (before, after));
        Assert.Equal(new NotesVersion("abc", Sample.Time), writer.Searcher.Library.Version);
    }

    [Fact]
    public async Task GivenOneChangedPassage_WhenAsked_ThenItsNewWordsAreFoundAndItsOldOnesAreGone()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, Sample.Passage("a.md", 0, "Birds fly south."), Sample.Passage("a.md", 1, "Rice is cheap."));

        Sample.Write(writer, Sample.Passage("a.md", 0, "Whales swim north."), Sample.Passage("a.md", 1, "Rice is cheap."));
        var whales = await writer.Searcher.SearchAsync(new SearchRequest("whales"), TestContext.Current.CancellationToken);
        var birds = await writer.Searcher.SearchAsync(new SearchRequest("birds"), TestContext.Current.CancellationToken);

        Assert.Equal("Whales swim north.", Assert.Single(whales.Hits).Passage.Text);
        Assert.Empty(birds.Hits);
    }

    [Fact]
    public void GivenPassagesOfWeeks_WhenBrowsed_ThenTheyComeInOrderOfFileAndPlace()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(
            writer,
            Sample.Passage("b.md", 1, "b1") with { Course = 1, Week = 2 },
            Sample.Passage("b.md", 0, "b0") with { Course = 1, Week = 2 },
            Sample.Passage("a.md", 0, "a0") with { Course = 1, Week = 1 });

        Assert.Equal(["b0", "b1"], writer.Searcher.Browse(1, 2, 10).Select(passage => passage.Text));
        Assert.Equal(["a0", "b0"], writer.Searcher.Browse(1, null, 2).Select(passage => passage.Text));
        Assert.Equal(2, writer.Searcher.Library.PassagesByWeek[(1, 2)]);
    }

    [Theory]
    [InlineData("drif", "Concept drift")]
    [InlineData("CONCEPT d", "Concept drift")]
    [InlineData("conecpt", "Concept drift")]
    [InlineData("aqui", "Äquivalenz")]
    [InlineData("conepct dri", "Concept drift")]
    [InlineData("cocnep", "Concept drift")]
    public void GivenHeadings_WhenTyping_ThenTheOneThatGoesOnIsSuggested(string typed, string heading)
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, Sample.Passage("a.md", 0, "One.", "Concept drift"), Sample.Passage("b.md", 0, "Two.", "Äquivalenz"));

        var suggestions = writer.Searcher.Suggest(new SuggestRequest(typed, null, null, 10));

        Assert.Equal(heading, Assert.Single(suggestions).Text);
    }

    [Fact]
    public void GivenAWordOfTheTextAlone_WhenTyping_ThenItIsSuggestedAsTheNotesWriteItBehindTheHeadings()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(
            writer,
            Sample.Passage("a.md", 0, "Die Überanpassung ist ein Übel.", "Modelle"),
            Sample.Passage("b.md", 0, "Gegen Überanpassung hilft mehr.", "Über das Lernen"));

        Assert.Equal(["Über das Lernen", "überanpassung"],
            writer.Searcher.Suggest(new SuggestRequest("uber", null, null, 10)).Select(suggestion => suggestion.Text));
    }

    [Fact]
    public void GivenNothingTyped_WhenAskedForSuggestions_ThenTheHeadingOfMostPassagesIsFirst()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(
            writer,
            Sample.Passage("a.md", 0, "One.", "Alone"),
            Sample.Passage("b.md", 0, "Two.", "Much") with { Course = 2 },
            Sample.Passage("b.md", 1, "Three.", "Much") with { Course = 2 });

        Assert.Equal(["Much", "Alone"], writer.Searcher.Suggest(new SuggestRequest("", null, null, 10)).Select(suggestion => suggestion.Text));
        Assert.Equal(["Much"], writer.Searcher.Suggest(new SuggestRequest("", 2, null, 10)).Select(suggestion => suggestion.Text));
    }
}
