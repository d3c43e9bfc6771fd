using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;

namespace NotesBot.Search.Tests;

/// <summary>A folder for an index, gone with the test.</summary>
internal sealed class IndexFolder : IDisposable
{
    internal const string Source = "/notes";

    internal string Path { get; } = Directory.CreateTempSubdirectory("notesbot-index-").FullName;

    internal PassageIndexWriter Open() => PassageIndexWriter.Open(Path, Source, NullLogger.Instance);

    internal void Fill(params Passage[] passages)
    {
        using var writer = Open();
        Sample.Write(writer, passages);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
