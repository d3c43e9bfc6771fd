using System.Text;

namespace NotesBot.Soak;

/// <summary>
/// A library that changes by chance. Each note has a topic, by which it is asked for, and a proof, a word that is nowhere else: which proofs
/// a reply shows tells from which state of the notes it was given.
/// </summary>
internal sealed class Library(Random random, Ledger ledger)
{
    private const int Least = 200;
    private const int Most = 300;
    private static readonly string[] Extensions = ["md", "txt", "html", "ipynb"];
    private readonly List<Note> _notes = [];
    private int _batches;

    /// <summary>The files of the first commit.</summary>
    public IReadOnlyList<FileChange> Begin()
    {
        var changes = new List<FileChange> { new("README.md", Readme()) };
        while (_notes.Count < Least)
        {
            changes.AddRange(Add());
        }

        return changes;
    }

    /// <summary>What the next commit changes; now and then a whole folder at once.</summary>
    public IReadOnlyList<FileChange> Change()
    {
        _batches++;
        return _batches % 60 == 0 ? MoveMany() : [.. Enumerable.Range(0, random.Next(1, 5)).SelectMany(_ => ChangeOne())];
    }

    private List<FileChange> ChangeOne() => random.Next(5) switch
    {
        0 when _notes.Count < Most => Add(),
        1 when _notes.Count > Least => Remove(Any()),
        2 => Rename(Any(), extension: null),
        3 => Rename(Any(), Extensions[random.Next(Extensions.Length)]),
        _ => Edit(Any()),
    };

    private Note Any() => _notes[random.Next(_notes.Count)];

    private List<FileChange> Add()
    {
        var note = new Note { Topic = Word("yy"), Proof = Word("zz"), Name = Word("zz"), Week = random.Next(1, 10) };
        _notes.Add(note);
        ledger.Appears(note.Topic, note.Proof);
        ledger.Appears(note.Topic, note.Name);
        return [new FileChange(note.Path, note.Content())];
    }

    private List<FileChange> Remove(Note note)
    {
        _notes.Remove(note);
        ledger.Vanishes(note.Proof);
        ledger.Vanishes(note.Name);
        return [new FileChange(note.Path, null)];
    }

    private List<FileChange> Edit(Note note)
    {
        ledger.Vanishes(note.Proof);
        note.Proof = Word("zz");
        ledger.Appears(note.Topic, note.Proof);
        return [new FileChange(note.Path, note.Content())];
    }

    private List<FileChange> Rename(Note note, string? extension)
    {
        var old = note.Path;
        ledger.Vanishes(note.Name);
        note.Name = Word("zz");
        note.Extension = extension ?? note.Extension;
        note.Week = random.Next(1, 10);
        ledger.Appears(note.Topic, note.Name);
        return [new FileChange(old, null), new FileChange(note.Path, note.Content())];
    }

    private List<FileChange> MoveMany() => [.. _notes.Take(50).ToList().SelectMany(note => Rename(note, extension: null))];

    private string Word(string beginning) =>
        beginning + string.Concat(Enumerable.Range(0, 10).Select(_ => (char)('a' + random.Next(16))));

    private static string Readme() =>
        "# Notes\n\n## Syllabus\n\n### Course 1: Everything\n\n" + string.Concat(Enumerable.Range(1, 9).Select(week => $"- Week {week}: Part {week}\n"));

    private sealed class Note
    {
        public required string Topic { get; init; }

        public required string Proof { get; set; }

        public required string Name { get; set; }

        public required int Week { get; set; }

        public string Extension { get; set; } = "md";

        public string Path => $"course1/week{Week}/{Name}.{Extension}";

        public string Content()
        {
            var text = $"The {Topic} is known by its {Proof} and by nothing else.";
            return Extension switch
            {
                "html" => $"<html><body><h1>About {Topic}</h1><p>{text}</p></body></html>\n",
                "ipynb" => $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","metadata":{},"source":["# About {{Topic}}\n","\n","{{text}}"]}]}""",
                "txt" => $"About {Topic}\n{new string('=', Topic.Length + 6)}\n\n{text}\n",
                _ => new StringBuilder($"# About {Topic}\n\n{text}\n\n## Further\n\nLearning goes on, and drift is watched.\n").ToString(),
            };
        }
    }
}

/// <summary>One file of a commit.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Content">What it says now; <see langword="null"/> when it is gone.</param>
internal sealed record FileChange(string Path, string? Content);
