using LibGit2Sharp;
using NotesBot.Notes.Links;
using NotesBot.Notes.Tests.Folder;

namespace NotesBot.Notes.Tests.Links;

public sealed class NoteLinksTests
{
    private static readonly Signature Writer = new("A", "a@example.org", new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("https://github.com/o/r.git", "https://github.com/o/r/blob/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("git@github.com:o/r.git", "https://github.com/o/r/blob/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("ssh://git@ssh.github.com:443/o/r.git", "https://github.com/o/r/blob/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("https://user:secret@github.com/o/r", "https://github.com/o/r/blob/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("https://gitlab.com/g/sub/r.git", "https://gitlab.com/g/sub/r/-/blob/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("git@gitlab.example.org:g/r.git", "https://gitlab.example.org/g/r/-/blob/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("https://codeberg.org/o/r", "https://codeberg.org/o/r/src/commit/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("http://git.example.org:3000/o/r.git", "http://git.example.org:3000/o/r/src/commit/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("ssh://git@git.example.org:2222/o/r.git", "https://git.example.org/o/r/src/commit/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    [InlineData("https://me@bitbucket.org/o/r.git", "https://bitbucket.org/o/r/src/{0}/Week%201/%C3%84%20%231.md#summary-1")]
    public void GivenARemote_WhenAFileIsUnchanged_ThenTheLinkShowsItsHeadingAtTheCommit(string remote, string expected)
    {
        using var folder = new TemporaryFolder().Write("Week 1/Ä #1.md", "# Summary\n");
        var commit = Commit(folder, remote);
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path, Hosts = { ["git.example.org"] = SlugStyle.Gitea } });

        var url = links.UrlOf((NewPassage("Week 1/Ä #1.md") with { Anchor = "summary-1", Line = 1, EndLine = 3 }).Place);

        Assert.Equal(string.Format(null, expected, commit), url);
    }

    [Theory]
    [InlineData("https://github.com/o/r", "https://github.com/o/r/blob/{0}/a.md?plain=1#L10-L24")]
    [InlineData("https://gitlab.com/o/r", "https://gitlab.com/o/r/-/blob/{0}/a.md?plain=1#L10-24")]
    [InlineData("https://codeberg.org/o/r", "https://codeberg.org/o/r/src/commit/{0}/a.md?display=source#L10-L24")]
    [InlineData("https://bitbucket.org/o/r", "https://bitbucket.org/o/r/src/{0}/a.md#lines-10:24")]
    public void GivenAPassageWithoutAHeading_WhenLinked_ThenTheLinkShowsItsLines(string remote, string expected)
    {
        using var folder = new TemporaryFolder().Write("a.md", "text\n");
        var commit = Commit(folder, remote);
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        var url = links.UrlOf((NewPassage("a.md") with { Line = 10, EndLine = 24 }).Place);

        Assert.Equal(string.Format(null, expected, commit), url);
    }

    [Theory]
    [InlineData("https://github.com/o/r.wiki.git", "https://github.com/o/r/wiki/Week%201#part")]
    [InlineData("git@github.com:o/r.wiki.git", "https://github.com/o/r/wiki/Week%201#part")]
    [InlineData("https://gitlab.com/g/sub/r.wiki.git", "https://gitlab.com/g/sub/r/-/wikis/notes/Week%201#part")]
    [InlineData("https://codeberg.org/o/r.wiki.git", "https://codeberg.org/o/r/wiki/notes/Week%201#part")]
    public void GivenAWiki_WhenLinked_ThenTheLinkShowsItsPage(string remote, string expected)
    {
        using var folder = new TemporaryFolder().Write("notes/Week 1.md", "# Part\n");
        Commit(folder, remote);
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        var url = links.UrlOf((NewPassage("notes/Week 1.md") with { Anchor = "part", Line = 1, EndLine = 3 }).Place);

        Assert.Equal(expected, url);
    }

    [Fact]
    public void GivenAFileOfASubmodule_WhenLinked_ThenTheLinkShowsItInThatRepository()
    {
        using var folder = new TemporaryFolder().Write("b.md", "# B\n");
        using var inner = new TemporaryFolder().Write("week1/lab.md", "# Lab\n");
        var outer = Commit(folder, "https://github.com/o/r");
        var commit = Commit(inner, "https://gitlab.com/v/labs.git");
        Directory.CreateDirectory(Path.Combine(folder.Path, "vendor"));
        Directory.Move(inner.Path, Path.Combine(folder.Path, "vendor", "labs"));
        Directory.CreateDirectory(inner.Path);
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        string?[] urls = [links.UrlOf((NewPassage("vendor/labs/week1/lab.md") with { Anchor = "lab" }).Place), links.UrlOf(NewPassage("b.md").Place)];

        Assert.Equal([$"https://gitlab.com/v/labs/-/blob/{commit}/week1/lab.md#lab", $"https://github.com/o/r/blob/{outer}/b.md"], urls);
    }

    [Fact]
    public void GivenALinkedWorktree_WhenLinked_ThenTheLinkShowsTheFile()
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n");
        var commit = Commit(folder, "https://github.com/o/r");
        var git = Path.Combine(folder.Path, ".git");
        var own = Directory.CreateDirectory(Path.Combine(git, "worktrees", "week2")).FullName;
        using var beside = new TemporaryFolder().Write("a.md", "# One\n").Write(".git", $"gitdir: {own}\n");
        var worktree = beside.Path;
        File.Copy(Path.Combine(git, "index"), Path.Combine(own, "index"));
        File.WriteAllText(Path.Combine(git, "refs", "heads", "week2"), commit + "\n");
        File.WriteAllText(Path.Combine(own, "HEAD"), "ref: refs/heads/week2\n");
        File.WriteAllText(Path.Combine(own, "commondir"), "../..\n");
        File.WriteAllText(Path.Combine(own, "gitdir"), Path.Combine(worktree, ".git") + "\n");
        using var links = new NoteLinks(new NotesOptions { Path = worktree });

        var url = links.UrlOf((NewPassage("a.md") with { Anchor = "one" }).Place);

        Assert.Equal($"https://github.com/o/r/blob/{commit}/a.md#one", url);
    }

    [Fact]
    public void GivenATextFile_WhenLinked_ThenItsLinesNeedNoPlainView()
    {
        using var folder = new TemporaryFolder().Write("a.txt", "text\n");
        var commit = Commit(folder, "https://github.com/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        var url = links.UrlOf((NewPassage("a.txt") with { Line = 7, EndLine = 7 }).Place);

        Assert.Equal($"https://github.com/o/r/blob/{commit}/a.txt#L7", url);
    }

    [Fact]
    public void GivenAPdf_WhenLinked_ThenTheLinkNamesThePage()
    {
        using var folder = new TemporaryFolder().Write("a b.pdf", "%PDF");
        var commit = Commit(folder, "https://github.com/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        var url = links.UrlOf((NewPassage("a b.pdf") with { Page = 3 }).Place);

        Assert.Equal($"https://github.com/o/r/blob/{commit}/a%20b.pdf#page=3", url);
    }

    [Fact]
    public void GivenANotebook_WhenLinked_ThenTheLinkShowsTheFile()
    {
        using var folder = new TemporaryFolder().Write("a.ipynb", "{}");
        var commit = Commit(folder, "https://github.com/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        var url = links.UrlOf((NewPassage("a.ipynb") with { Cell = 3, Anchor = "a" }).Place);

        Assert.Equal($"https://github.com/o/r/blob/{commit}/a.ipynb", url);
    }

    [Fact]
    public void GivenAChangedFile_WhenLinked_ThenTheLinkShowsTheBranch()
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n");
        Commit(folder, "https://github.com/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });
        folder.Write("a.md", "# Another\n");

        var url = links.UrlOf((NewPassage("a.md") with { Anchor = "another" }).Place);

        Assert.Equal("https://github.com/o/r/blob/main/a.md#another", url);
    }

    [Fact]
    public void GivenANewFile_WhenLinked_ThenTheLinkShowsTheBranch()
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n");
        Commit(folder, "https://codeberg.org/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });
        folder.Write("b.md", "# New\n");

        var url = links.UrlOf((NewPassage("b.md") with { Anchor = "new" }).Place);

        Assert.Equal("https://codeberg.org/o/r/src/branch/main/b.md#new", url);
    }

    [Fact]
    public void GivenACommitThatIsNotPushed_WhenLinked_ThenTheLinkShowsWhatTheHostHas()
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n").Write("b.md", "# Two\n");
        var pushed = Commit(folder, "https://github.com/o/r");
        using (var repository = new Repository(folder.Path))
        {
            repository.Refs.Add("refs/remotes/origin/main", pushed);
            repository.Branches.Update(repository.Head, branch => branch.Remote = "origin",
                branch => branch.UpstreamBranch = "refs/heads/main");
        }

        folder.Write("b.md", "# Three\n");
        Commit(folder, null);
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        string?[] urls = [links.UrlOf(NewPassage("a.md").Place), links.UrlOf(NewPassage("b.md").Place)];

        Assert.Equal([$"https://github.com/o/r/blob/{pushed}/a.md", "https://github.com/o/r/blob/main/b.md"], urls);
    }

    [Fact]
    public void GivenLinksInUse_WhenHeadMoves_ThenTheyShowTheNewCommit()
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n");
        var first = Commit(folder, "https://github.com/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });
        var before = links.UrlOf(NewPassage("a.md").Place);
        folder.Write("b.md", "# Two\n");
        var second = Commit(folder, null);

        var after = links.UrlOf(NewPassage("a.md").Place);

        Assert.Equal(($"https://github.com/o/r/blob/{first}/a.md", $"https://github.com/o/r/blob/{second}/a.md"), (before, after));
    }

    [Fact]
    public void GivenNotesInASubfolder_WhenLinked_ThenThePathIsTheRepositorys()
    {
        using var folder = new TemporaryFolder().Write("docs/my notes/a.md", "# One\n");
        var commit = Commit(folder, "https://github.com/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Full("docs/my notes") });

        var url = links.UrlOf(NewPassage("a.md").Place);

        Assert.Equal($"https://github.com/o/r/blob/{commit}/docs/my%20notes/a.md", url);
    }

    [Theory]
    [InlineData("/srv/git/notes.git")]
    [InlineData("file:///srv/git/notes.git")]
    [InlineData("https://unknown.example.org/o/r.git")]
    [InlineData("git@work:o/r.git")]
    public void GivenARemoteWithoutPages_WhenLinked_ThenThereIsNoLink(string remote)
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n");
        Commit(folder, remote);
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        var url = links.UrlOf(NewPassage("a.md").Place);

        Assert.Null(url);
    }

    [Theory]
    [InlineData("https://notes.example.org/{path}#{anchor}", "https://notes.example.org/%C3%A4/a%20b.md#one")]
    [InlineData("https://notes.example.org/{path}?l={line}-{endLine}", "https://notes.example.org/%C3%A4/a%20b.md?l=3-4")]
    [InlineData("https://notes.example.org/{path}#page={page}", "https://notes.example.org/%C3%A4/a%20b.md")]
    [InlineData("https://notes.example.org/{path}#notes", "https://notes.example.org/%C3%A4/a%20b.md#notes")]
    [InlineData("javascript:alert('{path}')", null)]
    [InlineData("{path}", null)]
    public void GivenATemplate_WhenThereIsNoHost_ThenItIsFilled(string template, string? expected)
    {
        using var folder = new TemporaryFolder();
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path, UrlTemplate = template });

        var url = links.UrlOf((NewPassage("ä/a b.md") with { Anchor = "one", Line = 3, EndLine = 4 }).Place);

        Assert.Equal(expected, url);
    }

    [Theory]
    [InlineData("https://gitlab.com/o/r", SlugStyle.GitLab)]
    [InlineData("/srv/notes.git", SlugStyle.GitHub)]
    public void GivenNoStyleInTheOptions_WhenAsked_ThenItIsTheRemotes(string remote, SlugStyle expected)
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n");
        Commit(folder, remote);

        var style = NoteLinks.StyleOf(new NotesOptions { Path = folder.Path });

        Assert.Equal(expected, style);
    }

    [Fact]
    public async Task GivenManyThreads_WhenTheyAskAtOnce_ThenAllGetTheSameLink()
    {
        using var folder = new TemporaryFolder().Write("a.md", "# One\n");
        var commit = Commit(folder, "https://github.com/o/r");
        using var links = new NoteLinks(new NotesOptions { Path = folder.Path });

        var urls = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(_ => Task.Run(() => links.UrlOf(NewPassage("a.md").Place), TestContext.Current.CancellationToken)));

        Assert.All(urls, url => Assert.Equal($"https://github.com/o/r/blob/{commit}/a.md", url));
    }

    private static string Commit(TemporaryFolder folder, string? remote)
    {
        Repository.Init(folder.Path);
        using var repository = new Repository(folder.Path);
        if (remote is not null)
        {
            repository.Refs.UpdateTarget("HEAD", "refs/heads/main");
            repository.Network.Remotes.Add("origin", remote);
        }

        Commands.Stage(repository, "*");
        return repository.Commit("notes", Writer, Writer).Sha;
    }

    private static Passage NewPassage(string path) =>
        new() { Id = new PassageId(1), Path = path, Ordinal = 0, Title = "Title", Kind = PassageKind.Prose, Text = "Text" };
}
