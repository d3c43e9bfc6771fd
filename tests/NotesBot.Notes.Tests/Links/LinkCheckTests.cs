using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes.Tests.Folder;

namespace NotesBot.Notes.Tests.Links;

public sealed class LinkCheckTests
{
    [Theory]
    [InlineData("[a](b.html)", 0)]
    [InlineData("[a](/assets/x.png)", 0)]
    [InlineData("![A tree](/img/tree.png)", 0)]
    [InlineData("[mail](somebody@example.org)", 0)]
    [InlineData("[a section](my-label)", 0)]
    [InlineData("[a](c.html)", 1)]
    [InlineData("[a](/assets/y.png)", 1)]
    [InlineData("[a](missing.md)", 1)]
    public void GivenALinkInASite_WhenChecked_ThenOnlyWhatLeadsNowhereIsNamed(string link, int broken)
    {
        using var folder = new TemporaryFolder().Write("_toc.yml", "root: docs/a").Write("docs/a.md", $"# A\n\n{link}\n")
            .Write("docs/b.md", "# B").Write("docs/assets/x.png", "x").Write("docs/public/img/tree.png", "x");
        var notes = new NotesFolder(new NotesOptions { Path = folder.Path }, NullLogger<NotesFolder>.Instance);
        var listing = notes.List(CancellationToken.None);

        var found = notes.BrokenLinksOf(listing.Files.Single(file => file.Path == "docs/a.md"), listing, CancellationToken.None);

        Assert.Equal(broken, found.Count);
    }

    [Theory]
    [InlineData(".obsidian/app.json", "![](tree.png)", "deep/images/tree.png")]
    [InlineData(".obsidian/app.json", "![](deep/images/tree.png)", "deep/images/tree.png")]
    [InlineData(".obsidian/app.json", "![](twice.png)", null)]
    [InlineData("readme.txt", "![](<a tree.png>)", "deep/images/a tree.png")]
    [InlineData("readme.txt", "![](tree.png)", null)]
    public void GivenAPictureByItsNameAlone_WhenRead_ThenItIsFoundInAVaultWhereOnlyOneBearsIt(string beside, string picture, string? expected)
    {
        using var folder = new TemporaryFolder().Write(beside, "{}").Write("notes/a.md", $"# A\n\nThe tree of all.\n\n{picture}\n")
            .Write("deep/images/tree.png", "x").Write("deep/images/a tree.png", "x").Write("one/twice.png", "x").Write("two/twice.png", "x");
        var notes = new NotesFolder(new NotesOptions { Path = folder.Path }, NullLogger<NotesFolder>.Instance);
        var listing = notes.List(CancellationToken.None);
        var note = listing.Files.Single(file => file.Path == "notes/a.md");

        var found = notes.Read(note, CancellationToken.None).Passages[0].Picture;

        Assert.Equal(expected, found);
        Assert.Equal(expected is null && !picture.Contains("twice", StringComparison.Ordinal), notes.BrokenLinksOf(note, listing, CancellationToken.None).Count > 0);
    }
}
