using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Fuzz.Targets;

/// <summary>The owner's file of synonyms: whatever it says, a question is answered, and what it says of nothing changes nothing.</summary>
internal sealed class SynonymsTarget : FuzzTarget
{
    private readonly string _index;
    private readonly SearchOptions _options;

    internal SynonymsTarget(string root) : base("synonyms", Bytes(
        "k8s, kubernetes\nquiz => test, exam\n# remark\ncontinuous delivery, cd # another\n",
        "drift, drift, DRIFT, dríft\n=> x\nx =>\na => b => c\n,,,\n",
        "机器学习, machine learning\nλ, lambda\nC++ => cpp\n"))
    {
        var notes = Directory.CreateDirectory(Path.Combine(root, "synonyms")).FullName;
        _index = Path.Combine(root, "synonyms-index");
        _options = new SearchOptions { Synonyms = Path.Combine(notes, SearchOptions.SynonymsFile), HasThesaurus = false };
        using var writer = PassageIndexWriter.Open(_index, notes, NullLogger.Instance);
        File.WriteAllText(Path.Combine(notes, "note.md"), "# Drift\n\nDrift is a change of the data, as an exam after a quiz.\n");
        var folder = new NotesFolder(new NotesOptions { Path = notes }, NullLogger<NotesFolder>.Instance);
        var reading = folder.Read(folder.List(CancellationToken.None).Files[0], CancellationToken.None);
        writer.Replace(new IndexedFile("note.md", 1, DateTimeOffset.UnixEpoch, reading.Hash, "{}", null, null, null), reading.Passages);
        writer.Commit(LibraryFacts.None);
        Source = notes;
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = Bytes(", ", "=>", "#", "\n", "drift", "quiz", "a,a,a,a,a,", "\0", "\uFEFF", " ");

    private string Source { get; }

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        File.WriteAllBytes(_options.Synonyms!, input);
        using var searcher = PassageSearcher.OpenForReading(_index, Source, _options);
        foreach (var question in (string[])["what is drift", "quiz", "a a a k8s a"])
        {
            var answer = searcher.SearchAsync(new SearchRequest(question), CancellationToken.None).GetAwaiter().GetResult();
            Hold(question.StartsWith('a') || answer.Hits.Count == 1, $"no answer to {question}");
        }
    }
}
