using NotesBot.Notes;

namespace NotesBot.Search.Tests;

/// <summary>What is stored comes back as it was, however it was packed: with a dictionary or without, written once or merged.</summary>
public sealed class StoredPassagesTests
{
    private const int Files = 40;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 40)]
    [InlineData(8, 280)]
    public void GivenPassagesOfManyFiles_WhenReadByTheirIds_ThenEachIsAsItWasWritten(int inAFile, int words)
    {
        using var folder = new IndexFolder();
        var written = Enumerable.Range(0, Files).SelectMany(file => PassagesOf(file, inAFile, words, seed: file)).ToArray();
        folder.Fill(written);
        using var searcher = PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source);

        var read = searcher.Get([.. written.Select(passage => passage.Id)]);

        Assert.Equivalent(written, read, strict: true);
    }

    [Fact]
    public void GivenFilesThatAreReplacedAgainAndAgain_WhenRead_ThenOnlyTheNewestIsThere()
    {
        const int inAFile = 6;
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        for (var round = 0; round < 8; round++)
        {
            Sample.Write(writer, [.. Enumerable.Range(0, Files).Where(file => file % (round + 1) == 0).SelectMany(file => PassagesOf(file, inAFile, 60, seed: (100 * round) + file))]);
        }

        for (var file = 0; file < Files; file++)
        {
            var newest = Enumerable.Range(0, 8).Last(round => file % (round + 1) == 0);
            var wanted = PassagesOf(file, inAFile, 60, seed: (100 * newest) + file);
            Assert.Equivalent(wanted, writer.Searcher.Read(wanted[0].Path, 0, inAFile), strict: true);
            Assert.Equivalent(wanted, writer.Searcher.Get([.. wanted.Select(passage => passage.Id)]), strict: true);
        }
    }

    /// <summary>Half of the words come again and again, the others only once.</summary>
    private static Passage[] PassagesOf(int file, int count, int words, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(ordinal =>
            Sample.Passage($"part/{file}.md", ordinal, string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random))), "Course", $"Part {random.Next(90)}"))];
    }

    private static string Word(Random random) =>
        random.Next(2) == 0 ? $"again{random.Next(50)}" : string.Concat(Enumerable.Range(0, 7).Select(_ => (char)random.Next('a', 'z')));
}
