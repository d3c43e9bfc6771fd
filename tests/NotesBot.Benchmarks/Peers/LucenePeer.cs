using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace NotesBot.Benchmarks.Peers;

/// <summary>Lucene.NET by itself: either as it comes, with a fuzzy query a word, or with the settings that were found to be its best.</summary>
internal sealed class LucenePeer : IPeer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private static readonly ParallelOptions OnAllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
    private readonly bool _tuned;
    private readonly SimpleFSDirectory _directory;
    private readonly Analyzer _analyzer;
    private IndexWriter? _writer;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    internal LucenePeer(string folder, bool tuned)
    {
        _tuned = tuned;
        _directory = new SimpleFSDirectory(folder);
        _analyzer = tuned ? Analyzer.NewAnonymous(Tuned) : new StandardAnalyzer(Version);
    }

    /// <inheritdoc/>
    public void Add(IReadOnlyList<Note> notes)
    {
        var writer = Writer();
        if (_tuned)
        {
            Parallel.ForEach(notes, OnAllCores, note => writer.AddDocuments(DocumentsOf(note)));
            return;
        }

        foreach (var note in notes)
        {
            writer.AddDocuments(DocumentsOf(note));
        }
    }

    /// <inheritdoc/>
    public void Commit() => _writer!.Commit();

    /// <inheritdoc/>
    public void Open() => Search(DirectoryReader.Open(_directory));

    /// <inheritdoc/>
    public IReadOnlyList<string> Answer(string question)
    {
        var query = new BooleanQuery();
        var asked = TermsOf(question);
        foreach (var term in asked)
        {
            query.Add(QueryOf("heading", term), Occur.SHOULD);
            query.Add(QueryOf("text", term), Occur.SHOULD);
        }

        var words = asked.ToHashSet(StringComparer.Ordinal);
        return [.. _searcher!.Search(query, 10).ScoreDocs.Select(hit => _searcher.Doc(hit.Doc).Get("text"))
            .Select(text => Plain.Snippet(text, words, word => TermsOf(word).FirstOrDefault(word)))];
    }

    /// <inheritdoc/>
    public void Change(Note note)
    {
        Writer().UpdateDocuments(new Term("path", note.File.Path), DocumentsOf(note));
        Search(DirectoryReader.Open(_writer!, applyAllDeletes: true));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader?.Dispose();
        _writer?.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }

    private static TokenStreamComponents Tuned(string field, TextReader reader)
    {
        var words = new LettersAndDigits(reader);
        return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(Version, new LowerCaseFilter(Version, words), EnglishAnalyzer.DefaultStopSet)));
    }

    private IndexWriter Writer()
    {
        var settings = new IndexWriterConfig(Version, _analyzer);
        if (_tuned)
        {
            (settings.RAMBufferSizeMB, settings.Similarity) = (64, new BM25Similarity());
        }

        return _writer ??= new IndexWriter(_directory, settings);
    }

    private void Search(DirectoryReader reader)
    {
        _reader?.Dispose();
        _reader = reader;
        _searcher = new IndexSearcher(reader);
        if (_tuned)
        {
            _searcher.Similarity = new BM25Similarity();
        }
    }

    private static IEnumerable<IEnumerable<IIndexableField>> DocumentsOf(Note note) => note.Passages.Select(passage => new Document
    {
        new StringField("path", passage.Path, Field.Store.YES),
        new TextField("heading", string.Join(' ', passage.Trail), Field.Store.YES),
        new TextField("text", passage.Text, Field.Store.YES),
    });

    private Query QueryOf(string field, string term)
    {
#pragma warning disable RS0030 // The peer is measured as people use it: typing errors are what it has fuzzy queries for.
        return _tuned ? new TermQuery(new Term(field, term)) : new FuzzyQuery(new Term(field, term));
#pragma warning restore RS0030
    }

    private List<string> TermsOf(string text)
    {
        var terms = new List<string>();
        using var stream = _analyzer.GetTokenStream("text", new StringReader(text));
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString()!);
        }

        stream.End();
        return terms;
    }

    private sealed class LettersAndDigits(TextReader reader) : CharTokenizer(Version, reader)
    {
        protected override bool IsTokenChar(int c) => c < 0x10000 ? char.IsLetterOrDigit((char)c) : System.Text.Rune.IsLetterOrDigit(new System.Text.Rune(c));
    }
}
