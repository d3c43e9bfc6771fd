using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;

namespace NotesBot.Fuzz.Targets;

/// <summary>The YAML above a note: whatever it is, the note is read.</summary>
internal sealed class FrontMatterTarget(string root) : FuzzTarget("front-matter", Bytes(
    "title: Drift\ntags: [a, b]\naliases:\n  - one\n  - two\ndraft: false\n",
    "title: >\n  folded\n  text\nkeywords: a, b, c\nother: {a: {b: [1, 2]}}\n",
    "a: &a [x, x]\nb: &b [*a, *a]\ntags: &c [*b, *b]\n",
    "? complex\n: value\n!!str title: 'it''s'\nx: \"\\u0041\\x41\"\n%YAML 1.2\n"))
{
    private readonly string _path = Path.Combine(root, "matter.md");
    private readonly NotesFolder _folder = new(new NotesOptions { Path = root }, NullLogger<NotesFolder>.Instance);

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } =
        Bytes("title: ", "tags: [", "- ", "  ", "[", "{", "&a ", "*a", "!!", "\"", "'", "|\n", ">-\n", "? ", "#", "%YAML", "\t", "\n---\n", "draft: true\n");

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        var reading = ReaderTarget.Read(_folder, _path, [.. "---\n"u8, .. input, .. "\n---\n\n# Heading\n\nThe body of the note.\n"u8]);
        Hold(reading.Fault?.Reason.Contains("could not be understood", StringComparison.Ordinal) is not true, reading.Fault?.Reason ?? "");
    }
}
