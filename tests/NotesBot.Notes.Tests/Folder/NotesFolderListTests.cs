using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace NotesBot.Notes.Tests.Folder;

public sealed class NotesFolderListTests
{
    [Fact]
    public void GivenNotesAndOtherFiles_WhenListed_ThenNotesComeByPathAndTheRestIsCounted()
    {
        using var folder = new TemporaryFolder().Write("b.md", "x").Write("a/Ä.ipynb", "{}").Write("a/z.pdf", "%").Write("B.txt",
            "x").Write("c.html", "<p>")
            .Write("p.png", "x").Write("q.PNG", "x").Write("Makefile", "x").Write("LICENSE", "x").Write("LICENSE.md",
                "x").Write("requirements.txt", "x");

        var listing = List(folder);

        Assert.Equal(["B.txt", "a/z.pdf", "a/Ä.ipynb", "b.md", "c.html"], listing.Files.Select(file => file.Path));
        Assert.Equal(
            [("LICENSE", 1), ("LICENSE.md", 1), ("Makefile", 1), ("png", 2), ("requirements.txt", 1)],
            listing.Skipped.Select(kind => (kind.Key, kind.Value)));
        Assert.Empty(listing.Faults);
    }

    [Fact]
    public void GivenForeignAndHiddenFolders_WhenListed_ThenTheyAreKeptOut()
    {
        using var folder = new TemporaryFolder().Write(".git/a.md", "x").Write(".obsidian/a.md", "x").Write("node_modules/m/README.md", "x")
            .Write("n/.ipynb_checkpoints/a.ipynb", "{}").Write(".hidden.md", "x").Write("a.md", "x");

        var listing = List(folder);

        Assert.Equal(["a.md"], listing.Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("drafts/", "drafts/a.md", false)]
    [InlineData("drafts/", "x/drafts/a.md", false)]
    [InlineData("/drafts/", "x/drafts/a.md", true)]
    [InlineData("drafts", "drafts.md", true)]
    [InlineData("*.md", "x/a.md", false)]
    [InlineData("*.md\n!keep.md", "x/keep.md", true)]
    [InlineData("x/*.md", "x/a.md", false)]
    [InlineData("x/*.md", "x/y/a.md", true)]
    [InlineData("x/**/a.md", "x/y/z/a.md", false)]
    [InlineData("x/**/a.md", "x/a.md", false)]
    [InlineData("**/z", "x/z/a.md", false)]
    [InlineData("x/**", "x/y/a.md", false)]
    [InlineData("a?.md", "ab.md", false)]
    [InlineData("[ab].md", "b.md", false)]
    [InlineData("[!ab].md", "b.md", true)]
    [InlineData("[a-c]x.md", "bx.md", false)]
    [InlineData("# a.md\n\n", "a.md", true)]
    [InlineData("\\#a.md", "#a.md", false)]
    [InlineData("\\!a.md", "!a.md", false)]
    [InlineData("a.md   ", "a.md", false)]
    [InlineData("x/\n!x/a.md", "x/a.md", false)]
    [InlineData("[z-a].md", "b.md", true)]
    [InlineData("(a+)+.md", "a.md", true)]
    [InlineData("**/x/**/a?[a-c].md", "x/y/z/aab.md", false)]
    [InlineData("*a*b*.md", "x/cabab.md", false)]
    public void GivenAnIgnoreRule_WhenListed_ThenItMeansWhatGitMeans(string rules, string path, bool isListed)
    {
        using var folder = new TemporaryFolder().Write(".gitignore", rules).Write(path, "text");

        var listing = List(folder);

        Assert.Equal(isListed ? [path] : [], listing.Files.Select(file => file.Path));
    }

    [Fact]
    public void GivenRulesInASubfolder_WhenListed_ThenTheyHoldThereAndOverrideThoseAbove()
    {
        using var folder = new TemporaryFolder().Write(".gitignore", "*.txt").Write("x/.gitignore", "!a.txt\n/b.md").Write("x/a.txt",
            "x").Write("x/b.md", "x")
            .Write("b.md", "x").Write("c.txt", "x").Write("x/y/b.md", "x");

        var listing = List(folder);

        Assert.Equal(["b.md", "x/a.txt", "x/y/b.md"], listing.Files.Select(file => file.Path));
    }

    [Fact]
    public void GivenANotesIgnore_WhenListed_ThenItCountsMoreThanTheGitignore()
    {
        using var folder = new TemporaryFolder().Write(".gitignore", "a.md").Write(".notesignore", "!a.md\nb.md").Write("a.md",
            "x").Write("b.md", "x");

        var listing = List(folder);

        Assert.Equal(["a.md"], listing.Files.Select(file => file.Path));
    }

    [Fact, Trait("Case", "SA-18")]
    public void GivenLinks_WhenListed_ThenNoneIsFollowedAndBadOnesAreReported()
    {
        using var outside = new TemporaryFolder().Write("secret.md", "x");
        using var folder = new TemporaryFolder().Write("a.md", "x").Write("sub/b.md", "x");
        File.CreateSymbolicLink(folder.Full("inside.md"), folder.Full("a.md"));
        File.CreateSymbolicLink(folder.Full("outside.md"), outside.Full("secret.md"));
        Directory.CreateSymbolicLink(folder.Full("outside"), outside.Path);
        Directory.CreateSymbolicLink(folder.Full("sub/loop"), folder.Path);
        File.CreateSymbolicLink(folder.Full("gone.md"), folder.Full("nowhere.md"));
        File.CreateSymbolicLink(folder.Full("circle.md"), folder.Full("circle.md"));

        var listing = List(folder);

        Assert.Equal(["a.md", "sub/b.md"], listing.Files.Select(file => file.Path));
        Assert.Equal(["circle.md", "gone.md", "outside", "outside.md"], listing.Faults.Select(fault => fault.Path));
        Assert.Equal(2, listing.Skipped["link"]);
    }

    [Fact]
    public void GivenAPipeNamedLikeANote_WhenListed_ThenItIsNotOpened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        using var folder = new TemporaryFolder().Write("a.md", "x");
        using var make = Process.Start("mkfifo", [folder.Full("pipe.md")]);
        make.WaitForExit();

        var listing = List(folder);

        Assert.Equal(["a.md"], listing.Files.Select(file => file.Path));
    }

    [Fact]
    public void GivenANameWithControlCharacters_WhenListed_ThenItIsReportedWithoutThem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        using var folder = new TemporaryFolder().Write("a\u001b[31m.md", "x").Write("b\n.md", "x").Write("c.md", "x");

        var listing = List(folder);

        Assert.Equal(["c.md"], listing.Files.Select(file => file.Path));
        Assert.Equal([@"a\u001b[31m.md", @"b\u000a.md"], listing.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void GivenNoFolder_WhenListed_ThenThatIsTheFault()
    {
        using var folder = new TemporaryFolder();

        var listing = new NotesFolder(new NotesOptions { Path = folder.Full("missing") },
            NullLogger<NotesFolder>.Instance).List(CancellationToken.None);

        Assert.Equal([new FileFault(".", "The folder is not there.")], listing.Faults);
    }

    [Fact]
    public void GivenTheTokenIsCancelled_WhenListed_ThenItStops()
    {
        using var folder = new TemporaryFolder().Write("a.md", "x");

        void Look() => new NotesFolder(new NotesOptions { Path = folder.Path },
            NullLogger<NotesFolder>.Instance).List(new CancellationToken(canceled: true));

        Assert.Throws<OperationCanceledException>(Look);
    }

    private static FolderListing List(TemporaryFolder folder) =>
        new NotesFolder(new NotesOptions { Path = folder.Path }, NullLogger<NotesFolder>.Instance).List(CancellationToken.None);
}
