using System.Text.Json;

namespace NotesBot.Notes;

/// <summary>A file of the notes folder that a reader exists for.</summary>
/// <param name="Path">Relative to the notes folder, with <c>/</c> between its parts, as the disk spells it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">When it was last written, UTC.</param>
public sealed record NoteFile(string Path, long Size, DateTimeOffset Modified)
{
    /// <summary>The hash of its content, where git knows it: only another content has another one. <see langword="null"/> in a folder.</summary>
    public string? Blob { get; init; }
}

/// <summary>What a look through the notes folder found.</summary>
/// <param name="Files">The files to read, ordered by path (ordinal).</param>
/// <param name="Skipped">Files that are no notes, counted by kind: the extension without the dot in lower case, or the whole name.</param>
/// <param name="Faults">Files and folders that could not be looked at.</param>
public sealed record FolderListing(
    IReadOnlyList<NoteFile> Files, IReadOnlyDictionary<string, int> Skipped, IReadOnlyList<FileFault> Faults)
{
    /// <summary>Files that a generator made of others that are read, counted by kind; they are not among <see cref="Files"/>.</summary>
    public IReadOnlyDictionary<string, int> Copies { get; init; } = new Dictionary<string, int>();

    /// <summary>Where files lie, pictures among them, by their name alone.</summary>
    internal VaultNames Names { get; init; } = new();

    /// <summary>Folders that generators and package managers fill, counted by name; they are not looked into.</summary>
    public IReadOnlyDictionary<string, int> Generated { get; init; } = new Dictionary<string, int>();
}

/// <summary>What reading one file gave.</summary>
/// <param name="File">The file as it was when it was read.</param>
/// <param name="Hash">Hash of its bytes, hexadecimal (the <see cref="NoteFile.Blob"/> where there is one); empty when they could not be read.</param>
/// <param name="Passages">In reading order. Course and week are only those that headings inside the file name: see <c>SyllabusMap</c>.</param>
/// <param name="Outline">What the syllabus is made from.</param>
/// <param name="Fault">Why it was not read, or not whole; <see langword="null"/> when all is well.</param>
public sealed record FileReading(
    NoteFile File, string Hash, IReadOnlyList<Passage> Passages, FileOutline Outline, FileFault? Fault)
{
    /// <summary>Whether its bytes could not be had for a reason that may pass (a disk, a right): what was read before still holds.</summary>
    public bool IsOutOfReach { get; init; }

    /// <summary>The reading of a file that gave nothing; <paramref name="reason"/> is a sentence for the owner of the notes.</summary>
    public static FileReading Failed(NoteFile file, string? reason) => new(
        file, "", [], new FileOutline(file.Path, NoteTitle.OfPath(file.Path), []), reason is null ? null : new FileFault(file.Path, reason));

    /// <summary>The reading as JSON in UTF-8, for another process.</summary>
    public byte[] Serialize() => JsonSerializer.SerializeToUtf8Bytes(this, ReadingJson.Compact.FileReading);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static FileReading Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ReadingJson.Compact.FileReading) ?? throw new JsonException("The reading is null.");
}
