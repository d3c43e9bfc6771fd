using Microsoft.Extensions.Logging.Abstractions;

namespace NotesBot.Notes.Tests.Folder;

/// <summary>Sources beside what generators made of them, as they lie in repositories: which of them are read.</summary>
public sealed class BuiltCopiesTests
{
    public static TheoryData<string, string, string> Layouts { get; } = new()
    {
        { "a site built into docs", "pages/a.md pages/b.md index.qmd docs/pages/a.html docs/pages/b.html docs/index.html docs/search.html", "index.qmd pages/a.md pages/b.md" },
        { "a site with pages of its own", "pages/a.md docs/pages/a.html docs/talk.html docs/essay.html", "docs/essay.html docs/talk.html pages/a.md" },
        { "a site of folders", "content/posts/a.md content/posts/b.md public/posts/a/index.html public/posts/b/index.html", "content/posts/a.md content/posts/b.md" },
        { "a page beside its source", "a.ipynb a.html b.html", "a.ipynb b.html" },
        { "pages without a source", "a.html b.html x/c.html", "a.html b.html x/c.html" },
        { "drawings that have no source", "book/a.md book/_static/elements/b.html", "book/_static/elements/b.html book/a.md" },
        { "a note knit from R", "a.Rmd a.md b.md", "a.Rmd b.md" },
        { "slides with a note of the same name", "a.md a.pdf", "a.md a.pdf" },
        { "a print of R", "a.Rmd a.pdf build/a.pdf", "a.Rmd" },
        { "folders of generators", "a.md _site/a.html _build/html/b.html dist/c.html node_modules/d.md venv/e.txt", "a.md" },
        { "documentation of programs", "a.md api/index-all.html api/element-list api/x.html", "a.md" },
        { "pages made of Org", "org/a.org org/b.org org/c.org content/a.md content/b.md content/c.md d.md", "d.md org/a.org org/b.org org/c.org" },
        { "one page beside one of Org", "org/a.org content/a.md content/b.md", "content/a.md content/b.md org/a.org" },
        { "what Logseq keeps", "pages/a.md logseq/bak/pages/a/1.md logseq/version-files/base/pages/a.md x/logseq/bak/b.md logseq/notes.md", "logseq/notes.md pages/a.md" },
        { "templates of a program", "a.md src/app/home.component.html home.html", "a.md home.html" },
        { "a note and a lab of one name", "week1.md week1.ipynb", "week1.ipynb week1.md" },
    };

    [Theory, MemberData(nameof(Layouts))]
    public void GivenCopies_WhenListed_ThenOnlyTheirSourcesAreRead(string layout, string files, string expected)
    {
        using var folder = new TemporaryFolder();
        files.Split(' ').ToList().ForEach(file => folder.Write(file, "text"));

        var listing = List(folder.Path);

        Assert.True(string.Join(' ', listing.Files.Select(file => file.Path)) == expected, $"{layout}: {string.Join(' ', listing.Files.Select(file => file.Path))}");
    }

    [Fact]
    public void GivenAPairOfJupytext_WhenListed_ThenTheTextIsItsSource()
    {
        using var folder = new TemporaryFolder().Write("a.md", "---\njupytext:\n  formats: md:myst,ipynb\n---\n\n# A\n").Write("a.ipynb", "{}");

        var listing = List(folder.Path);

        Assert.Equal(["a.md"], listing.Files.Select(file => file.Path));
        Assert.Equal(1, listing.Copies["ipynb"]);
    }

    [Fact]
    public void GivenCopiesAndFoldersOfGenerators_WhenListed_ThenTheyAreCounted()
    {
        using var folder = new TemporaryFolder().Write("p/a.md", "x").Write("docs/p/a.html", "x").Write("dist/a.md", "x").Write("b/dist/a.md", "x");

        var listing = List(folder.Path);

        Assert.Equal([("html", 1)], listing.Copies.Select(kind => (kind.Key, kind.Value)));
        Assert.Equal([("dist", 2)], listing.Generated.Select(name => (name.Key, name.Value)));
    }

    private static FolderListing List(string path) =>
        new NotesFolder(new NotesOptions { Path = path }, NullLogger<NotesFolder>.Instance).List(CancellationToken.None);
}
