using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Fuzz.Targets;

/// <summary>
/// What a disk says of a file besides its content: eight bytes of an input are its time of change in seconds, four its nanoseconds, two its
/// rights, the rest its name. The file beside it is read, whatever they are.
/// </summary>
internal sealed partial class FileTimesTarget : FuzzTarget, IDisposable
{
    private const int Header = 14;
    private const int CurrentFolder = -100;
    private const uint Rights = 0x1FF;
    private readonly string _root;
    private readonly NotesFolder _folder;
    private readonly PassageIndexWriter _index;

    internal FileTimesTarget(string root) : base("file-times", [
        Input(0, 0, 0x1A4, "note.md"), Input(253_402_300_800, 0, 0x1A4, "late.md"), Input(-62_135_596_801, 5, 0x100, "ä b.ipynb"), Input(long.MaxValue, 0, 0, "\u202Ex.md"),
    ])
    {
        _root = Directory.CreateDirectory(Path.Combine(root, "times")).FullName;
        _folder = new NotesFolder(new NotesOptions { Path = _root }, NullLogger<NotesFolder>.Instance);
        _index = PassageIndexWriter.Open(Path.Combine(root, "times-index"), _root, NullLogger.Instance);
        File.WriteAllText(Path.Combine(_root, "well.md"), "# Well\n\nThis one is well.\n");
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = [.. Bytes(".md", "\n", "..", "\\", "con.md", " .md"), [0xFF, 0xFE], [0x7F, 0xFF, 0xFF, 0xFF]];

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        if (Make(input) is not { } path)
        {
            return;
        }

        var listing = _folder.List(CancellationToken.None);
        foreach (var file in listing.Files)
        {
            var reading = _folder.Read(file, CancellationToken.None);
            _index.Replace(new IndexedFile(file.Path, file.Size, file.Modified, reading.Hash, "{}", reading.Fault, null, null), reading.Passages);
            _index.Remove(file.Path);
        }

        Hold(listing.Files.Any(file => file.Path == "well.md"), "the file beside it is lost");
        Unlink(path);
    }

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();

    private static byte[] Input(long seconds, int nanoseconds, ushort rights, string name)
    {
        var bytes = new byte[Header];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seconds);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), nanoseconds);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(12), rights);
        return [.. bytes, .. Bytes(name)[0]];
    }

    /// <summary>Makes the file, by the system's own calls, which take what .NET would not.</summary>
    /// <returns>Its path, ended by a zero; <see langword="null"/> where no file can be called so, or no such call is there.</returns>
    private byte[]? Make(byte[] input)
    {
        if (!OperatingSystem.IsLinux() || input.Length <= Header)
        {
            return null;
        }

        var name = input[Header..].TakeWhile(letter => letter != 0).Where(letter => letter != '/').Take(200).ToArray();
        byte[] path = [.. Bytes(_root)[0], (byte)'/', .. name, 0];
        var file = name.Length == 0 || name.AsSpan().SequenceEqual("well.md"u8) ? -1 : Create(path, Rights);
        if (file < 0)
        {
            return null;
        }

        _ = Close(file);
        var seconds = BinaryPrimitives.ReadInt64LittleEndian(input);
        var nanoseconds = BinaryPrimitives.ReadUInt32LittleEndian(input.AsSpan(8)) % 1_000_000_000;
        _ = SetTimes(CurrentFolder, path, [seconds, nanoseconds, seconds, nanoseconds], 0);
        _ = SetRights(path, BinaryPrimitives.ReadUInt16LittleEndian(input.AsSpan(12)) & Rights);
        return path;
    }

    [LibraryImport("libc", EntryPoint = "creat")]
    private static partial int Create(byte[] path, uint rights);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "chmod")]
    private static partial int SetRights(byte[] path, uint rights);

    [LibraryImport("libc", EntryPoint = "unlink")]
    private static partial int Unlink(byte[] path);

    [LibraryImport("libc", EntryPoint = "utimensat")]
    private static partial int SetTimes(int folder, byte[] path, long[] times, int flags);
}
