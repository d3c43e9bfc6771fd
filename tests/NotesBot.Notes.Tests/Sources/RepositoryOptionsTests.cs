using NotesBot.Notes.Links;
using NotesBot.Notes.Sources;

namespace NotesBot.Notes.Tests.Sources;

public sealed class RepositoryOptionsTests
{
    [Theory]
    [InlineData("https://github.com/o/notes", true)]
    [InlineData("https://me@bitbucket.org/o/notes.git", true)]
    [InlineData("file:///srv/notes.git", true)]
    [InlineData("notes", false)]
    [InlineData("/srv/notes", false)]
    public void GivenAPath_WhenLookedAt_ThenItIsAFolderOrARepository(string path, bool isRepository)
    {
        var options = new NotesOptions { Path = path };

        Assert.Equal(isRepository, options.IsRepository);
        Assert.Empty(options.Faults());
    }

    [Theory]
    [InlineData("http://token@example.org/o/notes")]
    [InlineData("https://ghp_abc@github.com/o/notes")]
    [InlineData("https://0123456789abcdef0123@gitlab.com/o/notes")]
    [InlineData("https://user:word@gitlab.com/o/notes")]
    public void GivenASecretInThePath_WhenLookedAt_ThenItIsRefusedAndNotShown(string path)
    {
        var fault = Assert.Single(new NotesOptions { Path = path }.Faults());

        Assert.StartsWith("Notes:Path holds a password or a token", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(path, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenABareRepository_WhenNamedByItsPath_ThenItIsOne()
    {
        using var following = new Following();

        Assert.True(new NotesOptions { Path = following.Remote.Path }.IsRepository);
    }

    [Theory]
    [InlineData("git@github.com:o/notes.git", null, "https address")]
    [InlineData("ssh://git@github.com/o/notes.git", null, "https address")]
    [InlineData("https://me:secret@github.com/o/notes", null, "holds a password")]
    [InlineData("http://git.example.org/o/notes", "secret", "unencrypted")]
    [InlineData("notes", "secret", "names a folder")]
    public void GivenWhatCannotBe_WhenChecked_ThenOneSentenceSaysSoWithoutTheSecret(string path, string? token, string expected)
    {
        var faults = new NotesOptions { Path = path, Token = token }.Faults();

        var fault = Assert.Single(faults);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x", 300)]
    [InlineData("docs/", 300)]
    [InlineData("docs", 9)]
    public void GivenAFolderOutsideOrHaste_WhenChecked_ThenItIsAFault(string folder, int seconds)
    {
        var options = new NotesOptions { Path = "https://example.org/o/notes", Folder = folder, FetchSeconds = seconds };

        Assert.Single(options.Faults());
    }

    [Theory]
    [InlineData("https://github.com/o/r.git", "https://github.com/o/r/blob/abc/docs/a.md#summary", "https://github.com/o/r/commit/abc")]
    [InlineData("https://me@gitlab.com/g/r", "https://gitlab.com/g/r/-/blob/abc/docs/a.md#summary", "https://gitlab.com/g/r/-/commit/abc")]
    [InlineData("https://codeberg.org/o/r", "https://codeberg.org/o/r/src/commit/abc/docs/a.md#summary", "https://codeberg.org/o/r/commit/abc")]
    [InlineData("https://bitbucket.org/o/r", "https://bitbucket.org/o/r/src/abc/docs/a.md#summary", "https://bitbucket.org/o/r/commits/abc")]
    public void GivenARepositoryOnAKnownHost_WhenLinked_ThenLinksGoToTheCommitThatAnswersStandOn(string url, string page, string commit)
    {
        var version = new NotesVersion("abc", DateTimeOffset.UnixEpoch);
        using var links = new NoteLinks(new NotesOptions { Path = url, Folder = "docs" }, () => version);
        var passage = new Passage
        {
            Id = PassageId.Of("a.md", [], 0),
            Path = "a.md",
            Ordinal = 0,
            Trail = [],
            Title = "a",
            Kind = PassageKind.Prose,
            Text = "text",
            Parts = [],
            Anchor = "summary",
        };

        Assert.Equal((page, commit), (links.UrlOf(passage.Place), links.UrlOf(version)));
    }

    [Fact]
    public void GivenTheSameRepositoryWithAnotherBranchOrFolder_WhenNamed_ThenTheseAreOtherNotes()
    {
        var names = new[]
        {
            new NotesOptions { Path = "https://example.org/o/r" },
            new NotesOptions { Path = "https://example.org/o/r", Branch = "draft" },
            new NotesOptions { Path = "https://example.org/o/r", Folder = "draft" },
            new NotesOptions { Path = "https://example.org/o/other" },
        }.Select(NotesSource.NameOf);

        Assert.Equal(4, names.Distinct().Count());
    }
}
