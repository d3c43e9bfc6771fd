using BenchmarkDotNet.Attributes;
using NotesBot.Benchmarks.Peers;

namespace NotesBot.Benchmarks;

/// <summary>A full answer (analysis, ranking, spelling, snippets of ten) to a question of each kind; the keyword is the baseline.</summary>
[MemoryDiagnoser]
public class SearchBenchmark : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notesbot-measured-").FullName;
    private ILookup<string, string> _asked = null!;
    private Ours _searcher = null!;
    private int _next;

    /// <summary>Passages of the library.</summary>
    [Params(10_000, 100_000)]
    public int Passages { get; set; }

    /// <summary>Makes the library and the questions.</summary>
    [GlobalSetup]
    public void MakeLibrary()
    {
        Measurement.Index("notesbot", _folder, Passages);
        _searcher = new Ours(_folder);
        _searcher.Open();
        _asked = Questions.Of(Passages, 250).ToLookup(question => question.Kind, question => question.Text);
    }

    /// <summary>Takes the library away.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _searcher.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Three words of a passage.</summary>
    [Benchmark(Baseline = true)]
    public int Keyword() => Ask("keyword");

    /// <summary>A sentence.</summary>
    [Benchmark]
    public int Question() => Ask("question");

    /// <summary>Three words with a letter missing in each.</summary>
    [Benchmark]
    public int Typo() => Ask("typo");

    /// <summary>Two words and a beginning.</summary>
    [Benchmark]
    public int Beginning() => Ask("beginning");

    private int Ask(string kind) => _searcher.Answer(_asked[kind].ElementAt(_next++ % _asked[kind].Count())).Count;
}
