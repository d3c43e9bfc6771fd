using NotesBot.Search.Text;

namespace NotesBot.Search.Thesaurus;

/// <summary>
/// Words and phrases that mean the same, as the owner says, a group a line: <c>k8s, kubernetes</c> finds both by each, and
/// <c>quiz => test, exam</c> finds only what stands on the right by what stands on the left. <c>#</c> begins a remark.
/// </summary>
internal sealed class SynonymTable
{
    /// <summary>No more lines are read: a longer list is a dictionary, and belongs into a thesaurus.</summary>
    private const int MaxLines = 5_000;

    /// <summary>No more words are held to mean the same: each is put beside each.</summary>
    private const int MaxWordsOfLine = 50;

    /// <summary>A longer line, in characters, is no line of words that mean the same.</summary>
    private const int MaxLineLength = 2_000;

    private const long MaxBytes = 1 << 20;

    private const string Arrow = "=>";

    private readonly Dictionary<string, List<Entry>> _byFirst = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    private SynonymTable()
    {
    }

    internal static SynonymTable Empty { get; } = new();

    /// <summary>A sentence for each line that says nothing.</summary>
    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>Reads a file; one that cannot be read is empty, and says so in its faults.</summary>
    internal static SynonymTable Read(string path)
    {
        var table = new SynonymTable();
        try
        {
            using var reader = new StreamReader(OwnerFile.Open(path, MaxBytes));
            for (var number = 1; number <= MaxLines && reader.ReadLine() is { } line; number++)
            {
                table.Add(line.Split('#')[0], $"{Path.GetFileName(path)}, line {number}");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            table._faults.Add($"{Path.GetFileName(path)} cannot be read: {exception.Message}");
        }

        return table;
    }

    /// <summary>What the terms from a place on stand for: how many of them, and the terms of what they mean.</summary>
    internal IEnumerable<(int Length, IReadOnlyList<string> Meaning)> At(IReadOnlyList<string> terms, int first) =>
        _byFirst.GetValueOrDefault(terms[first], []).Where(entry => entry.StandsAt(terms, first))
            .SelectMany(entry => entry.Meanings.Select(meaning => (entry.Terms.Count, meaning)));

    private void Add(string line, string place)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        if (line.Length > MaxLineLength || line.Count(letter => letter == ',') >= MaxWordsOfLine)
        {
            _faults.Add($"{place}: it has more than {MaxWordsOfLine} words that mean the same, or {MaxLineLength} letters: make several lines of it.");
            return;
        }

        var sides = line.Split(Arrow).Select(WordsOf).ToList();
        if (sides.Count > 2 || sides.Exists(side => side.Count == 0) || (sides.Count == 1 && sides[0].Count < 2))
        {
            _faults.Add($"{place}: write words that mean the same with commas between (k8s, kubernetes), or with {Arrow} for one direction.");
            return;
        }

        foreach (var terms in sides[0])
        {
            Add(terms, [.. sides[^1].Where(other => !other.SequenceEqual(terms, StringComparer.Ordinal))]);
        }
    }

    private void Add(IReadOnlyList<string> terms, IReadOnlyList<IReadOnlyList<string>> meanings)
    {
        if (!_byFirst.TryGetValue(terms[0], out var entries))
        {
            _byFirst[terms[0]] = entries = [];
        }

        entries.Add(new Entry(terms, meanings));
    }

    private static List<IReadOnlyList<string>> WordsOf(string side) => [.. side.Split(',').Select(TermsOf).Where(terms => terms.Count > 0)];

    private static IReadOnlyList<string> TermsOf(string text) =>
        [.. WordReader.Read(text).Where(word => word.Reading == Reading.Whole).Select(word => word.Term)];

    private sealed record Entry(IReadOnlyList<string> Terms, IReadOnlyList<IReadOnlyList<string>> Meanings)
    {
        internal bool StandsAt(IReadOnlyList<string> terms, int first) =>
            first + Terms.Count <= terms.Count && Terms.Index().All(term => terms[first + term.Index] == term.Item);
    }
}
