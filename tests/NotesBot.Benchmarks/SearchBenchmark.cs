using BenchmarkDotNet.Attributes;
using NotesBot.Search;

namespace NotesBot.Benchmarks;

/// <summary>A full answer (analysis, ranking, spelling, snippets of ten) to a question of each kind; the keyword is the baseline.</summary>
[MemoryDiagnoser]
public class SearchBenchmark : IDisposable
{
    private const int OfEachKind = 50;
    private readonly Dictionary<string, string[]> asked = [];
    private Library library = null!;
    private PassageSearcher searcher = null!;
    private int next;

    /// <summary>Files of the library; each has five to nine passages.</summary>
    [Params(1_000, 10_000)]
    public int Files { get; set; }

    /// <summary>Makes the library and the questions.</summary>
    [GlobalSetup]
    public void MakeLibrary()
    {
        library = new Library(Files);
        library.MakeIndex();
        searcher = library.Open();
        var questions = new Questions(new Random(1));
        foreach (var kind in Questions.Kinds)
        {
            asked[kind] = [.. Library.Some(searcher, OfEachKind, Files).Select(passage => questions.Of(kind, passage))];
        }
    }

    /// <summary>Takes the library away.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        searcher.Dispose();
        library.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Three words of a passage.</summary>
    [Benchmark(Baseline = true)]
    public Task<SearchAnswer> Keyword() => AskAsync("keyword");

    /// <summary>A sentence.</summary>
    [Benchmark]
    public Task<SearchAnswer> Question() => AskAsync("question");

    /// <summary>Three words with a letter missing in each.</summary>
    [Benchmark]
    public Task<SearchAnswer> Typo() => AskAsync("typo");

    /// <summary>Two words and a beginning.</summary>
    [Benchmark]
    public Task<SearchAnswer> Beginning() => AskAsync("beginning");

    private Task<SearchAnswer> AskAsync(string kind) =>
        searcher.SearchAsync(new SearchRequest(asked[kind][next++ % OfEachKind]), CancellationToken.None);
}
