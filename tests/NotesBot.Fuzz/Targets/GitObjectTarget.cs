using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Notes.Sources;

namespace NotesBot.Fuzz.Targets;

/// <summary>
/// A commit, or the tree of one, as a host may send it: its notes are read, or the last good ones stay, and a well commit after it is
/// believed. The first letter of an input says which it is.
/// </summary>
#pragma warning disable CA5350 // Git's own names of objects.
internal sealed class GitObjectTarget : FuzzTarget, IDisposable
{
    private const string Person = "A B <a@example.org> 1700000000 +0000";
    private readonly string _remote;
    private readonly string _well;
    private readonly INotesSource _source;
    private readonly HashSet<string> _kept;

    internal GitObjectTarget(string root) : base("git-objects", Inputs())
    {
        _remote = Path.Combine(root, "remote.git");
        Directory.CreateDirectory(Path.Combine(_remote, "objects"));
        Directory.CreateDirectory(Path.Combine(_remote, "refs", "heads"));
        File.WriteAllText(Path.Combine(_remote, "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(_remote, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
        Write("blob", Blob);
        _well = Write("commit", CommitOf(Write("tree", TreeOf("100644 a.md"))));
        _kept = [.. Objects()];
        _source = NotesSource.Of(new NotesOptions { Path = _remote }, Path.Combine(root, "clone"), TimeProvider.System, NullLoggerFactory.Instance);
    }

    private static byte[] Blob => "# One\n\nOne thing.\n"u8.ToArray();

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = [.. Bytes(
        "tree ", "parent ", "author ", "committer ", "encoding ISO-8859-1\n", "gpgsig ", "253402300800", "-62135596801", "99999999999999999999", " +9999", "\n\n", "\0", "<", ">",
        "100644 ", "120000 ", "160000 ", "40000 ", "0 ", "a.md\0", "../", ".git\0", "a/b\0", "\u00FC\0"), HashOf("blob", Blob), [0xFF, 0xFE]];

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        var content = input.Length > 0 ? input[1..] : [];
        var isTree = input.Length > 0 && input[0] == 't';
        Point(Write("commit", isTree ? CommitOf(Write("tree", content)) : content));
        _ = Read();
        Point(_well);
        var well = Read();
        Hold(well is ["a.md"], $"the well commit gave {string.Join(' ', well ?? ["nothing"])}");
        Objects().Where(file => !_kept.Contains(file)).ToList().ForEach(File.Delete);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    /// <summary>The notes that there are; <see langword="null"/> where the source says that there are none.</summary>
    private List<string>? Read()
    {
        try
        {
            using var snapshot = _source.OpenAsync(newest: true, CancellationToken.None).GetAwaiter().GetResult();
            var files = snapshot.Folder.List(CancellationToken.None).Files;
            return [.. files.Select(file => snapshot.Folder.Read(file, CancellationToken.None).File.Path)];
        }
        catch (NotesUnavailableException)
        {
            return null;
        }
    }

    private IEnumerable<string> Objects() => Directory.EnumerateFiles(Path.Combine(_remote, "objects"), "*", SearchOption.AllDirectories);

    private void Point(string commit) => File.WriteAllText(Path.Combine(_remote, "refs", "heads", "main"), commit + "\n");

    private string Write(string kind, byte[] content)
    {
        var name = Convert.ToHexStringLower(HashOf(kind, content));
        var file = Path.Combine(_remote, "objects", name[..2], name[2..]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var packed = new ZLibStream(File.Create(file), CompressionLevel.Fastest);
        packed.Write(Whole(kind, content));
        return name;
    }

    private static IReadOnlyList<byte[]> Inputs()
    {
        var tree = Convert.ToHexStringLower(HashOf("tree", TreeOf("100644 a.md")));
        var commit = "c" + Encoding.UTF8.GetString(CommitOf(tree));
        return
        [
            .. Bytes(commit, commit.Replace("\n\n", "\nencoding latin1\ngpgsig -----BEGIN\n x\n -----END\n\n", StringComparison.Ordinal)),
            [(byte)'t', .. TreeOf("100644 a.md")],
            [(byte)'t', .. TreeOf("100644 a.md"), .. TreeOf("120000 b.md"), .. TreeOf("160000 c"), .. TreeOf("40000 d")],
        ];
    }

    private static byte[] CommitOf(string tree) => Bytes($"tree {tree}\nauthor {Person}\ncommitter {Person}\n\nmessage\n")[0];

    private static byte[] TreeOf(string entry) => [.. Bytes(entry + "\0")[0], .. HashOf("blob", Blob)];

    private static byte[] HashOf(string kind, byte[] content) => SHA1.HashData(Whole(kind, content));

    private static byte[] Whole(string kind, byte[] content) =>
        [.. Bytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {content.Length}\0"))[0], .. content];
}
#pragma warning restore CA5350
