using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Benchmarks;

/// <summary>A generated library with its index, in a temporary folder that goes with it.</summary>
internal sealed class Library : IDisposable
{
    private const int Seed = 1;
    private readonly string folder = Directory.CreateTempSubdirectory("notesbot-measured-").FullName;

    /// <summary>Writes the notes; nothing is indexed yet.</summary>
    public Library(int files) => new Corpus(new Random(Seed)).Write(Notes, files);

    /// <summary>Size of the notes in bytes.</summary>
    public long TextBytes => SizeOf(Notes);

    /// <summary>Size of the index in bytes.</summary>
    public long IndexBytes => SizeOf(Index);

    private string Notes => Path.Combine(folder, "notes");

    private string Index => Path.Combine(folder, "index");

    /// <summary>Reads and indexes all notes on all cores, and commits once; returns how many passages there are.</summary>
    public int MakeIndex()
    {
        var options = new NotesOptions { Path = Notes };
        var notes = new NotesFolder(options, NullLogger<NotesFolder>.Instance);
        using var index = PassageIndexWriter.Open(Index, Notes, NullLogger.Instance);
        Parallel.ForEach(notes.List(CancellationToken.None).Files, file =>
        {
            var reading = notes.Read(file, CancellationToken.None);
            index.Replace(new IndexedFile(file.Path, file.Size, file.Modified, reading.Hash, "{}", null, null, null), reading.Passages);
        });
        index.Commit(LibraryFacts.None);
        return index.Searcher.Library.Passages;
    }

    /// <summary>A searcher over the index.</summary>
    public PassageSearcher Open() => PassageSearcher.OpenForReading(Index, Notes);

    /// <summary>Passages from all over the library.</summary>
    public static IReadOnlyList<Passage> Some(PassageSearcher searcher, int count, int files)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => searcher.Read(Corpus.PathOf(random.Next(files)), 0, 1)[0])];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static long SizeOf(string path) =>
        new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
