using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;

namespace NotesBot.Fuzz.Targets;

/// <summary>A file of ignore rules: whatever it says, the look through the folder ends.</summary>
internal sealed class IgnoreTarget : FuzzTarget
{
    private static readonly string[] Files = ["a.md", "b/c.md", "b/d/e f.md", "b/ü.txt", "build/x.md"];
    private readonly string _root;
    private readonly NotesFolder _folder;

    internal IgnoreTarget(string root) : base("ignore", Bytes(
        "*.md\n!a.md\n/build/\n**/d/**\nb/[a-c].md\n# comment\n\\#x\n",
        "[!a-z]*\n?.md\n**/*.txt\nb/**/e\\ f.md\n!b/\n[[:alpha:]]*\n"))
    {
        _root = Path.Combine(root, "ignore");
        foreach (var file in Files.Select(file => Path.Combine(_root, file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "note");
        }

        _folder = new NotesFolder(new NotesOptions { Path = _root }, NullLogger<NotesFolder>.Instance);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = Bytes("**/", "*", "?", "[", "]", "[!", "[a-", "\\", "!", "/", "\n", " ", "*.md", "[[:alpha:]]", "#");

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        File.WriteAllBytes(Path.Combine(_root, ".gitignore"), input);
        Hold(_folder.List(CancellationToken.None).Files.All(file => Files.Contains(file.Path)), "a file that is not there");
    }
}
