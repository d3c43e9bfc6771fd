namespace NotesBot.Notes.Tests.Folder;

/// <summary>A folder of a test's own, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("notesbot-").FullName;

    internal string Full(string relative) => System.IO.Path.Combine(Path, relative);

    internal TemporaryFolder Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(relative))!);
        File.WriteAllText(Full(relative), text);
        return this;
    }

    public void Dispose()
    {
        // git keeps its objects read-only, which some systems do not delete.
        foreach (var file in Directory.EnumerateFiles(Path, "*",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
