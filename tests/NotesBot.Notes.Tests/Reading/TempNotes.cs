using System.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace NotesBot.Notes.Tests.Reading;

/// <summary>A notes folder of one test, gone after it.</summary>
internal sealed class TempNotes : IDisposable
{
    internal string Root { get; } = Directory.CreateTempSubdirectory("notes-").FullName;

    internal FileReading Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    internal FileReading Read(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return ReadAgain(name);
    }

    internal FileReading ReadAgain(string name, NotesOptions? options = null)
    {
        options ??= new NotesOptions();
        options.Path = Root;
        return new NotesFolder(options, NullLogger<NotesFolder>.Instance)
            .Read(new NoteFile(name, 0, DateTimeOffset.UnixEpoch), CancellationToken.None);
    }

    /// <summary>The only passage of a Markdown note.</summary>
    internal Passage Only(string markdown) => Assert.Single(Read("note.md", markdown).Passages);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
