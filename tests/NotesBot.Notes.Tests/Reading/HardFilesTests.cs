using System.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace NotesBot.Notes.Tests.Reading;

public sealed class HardFilesTests : IDisposable
{
    private readonly TempNotes _notes = new();

    public void Dispose() => _notes.Dispose();

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("Größe – “x”") },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Größe – “x”")] },
        { "UTF-16 LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Größe – “x”")] },
        { "UTF-16 BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Größe – “x”")] },
        { "Windows-1252", [(byte)'G', (byte)'r', 0xF6, 0xDF, (byte)'e', (byte)' ', 0x96, (byte)' ', 0x93, (byte)'x', 0x94] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void GivenAnEncoding_WhenRead_ThenTheTextIsTheSame(string name, byte[] bytes)
    {
        var reading = _notes.Read($"{name}.md", bytes);

        Assert.Equal("Größe – “x”", Assert.Single(reading.Passages).Text);
    }

    [Theory]
    [InlineData("quote.md", "> ")]
    [InlineData("list.md", "- ")]
    [InlineData("bracket.md", "[")]
    [InlineData("link.md", "[a](")]
    [InlineData("emphasis.md", "*a **b ")]
    [InlineData("tags.md", "<div>")]
    [InlineData("tags.html", "<div>")]
    [InlineData("lists.html", "<ul><li>")]
    [InlineData("unopened.html", "</code></pre><dl><dt>t")]
    [InlineData("ended.html", "</html>l</a><br>x</p><ul><li>a<ul><li>b")]
    [InlineData("array.ipynb", "[")]
    [InlineData("object.ipynb", "{\"cells\":")]
    public void GivenAHundredThousandLevels_WhenRead_ThenTheFileIsAFault(string name, string level)
    {
        var reading = _notes.Read(name, string.Concat(Enumerable.Repeat(level, 100_000)));

        Assert.Empty(reading.Passages);
        Assert.Contains("too deeply", reading.Fault?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenFiftyThousandStars_WhenRead_ThenTheWordIsThere()
    {
        var stars = new string('*', 50_000);

        var reading = _notes.Read("stars.md", $"{stars}word{stars}");

        Assert.Null(reading.Fault);
        Assert.Contains(reading.Passages, passage => passage.Text.Contains("word", StringComparison.Ordinal) || passage.Title.Contains("word", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("picture.md", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 0, 0 }, "binary")]
    [InlineData("picture.txt", new byte[] { 1, 2, 3, 4, 5, 6 }, "binary")]
    [InlineData("broken.ipynb", new byte[] { (byte)'{' }, "notebook")]
    public void GivenAFileThatIsNoNote_WhenRead_ThenTheReasonSaysWhy(string name, byte[] bytes, string reason)
    {
        var reading = _notes.Read(name, bytes);

        Assert.Contains(reason, reading.Fault?.Reason, StringComparison.Ordinal);
        Assert.Equal(64, reading.Hash.Length);
    }

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("\\udc00\\ud800", "\uFFFD\uFFFD")]
    [InlineData("\\ud83d\\ude00 \\\\ud800", "😀 \\ud800")]
    public void GivenANotebookWithHalfCharacters_WhenRead_ThenTheRestIsThere(string escaped, string read)
    {
        var reading = _notes.Read("half.ipynb", $$$"""{"cells":[{"cell_type":"code","source":["before {{{escaped}}} after \ud800"]}]}""");

        Assert.Equal($"before {read} after \uFFFD", Assert.Single(reading.Passages).Text);
    }

    [Theory]
    [InlineData("? complex\n: value\n!!str title: 'it''s'\n%YAML 1.2\n")]
    [InlineData("a: &a [*a, *a]\ntags: &b [*b, *b]\n")]
    [InlineData("tags: [[[[[[[[\n")]
    [InlineData("!![str titl%: 'it''s'\n")]
    [InlineData("? compli:eltit rts!!\neulav :\nxet''tags: [s'\nx: \"\\u0041\\x41\"\n%YAML 1.2\n")]
    public void GivenFrontMatterThatIsNone_WhenRead_ThenTheNoteIsThere(string yaml)
    {
        var reading = _notes.Read("matter.md", $"---\n{yaml}---\n\n# Heading\n\nThe body.\n");

        Assert.Null(reading.Fault);
        Assert.Equal("The body.", Assert.Single(reading.Passages).Text);
    }

    [Fact]
    public void GivenATableThatIsNone_WhenRead_ThenItsWordsAreThere()
    {
        var reading = _notes.Read("table.html", "<div><>x</table><select><option>a<framp><table><p>okapi</table><select><option>a<frameset></select>y");

        Assert.Null(reading.Fault);
        Assert.Contains("okapi", Assert.Single(reading.Passages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAHeadingThatIsRepeatedTooOften_WhenRead_ThenTheBeginningIsThereAndTheRestIsReported()
    {
        var sections = string.Concat(Enumerable.Range(0, 200).Select(number => $"## Section {number}\n\n{string.Concat(Enumerable.Repeat("word ", 300))}\n\n"));

        var reading = _notes.Read("long.md", $"# {new string('x', 100_000)}\n\n{sections}");

        Assert.InRange(reading.Passages.Sum(passage => passage.Text.Length + passage.Trail.Sum(heading => heading.Length)), 1, ReadingLimits.MaxOutput);
        Assert.Equal((true, true), (reading.Fault?.IsPartial, reading.Fault?.Reason.Contains("too much text", StringComparison.Ordinal)));
    }

    [Fact]
    public void GivenAReading_WhenItGoesToAnotherProcess_ThenItIsTheSameThere()
    {
        var reading = _notes.Read("note.md", "---\ntags: [a, b]\n---\n# Größe\n\n“x” 😀\n\n- one\n\n```py\ny\n```\n\n## Week 1: Drift\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");

        var there = FileReading.Parse(reading.Serialize());

        Assert.Equal((reading.File, reading.Hash, reading.Fault, reading.Outline.Serialize()), (there.File, there.Hash, there.Fault, there.Outline.Serialize()));
        Assert.Equivalent(reading.Passages, there.Passages, strict: true);
    }

    [Fact]
    public async Task GivenLargeFilesAndPdfs_WhenRead_ThenTheOtherProcessGetsThemAndNoOther()
    {
        var process = new FakeProcess();
        string[] names = ["small.md", "large.md", "paper.pdf", "gone.md"];
        await File.WriteAllTextAsync(Path.Combine(_notes.Root, names[0]), "small", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_notes.Root, names[1]), new string('x', 100_000), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_notes.Root, names[2]), "%PDF-1.7", TestContext.Current.CancellationToken);
        var folder = new NotesFolder(new NotesOptions { Path = _notes.Root }, NullLogger<NotesFolder>.Instance);

        foreach (var name in names)
        {
            await folder.ReadAsync(new NoteFile(name, 5, DateTimeOffset.UnixEpoch), process, TestContext.Current.CancellationToken);
        }

        Assert.Equal(["large.md", "paper.pdf"], process.Asked);
    }

    [Fact]
    public void GivenAVanishedFile_WhenRead_ThenItIsAFault()
    {
        var reading = _notes.ReadAgain("gone.md");

        Assert.Equal(new FileFault("gone.md", "It has vanished."), reading.Fault);
    }

    [Fact]
    public void GivenALargeFile_WhenRead_ThenItIsRefusedBySize()
    {
        _notes.Read("large.md", new string('x', 1_001));

        var reading = _notes.ReadAgain("large.md", new NotesOptions { MaxFileBytes = 1_000 });

        Assert.Contains("1,001 bytes", reading.Fault?.Reason, StringComparison.Ordinal);
    }

    [Theory, Trait("Case", "SA-18")]
    [InlineData("link.md", "link.md")]
    [InlineData("folder", "folder/secret.md")]
    public void GivenALinkOutOfTheFolder_WhenRead_ThenNothingOutsideIsRead(string link, string path)
    {
        using var outside = new TempNotes();
        outside.Read("secret.md", "secret");
        var target = link == path ? Path.Combine(outside.Root, "secret.md") : outside.Root;
        File.CreateSymbolicLink(Path.Combine(_notes.Root, link), target);

        var reading = _notes.ReadAgain(path);

        Assert.Equal(new FileFault(path, "It leads out of the notes folder."), reading.Fault);
    }

    [Theory, Trait("Case", "SA-17")]
    [InlineData("../secret.md")]
    [InlineData("a/../../secret.md")]
    [InlineData("./../secret.md")]
    [InlineData("/secret.md")]
    [InlineData("C:\\secret.md")]
    [InlineData("..\\secret.md")]
    [InlineData("")]
    [InlineData("..")]
    public void GivenAPathOutOfTheFolder_WhenRead_ThenNothingOutsideIsRead(string path)
    {
        _notes.Read("inside/a/b.md", "inside");
        _notes.Read("secret.md", "secret");
        var inside = Path.Combine(_notes.Root, "inside");
        var asked = path.StartsWith('/') ? Path.Combine(_notes.Root, path[1..]) : path;

        var reading = new NotesFolder(new NotesOptions { Path = inside }, NullLogger<NotesFolder>.Instance)
            .Read(new NoteFile(asked, 0, DateTimeOffset.UnixEpoch), CancellationToken.None);

        Assert.NotNull(reading.Fault);
        Assert.Empty(reading.Passages);
        Assert.Empty(reading.Hash);
    }

    private sealed class FakeProcess : IReaderProcess
    {
        internal List<string> Asked { get; } = [];

        public Task<FileReading> ReadAsync(ReadingOrder order, CancellationToken cancellationToken)
        {
            Asked.Add(ReadingOrder.Parse(order.Serialize(), order.Content).File.Path);
            return Task.FromResult(FileReading.Failed(order.File, "It was not asked."));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
