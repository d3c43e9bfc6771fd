using System.Collections.Concurrent;
using System.Globalization;
using NotesBot.Notes;

namespace NotesBot.Search.Tests.Mechanisms;

/// <summary>
/// A few notes, made for one mechanism of finding, and what is asked of them. An index is made once for the same notes. The weights are
/// the standard ones, but where a test breaks one of them to see that a case fails.
/// </summary>
internal sealed class SmallLibrary
{
    private const string Source = "/notes";
    private static readonly AsyncLocal<Weights?> Broken = new();
    private static readonly string Root = Directory.CreateTempSubdirectory("notesbot-mechanisms-").FullName;
    private static readonly ConcurrentDictionary<string, Lazy<SmallLibrary>> Made = new(StringComparer.Ordinal);

    /// <summary>What no question is about, so that words of the notes are rare enough to count.</summary>
    private static readonly string[] Others =
    [
        "Birds fly south before winter comes.", "Cooking rice needs twice as much water.", "Trains leave from the northern station.",
        "Bread is baked early each morning.", "Painters mix colours on wooden boards.", "Rivers carry sand towards the sea.",
    ];

    private readonly string _folder;

    static SmallLibrary() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Root, recursive: true);

    private SmallLibrary(string folder) => _folder = folder;

    /// <summary>Runs what is asked inside with other weights.</summary>
    internal static void With(Weights weights, Action ask)
    {
        Broken.Value = weights;
        try
        {
            ask();
        }
        finally
        {
            Broken.Value = null;
        }
    }

    /// <summary>Notes of one passage each, without headings, among others of which nothing is asked.</summary>
    internal static SmallLibrary Of(params string[] texts) => Of([.. texts.Select((text, i) => Note($"{i}.md", text))]);

    /// <summary>Passages as they are, among other notes.</summary>
    internal static SmallLibrary Of(params Passage[] passages) => Of(passages, LibraryFacts.None);

    internal static SmallLibrary Of(Passage[] passages, LibraryFacts facts) => Made.GetOrAdd(
        string.Join('\n', passages.Select(passage => $"{passage.Path}#{passage.Ordinal}{passage.Kind}{string.Join('/', passage.Trail)}:{passage.Text}")),
        _ => new Lazy<SmallLibrary>(() => Make(passages, facts))).Value;

    internal static Passage Note(string path, string text, params string[] trail) => Sample.Passage(path, 0, text, trail);

    internal SearchAnswer Ask(string query, SearchOptions? options = null, bool explain = false)
    {
        options ??= new SearchOptions();
        options.Weights = Broken.Value ?? Weights.Standard;
        using var searcher = PassageSearcher.OpenForReading(_folder, Source, options);
        return searcher.SearchAsync(new SearchRequest(query, Explain: explain), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    /// <summary>The texts nearest in meaning to a note of one passage.</summary>
    internal IReadOnlyList<string> SeeAlso(string path, SearchOptions options)
    {
        options.Weights = Broken.Value ?? Weights.Standard;
        using var searcher = PassageSearcher.OpenForReading(_folder, Source, options);
        return [.. searcher.SeeAlso(searcher.Read(path, 0, 1)[0].Id, 3).Select(passage => passage.Text)];
    }

    /// <summary>The texts that are found, best first.</summary>
    internal IReadOnlyList<string> Texts(string query) => [.. Ask(query).Hits.Select(hit => hit.Passage.Text)];

    /// <summary>The score of a text; 0 when it is not found.</summary>
    internal double Score(string query, string text, SearchOptions? options = null) =>
        Ask(query, options).Hits.FirstOrDefault(hit => hit.Passage.Text == text)?.Score ?? 0;

    /// <summary>The score of the second text as a share of that of the first.</summary>
    internal double Share(string query, string text, string other) => Score(query, other) / Score(query, text);

    /// <summary>How good the best hit of one question is beside that of another one.</summary>
    internal double Share(string query, string other) =>
        Ask(query).Hits.Select(hit => hit.Score).FirstOrDefault() / Ask(other).Hits[0].Score;

    /// <summary>The evidence for an answer, by its name.</summary>
    internal IReadOnlyDictionary<string, double> Evidence(string query)
    {
        var line = Ask(query, explain: true).Hits[0].Explanation.Single(line => line.StartsWith("confidence ", StringComparison.Ordinal));
        return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
    }

    private static SmallLibrary Make(Passage[] passages, LibraryFacts facts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, Guid.NewGuid().ToString("N"))).FullName;
        using var writer = PassageIndexWriter.Open(folder, Source, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        var others = Others.Select((text, i) => Note($"other{i}.md", text, "Elsewhere"));
        foreach (var file in passages.Concat(others).GroupBy(passage => passage.Path, StringComparer.Ordinal))
        {
            writer.Replace(Sample.File(file.Key), [.. file]);
        }

        writer.Commit(facts);
        return new SmallLibrary(folder);
    }
}
