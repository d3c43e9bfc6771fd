using System.Globalization;
using System.Text;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Benchmarks;

/// <summary>
/// A library to measure with, the same one for the same seed: sentences of the sample notes, half of whose content words are exchanged for
/// others of a <see cref="Vocabulary"/>, in notes of five to nine sections.
/// </summary>
internal sealed class Corpus
{
    private const double ShareOfExchanged = 0.5;
    private const int Seed = 1;
    private readonly Random _random = new(Seed);
    private readonly string[][] _sentences = Sentences();
    private readonly Vocabulary _vocabulary;
    private int _notes;
    private ulong _passages;

    internal Corpus() => _vocabulary = new Vocabulary(_random, ContentWords(_sentences));

    /// <summary>Notes until there are so many passages.</summary>
    public static IEnumerable<Note> Notes(int passages)
    {
        var corpus = new Corpus();
        for (var left = passages; left > 0;)
        {
            var note = corpus.NextNote(left);
            left -= note.Passages.Count;
            yield return note;
        }
    }

    /// <summary>So many passages from all over a library.</summary>
    public static IReadOnlyList<Passage> Some(int passages, int count)
    {
        var step = Math.Max(1, passages / count);
        return [.. Notes(passages).SelectMany(note => note.Passages).Where((_, number) => number % step == 0).Take(count)];
    }

    /// <summary>Writes the notes as Markdown.</summary>
    public static void Write(string folder, int passages)
    {
        foreach (var note in Notes(passages))
        {
            var path = Path.Combine(folder, note.File.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, MarkdownOf(note.Passages));
        }
    }

    private static string MarkdownOf(IReadOnlyList<Passage> passages)
    {
        var text = new StringBuilder($"# {passages[0].Title}\n");
        foreach (var passage in passages)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {passage.Heading}\n\n{passage.Text}\n");
        }

        return text.ToString();
    }

    private Note NextNote(int most)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"part-{_notes / 100:0000}/note-{_notes:000000}.md");
        _notes++;
        var title = Heading();
        var passages = Enumerable.Range(0, Math.Min(most, _random.Next(5, 10))).Select(ordinal => NextPassage(path, title, ordinal)).ToList();
        var size = Encoding.UTF8.GetByteCount(MarkdownOf(passages));
        return new Note(new IndexedFile(path, size, DateTimeOffset.UnixEpoch, "", "{}", null, null, null), passages);
    }

    private Passage NextPassage(string path, string title, int ordinal)
    {
        var text = string.Join(' ', Enumerable.Range(0, _random.Next(2, 6)).Select(_ => Sentence()));
        return new Passage
        {
            // Spread as the ids of real passages are, which are hashes.
            Id = new PassageId(++_passages * 0x9E3779B97F4A7C15 >> 24),
            Path = path,
            Ordinal = ordinal,
            Trail = [title, Heading()],
            Title = title,
            Line = 3 + (4 * ordinal),
            EndLine = 5 + (4 * ordinal),
            Kind = PassageKind.Prose,
            Text = text,
            Parts = [new PassagePart(PassagePartKind.Prose, 0, text.Length)],
            Anchor = $"section-{ordinal}",
        };
    }

    private string Heading() => string.Join(' ', Enumerable.Range(0, _random.Next(2, 5)).Select(_ => _vocabulary.Next()));

    private string Sentence() => string.Join(' ', _sentences[_random.Next(_sentences.Length)].Select(Exchanged));

    private string Exchanged(string word) =>
        IsContent(word) && _random.NextDouble() < ShareOfExchanged ? _vocabulary.Next() : word;

    private static bool IsContent(string word) => word.Length > 3 && word.All(char.IsAsciiLetterLower);

    private static string[] ContentWords(string[][] sentences) =>
        [.. sentences.SelectMany(sentence => sentence).Where(IsContent).CountBy(word => word)
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];

    private static string[][] Sentences()
    {
        var notes = Directory.EnumerateFiles(SampleNotes(), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return [.. notes.SelectMany(File.ReadLines)
            .Where(line => line.Length > 40 && char.IsLetter(line[0]))
            .SelectMany(line => line.Split(". ", StringSplitOptions.RemoveEmptyEntries))
            .Select(sentence => (sentence.Trim().TrimEnd('.') + '.').Split(' '))];
    }

    private static string SampleNotes()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "NotesBot.sln")))
            {
                return Path.Combine(folder, "notes");
            }
        }

        throw new DirectoryNotFoundException("The sample notes are not above the program: run it from its folder in the repository.");
    }
}

/// <summary>A note as it is handed to an index.</summary>
/// <param name="File">The file.</param>
/// <param name="Passages">Its passages.</param>
internal sealed record Note(IndexedFile File, IReadOnlyList<Passage> Passages);
