using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Search;

namespace NotesBot.Tests.Running;

/// <summary>A temporary folder with a folder of notes in it and room for an index. Deleted at the end.</summary>
internal sealed class NotesOnDisk : IDisposable
{
    // Old enough for nobody to suspect that a file changed again under the same time stamp.
    private static readonly DateTime Written = new(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc);
    private int _changes;

    /// <summary>The working directory of the program.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("notesbot-").FullName;

    public string Notes => Path.Combine(Root, "notes");

    public string Index => Path.Combine(Root, "index");

    /// <summary>A syllabus of three weeks, of which the third has no notes.</summary>
    public static NotesOnDisk WithCourse()
    {
        var disk = new NotesOnDisk();
        disk.Write("README.md", """
            # Notes

            Everything about models at work.

            ## Syllabus

            ### Course 1: Models at work

            - Week 1: Deployment
            - Week 2: Monitoring
            - Week 3: Quantum teleportation
            """);
        disk.Write("course1/week1/deployment.md", """
            # Deployment

            ## Canary

            A canary release sends a small share of the traffic to the new model before all of it follows.
            """);
        disk.Write("course1/week2/monitoring.md", """
            # Monitoring

            ## Data drift

            Data drift means that the distribution of the inputs changes after the training of a model.
            """);
        return disk;
    }

    /// <summary>Writes a note; each writing has a time stamp of its own.</summary>
    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Notes, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        File.SetLastWriteTimeUtc(full, Written.AddMinutes(_changes++));
    }

    /// <summary>Writes a file beside the notes.</summary>
    /// <returns>Its full path.</returns>
    public string WriteBeside(string name, string text)
    {
        var path = Path.Combine(Root, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Begins an index and goes away before the first note was read.</summary>
    public void BeginIndex()
    {
        using var writer = PassageIndexWriter.Open(Index, Notes, NullLogger.Instance);
        writer.Commit(LibraryFacts.None);
    }

    /// <summary>Keeps the next commits of the index from being written, as a full disk does, until the result is disposed of.</summary>
    public Blockade BlockIndex() => new(Path.Combine(Index, "passages"));

    public void Delete(string path) => File.Delete(Path.Combine(Notes, path));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Folders that have the names of the files to be written: nothing can be written there.</summary>
internal sealed class Blockade : IDisposable
{
    // Far more commits than a test gets to; Lucene counts in base 36.
    private const string Digits = "123456789abcdefghijklmnopqrstuvwxyz";
    private readonly List<string> _folders;

    public Blockade(string folder)
    {
        _folders = [.. Digits.Select(digit => Path.Combine(folder, $"segments_{digit}")).Where(path => !File.Exists(path))];
        _folders.ForEach(path => Directory.CreateDirectory(path));
    }

    public void Dispose() => _folders.ForEach(Directory.Delete);
}
