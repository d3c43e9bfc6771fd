namespace NotesBot.Benchmarks.Peers;

/// <summary>A way to search notes that others are measured against, its index in a folder of its own.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>Writes notes on all cores, those of a second call beside those of the first.</summary>
    void Add(IReadOnlyList<Note> notes);

    /// <summary>Keeps what was written, so that another process can search it.</summary>
    void Commit();

    /// <summary>Makes the last commit ready to be searched.</summary>
    void Open();

    /// <summary>A full answer: the ten best passages with a snippet each. Returns the texts of the snippets.</summary>
    IReadOnlyList<string> Answer(string question);

    /// <summary>Writes a note in the place of its older version and waits until a question to <see cref="Answer"/> would find it.</summary>
    void Change(Note note);
}
