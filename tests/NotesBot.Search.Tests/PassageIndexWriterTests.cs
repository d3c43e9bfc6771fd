using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using Directory = System.IO.Directory;

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

    [Fact]
    public void GivenAnIndexOfAnotherSchema_WhenOpened_ThenItIsBegunAnew()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "One thing."));
        MakeOfAnotherSchema(folder);

        Assert.Throws<IndexUnavailableException>(() => PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source));
        using var writer = folder.Open();

        Assert.Contains("another version", writer.Restarted, StringComparison.Ordinal);
        Assert.Empty(writer.Files);
    }

    [Fact]
    public void GivenACommitThatFails_WhenWritingGoesOn_ThenOnlyWhatItHeldIsLost()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "Birds fly south."));
        using (var writer = folder.Open())
        {
            var inTheWay = BlockNextCommit(folder);
            writer.Replace(Sample.File("b.md"), [Sample.Passage("b.md", 0, "Rice is cheap.")]);
            Assert.Throws<IndexWriteException>(() => writer.Commit(LibraryFacts.None));
            Assert.Equal(["a.md"], writer.Files.Keys);
            Assert.Empty(writer.Searcher.Read("b.md", 0, 1));
            inTheWay.ForEach(Directory.Delete);
            Sample.Write(writer, Sample.Passage("c.md", 0, "Beans too."));
        }

        using var reopened = folder.Open();

        Assert.Null(reopened.Restarted);
        Assert.Equal(["a.md", "c.md"], reopened.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GivenAMergeThatMeetsDamage_WhenWritingGoesOn_ThenItFailsAndTheDamageIsFound()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, [.. Enumerable.Range(0, 60).Select(number => Sample.Passage("0.md", number, TooLongToStayInABuffer(number)))]);
        var sound = writer.FindDamage();
        Damage(folder);

        var failure = Record.Exception(() =>
        {
            for (var number = 1; number < 30; number++)
            {
                Sample.Write(writer, Sample.Passage($"{number}.md", 0, "Rice is cheap."));
            }
        });

        Assert.Null(sound);
        Assert.IsType<IndexWriteException>(failure);
        Assert.Contains("damaged", writer.FindDamage(), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenOneFlippedBit_WhenOpened_ThenTheIndexIsBegunAnewAndNotReadFrom()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "Birds fly south."));
        Damage(folder);

        Assert.Throws<IndexUnavailableException>(() => PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source));
        using var writer = folder.Open();

        Assert.Contains("damaged", writer.Restarted, StringComparison.Ordinal);
        Assert.Empty(writer.Files);
    }

    [Fact]
    public void GivenAFolderOfSomethingElse_WhenOpened_ThenItIsRefusedAndLeftAlone()
    {
        using var folder = new IndexFolder();
        var letter = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "passages")).FullName, "letter.txt");
        File.WriteAllText(letter, "Dear Ada");

        var refused = Assert.Throws<IOException>(() => folder.Open());

        Assert.Contains("letter.txt is no part of an index", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Dear Ada", File.ReadAllText(letter));
    }

    [Fact]
    public void GivenAnIndexThatCannotBeWritten_WhenOpened_ThenItAnswersAndIsWrittenWhenItCanBe()
    {
        using var folder = new IndexFolder();
        folder.Fill(Sample.Passage("a.md", 0, "Birds fly south."));
        var inTheWay = BlockWriting(folder);

        using var writer = folder.Open();
        var before = writer.Searcher.Read("a.md", 0, 1).Count;
        var refused = Record.Exception(() => Sample.Write(writer, Sample.Passage("b.md", 0, "Rice is cheap.")));
        Directory.Delete(inTheWay);
        Sample.Write(writer, Sample.Passage("c.md", 0, "Beans too."));

        Assert.Equal((null, 1), (writer.Restarted, before));
        Assert.IsType<IndexWriteException>(refused);
        Assert.Equal(["a.md", "c.md"], writer.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Beans too.", writer.Searcher.Read("c.md", 0, 1)[0].Text);
    }

    [Fact]
    public void GivenNoIndexAndNoRights_WhenOpened_ThenItIsNotSaidToBeInUse()
    {
        using var folder = new IndexFolder();
        BlockWriting(folder);

        var refused = Record.Exception(() => folder.Open());

        Assert.True(refused is IOException or UnauthorizedAccessException, $"{refused}");
    }

    [Fact]
    public void GivenADamagedIndexThatIsSearched_WhenBegunAnew_ThenTheSameSearcherFollows()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, Sample.Passage("a.md", 0, "Birds fly south."));
        Damage(folder);

        var damage = writer.FindDamage();
        writer.BeginAnew();
        var between = (writer.Files.Count, writer.Searcher.Read("a.md", 0, 1).Count);
        Sample.Write(writer, Sample.Passage("a.md", 0, "Birds fly south."));

        Assert.NotNull(damage);
        Assert.Equal((0, 0), between);
        Assert.Equal("Birds fly south.", writer.Searcher.Read("a.md", 0, 1)[0].Text);
        Assert.Null(writer.FindDamage());
    }

    /// <summary>A folder in the place of the lock: as on a disk that takes nothing, also for root.</summary>
    private static string BlockWriting(IndexFolder folder)
    {
        var path = Path.Combine(folder.Path, "writer.lock");
        File.Delete(path);
        return Directory.CreateDirectory(path).FullName;
    }

    private static string TooLongToStayInABuffer(int seed)
    {
        var random = new Random(seed);
        return $"Birds fly {string.Concat(Enumerable.Range(0, 2_000).Select(_ => (char)random.Next('a', 'z')))}";
    }

    /// <summary>One bit in the midst of the stored texts: nothing but a checksum is sure to see it.</summary>
    private static void Damage(IndexFolder folder)
    {
        var texts = Path.Combine(folder.Path, "passages", "_0.fdt");
        using var file = new FileStream(texts, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Position = file.Length / 2;
        var before = file.ReadByte();
        file.Position = file.Length / 2;
        file.WriteByte((byte)(before ^ 1));
    }

    /// <summary>A folder that has the name of the file to be written: nothing can be written there.</summary>
    private static List<string> BlockNextCommit(IndexFolder folder)
    {
        var names = Enumerable.Range(1, 9).Select(number => Path.Combine(folder.Path, "passages", $"segments_{number}"));
        var free = names.Where(path => !File.Exists(path)).ToList();
        free.ForEach(path => Directory.CreateDirectory(path));
        return free;
    }

    private static void MakeOfAnotherSchema(IndexFolder folder)
    {
        using var lucene = new SimpleFSDirectory(Path.Combine(folder.Path, "passages"));
        using var writer = new IndexWriter(lucene, new IndexWriterConfig(LuceneVersion.LUCENE_48, null));
        writer.SetCommitData(new Dictionary<string, string>(writer.CommitData) { ["schema"] = "0" });
        writer.Commit();
    }
}
