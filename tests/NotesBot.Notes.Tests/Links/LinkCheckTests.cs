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
}
