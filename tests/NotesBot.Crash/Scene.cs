using NotesBot.Search;

namespace NotesBot.Crash;

/// <summary>A folder of notes that change, the program, and what its index should hold. In a temporary folder that goes with it.</summary>
internal sealed class Scene : IDisposable
{
    private const int Files = 60;
    private const int Questions = 30;
    private readonly string _folder = Directory.CreateTempSubdirectory("notesbot-crash-").FullName;
    private readonly Random _random;
    private int _next;

    internal Scene(string program, Random random)
    {
        (Program, _random) = (program, random);
        for (var i = 0; i < Files; i++)
        {
            Add();
        }
    }

    internal string Program { get; }

    /// <summary>Names of the notes that were changed since it was last emptied.</summary>
    internal HashSet<string> Touched { get; } = [];

    internal string Notes => Path.Combine(_folder, "notes");

    internal string Index => Path.Combine(_folder, "index");

    /// <summary>A folder beside them.</summary>
    internal string Beside(string name) => Path.Combine(_folder, name);

    /// <summary>Adds, edits, renames and deletes a few notes.</summary>
    internal void Change()
    {
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            switch (_random.Next(4))
            {
                case 0:
                    Add();
                    break;
                case 1:
                    Write(Touch(Some()));
                    break;
                case 2:
                    File.Move(Touch(Some()), NextPath());
                    break;
                default:
                    File.Delete(Touch(Some()));
                    Add();
                    break;
            }
        }
    }

    /// <summary>Runs a verb of the program over the notes.</summary>
    internal Task<Ended> RunAsync(string index, params string[] arguments) => Start(index, arguments).EndAsync();

    /// <summary>Starts a verb of the program over the notes.</summary>
    internal Running Start(string index, params string[] arguments) =>
        Running.Start(Program, [.. arguments, "--notes", Notes, "--index", index]);

    /// <summary>What a fresh index would hold now.</summary>
    internal Contents Fresh() => Contents.OfNotes(Notes);

    /// <summary>Opens an index as a reader does.</summary>
    /// <exception cref="IndexUnavailableException">It cannot be read.</exception>
    internal PassageSearcher Open(string index) => PassageSearcher.OpenForReading(index, Notes);

    /// <summary>In what an index differs from a fresh one, or why it cannot be read; <see langword="null"/> when all is well.</summary>
    internal string? FaultOf(string index, Contents fresh)
    {
        try
        {
            using var searcher = Open(index);
            return fresh.DifferenceFrom(searcher);
        }
        catch (IndexUnavailableException exception)
        {
            return $"{exception.Message} {exception.InnerException?.Message}";
        }
    }

    /// <summary>A question that an index that has lived answers otherwise than one made just now; <see langword="null"/> for none.</summary>
    internal async Task<string?> OtherAnswerAsync(string index)
    {
        var fresh = Beside("fresh");
        await RunAsync(fresh, "index");
        using (var lived = Open(index))
        using (var other = Open(fresh))
        {
            var questions = Enumerable.Range(0, Questions).Select(_ => Words(_random.Next(1, 4))).ToList();
            var differs = questions.Find(question => AnswerOf(lived, question) != AnswerOf(other, question));
            return differs is null ? null : $"{differs}: {AnswerOf(lived, differs)} instead of {AnswerOf(other, differs)}";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string AnswerOf(PassageSearcher searcher, string question)
    {
        var answer = searcher.SearchAsync(new SearchRequest(question), CancellationToken.None).GetAwaiter().GetResult();
        var hits = answer.Hits.Select(hit => FormattableString.Invariant($"{hit.Passage.Path} {hit.Passage.Ordinal} {hit.Score:0.000000} {hit.Snippet.Text}"));
        return $"{answer.Confidence}, {answer.SearchedFor}, {string.Join(" | ", hits)}";
    }

    private void Add() => Write(NextPath());

    private string NextPath() => Path.Combine(Directory.CreateDirectory(Notes).FullName, $"note{_next++:00000}.md");

    private string Touch(string path)
    {
        Touched.Add(Path.GetFileName(path));
        return path;
    }

    private string Some()
    {
        var all = Directory.GetFiles(Notes);
        return all[_random.Next(all.Length)];
    }

    private void Write(string path)
    {
        var sections = Enumerable.Range(0, _random.Next(2, 6)).Select(_ => $"## {Words(3)}\n\n{Words(_random.Next(10, 80))}.\n");
        File.WriteAllText(path, $"# {Words(2)}\n\n{string.Join('\n', sections)}");
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => WordOf(_random.Next(4_000))));

    private static string WordOf(int number)
    {
        const string Consonants = "bdfgklmnprstvz";
        var word = "";
        for (var rest = number + 300; rest > 0; rest /= Consonants.Length * 5)
        {
            word += $"{Consonants[rest % Consonants.Length]}{"aeiou"[rest / Consonants.Length % 5]}";
        }

        return word;
    }
}
