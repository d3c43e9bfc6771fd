using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;

namespace NotesBot.Search.Tests;

public sealed class PassageIndexWriterTests
{
    [Fact]
    public void GivenAnOpenWriter_WhenAnotherOpensTheSameIndex_ThenItIsRefused()
    {
        using var folder = new IndexFolder();
        using var first = folder.Open();

        var refused = Assert.Throws<IndexLockedException>(() => folder.Open());

        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenACommittedFile_WhenTheIndexIsOpenedAgain_ThenItsRecordAndTheFactsAreThere()
    {
        using var folder = new IndexFolder();
        var file = Sample.File("a.md") with { Fault = new FileFault("a.md", "Half of it is missing."), Course = 2, Week = 3 };
        var facts = new LibraryFacts(
            new Syllabus([new Course(1, "Logic", [new Week(1, "Sets")])]), Sample.Time, [file.Fault!], new Dictionary<string, int> { ["png"] = 4 });
        using (var writer = folder.Open())
        {
            writer.Replace(file, [Sample.Passage("a.md", 0, "One thing.")]);
            writer.Commit(facts);
        }

        using var reopened = folder.Open();

        Assert.Null(reopened.Restarted);
        Assert.Equal(file, reopened.Files["a.md"]);
        Assert.Equal("Sets", reopened.Searcher.Library.Syllabus.Courses[0].Weeks[0].Title);
        Assert.Equal(Sample.Time, reopened.Searcher.Library.Refreshed);
        Assert.Equal(4, reopened.Searcher.Library.Skipped["png"]);
    }

    [Fact]
    public void GivenAnUncommittedFile_WhenTheIndexIsOpenedAgain_ThenItIsGone()
    {
        using var folder = new IndexFolder();
        using (var writer = folder.Open())
        {
            writer.Commit(LibraryFacts.None);
            writer.Replace(Sample.File("a.md"), [Sample.Passage("a.md", 0, "One thing.")]);
        }

        using var reopened = folder.Open();

        Assert.Empty(reopened.Files);
    }

    [Fact]
    public void GivenAnIndexOfOtherNotes_WhenOpened_ThenItIsBegunAnew()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "One thing."));

        using var writer = PassageIndexWriter.Open(folder.Path, "/other", NullLogger.Instance);

        Assert.Contains("other notes", writer.Restarted, StringComparison.Ordinal);
        Assert.Empty(writer.Files);
    }

    [Fact]
    public void GivenADamagedIndex_WhenOpened_ThenItIsBegunAnew()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "One thing."));
        foreach (var path in Directory.EnumerateFiles(folder.Path, "segments*", SearchOption.AllDirectories))
        {
            File.WriteAllText(path, "no index");
        }

        using var writer = folder.Open();

        Assert.Contains("damaged", writer.Restarted, StringComparison.Ordinal);
        Assert.Empty(writer.Files);
    }
}
