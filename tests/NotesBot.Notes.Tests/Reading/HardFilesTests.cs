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
}
