using Microsoft.Data.Sqlite;

namespace NotesBot.Benchmarks.Peers;

/// <summary>SQLite FTS5 with Porter's stemmer, any of the words, ranked by BM25.</summary>
internal sealed class Sqlite : IPeer
{
    private readonly SqliteConnection _connection;

    internal Sqlite(string folder)
    {
        Directory.CreateDirectory(folder);
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "passages.db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("CREATE VIRTUAL TABLE IF NOT EXISTS passages USING fts5(path UNINDEXED, heading, text, tokenize = 'porter unicode61')");
    }

    /// <inheritdoc/>
    public void Add(IReadOnlyList<Note> notes)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO passages VALUES ($path, $heading, $text)";
        var path = insert.Parameters.Add("$path", SqliteType.Text);
        var heading = insert.Parameters.Add("$heading", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var passage in notes.SelectMany(note => note.Passages))
        {
            (path.Value, heading.Value, text.Value) = (passage.Path, string.Join(' ', passage.Trail), passage.Text);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <inheritdoc/>
    public void Commit() => Run("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <inheritdoc/>
    public void Open() => Answer("notes");

    /// <inheritdoc/>
    public IReadOnlyList<string> Answer(string question)
    {
        using var select = _connection.CreateCommand();
        select.CommandText = "SELECT path, text, snippet(passages, 2, '', '', '…', 48) FROM passages WHERE passages MATCH $words ORDER BY rank LIMIT 10";
        select.Parameters.AddWithValue("$words", string.Join(" OR ", Plain.WordsOf(question).Select(word => $"\"{word}\"")));
        var snippets = new List<string>();
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            snippets.Add(reader.GetString(2));
        }

        return snippets;
    }

    /// <inheritdoc/>
    public void Change(Note note)
    {
        using var delete = _connection.CreateCommand();
        delete.CommandText = "DELETE FROM passages WHERE path = $path";
        delete.Parameters.AddWithValue("$path", note.File.Path);
        delete.ExecuteNonQuery();
        Add([note]);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Run(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
