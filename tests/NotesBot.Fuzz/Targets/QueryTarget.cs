using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Fuzz.Targets;

/// <summary>A question, and the beginning of one, to an index of the sample notes.</summary>
internal sealed class QueryTarget : FuzzTarget, IDisposable
{
    private readonly PassageIndexWriter _index;

    internal QueryTarget(string root, string samples) : base("query", Bytes(
        "what is concept drift?", "\"data drift\" -concept course", "canry deploymnet", "KPI p99 C++ #tag x_y", "Wie misst man Drift?",
        "ExampleGen tf.data", "a \"b c\" -\"d e\" \"open", "😀 \u202E نص 数据"))
    {
        _index = PassageIndexWriter.Open(Path.Combine(root, "query-index"), samples, NullLogger.Instance);
        var folder = new NotesFolder(new NotesOptions { Path = samples }, NullLogger<NotesFolder>.Instance);
        foreach (var file in folder.List(CancellationToken.None).Files)
        {
            var reading = folder.Read(file, CancellationToken.None);
            _index.Replace(new IndexedFile(file.Path, file.Size, file.Modified, reading.Hash, "{}", null, null, null), reading.Passages);
        }

        _index.Commit(LibraryFacts.None);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = Bytes("\"", "-", " ", "drift", "*", "?", "~2", "AND", "(", "\0", "\uFFFF", "ß", "İ", "-\"", "a a a ");

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        // Discord hands over at most 6,000 characters, terminals a line.
        var text = Encoding.UTF8.GetString(input.AsSpan(0, Math.Min(input.Length, 6_000)));
        var search = _index.Searcher.SearchAsync(new SearchRequest(text), CancellationToken.None);
        var answer = search.GetAwaiter().GetResult();
        Hold(answer.Hits.Count <= 10, "more hits than asked for");
        Hold(_index.Searcher.Suggest(new SuggestRequest(text[..Math.Min(text.Length, 100)], null, null, 25)).Count <= 25, "more suggestions than asked for");
    }

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();
}
