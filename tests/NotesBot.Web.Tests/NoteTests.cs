using System.Net;

namespace NotesBot.Web.Tests;

/// <summary>Notes as a whole, and their pictures.</summary>
public sealed class NoteTests
{
    [Fact]
    public async Task GivenAHit_WhenItsPlaceIsOpened_ThenTheNoteIsWholeAndTheStretchMarked()
    {
        await using var site = await Site.OfCourseAsync();
        var place = (await site.AskAsync("concept drift")).QuerySelector("a.note[href*=passage]")!.GetAttribute("href")!;

        var page = await site.GetAsync(place);

        Assert.Equal("Monitoring", page.QuerySelector("article h2")!.TextContent);
        Assert.Equal(["Data drift", "Picture of drift", "Concept drift"], page.QuerySelectorAll("article h3").Select(heading => heading.TextContent));
        Assert.StartsWith("Concept drift means", page.QuerySelector(".here")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#here"));
        Assert.Equal("assert drift < 0.1 and \"a\" < \"b\"", page.QuerySelector("pre")!.TextContent);
        Assert.NotNull(page.QuerySelector("#data-drift"));
    }

    [Fact]
    public async Task GivenATable_WhenItsNoteIsOpened_ThenItIsATable()
    {
        await using var site = await Site.OfCourseAsync();

        var page = await site.GetAsync("/notes/course1/week1/deployment.md");

        Assert.Equal(["Kind", "Traffic"], page.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.Equal(["canary", "a tenth", "shadow", "none"], page.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("/notes/missing.md")]
    [InlineData("/notes/")]
    [InlineData("/notes/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/notes/course1/week2/drift.png")]
    [InlineData("/pictures/0000000000")]
    [InlineData("/pictures/..%2Fdrift.png")]
    public async Task GivenWhatIsNoNote_WhenOpened_ThenItIsNotFound(string path)
    {
        await using var site = await Site.OfCourseAsync();

        using var response = await site.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task GivenAPicture_WhenItsNoteIsOpened_ThenItIsShownAsWhatItsBytesAre()
    {
        await using var site = await Site.OfCourseAsync();
        var picture = (await site.GetAsync("/notes/course1/week2/monitoring.md")).QuerySelector("img")!;

        using var response = await site.SendAsync(picture.GetAttribute("src")!);

        Assert.Equal("Two histograms", picture.GetAttribute("alt"));
        Assert.Equal("image/png", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(Site.Png, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("")]
    public async Task GivenAPictureThatIsNone_WhenItIsAskedFor_ThenItIsNotFound(string content)
    {
        await using var site = new Site();
        site.Write("a.md", "# A\n\nWords about a picture.\n\n![Sight](a.png)");
        site.Write("a.png", content);
        await site.OpenAsync();
        var source = (await site.GetAsync("/notes/a.md")).QuerySelector("img")!.GetAttribute("src")!;

        using var response = await site.SendAsync(source);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task GivenALongNote_WhenAPassageOfItIsOpened_ThenThePageHoldsItAndGoesOn()
    {
        await using var site = new Site();
        site.Write("long.md", "# Long\n\n" + string.Concat(Enumerable.Range(1, 700).Select(i => $"## Part {i}\n\nWords of part number {i}.\n\n")));
        await site.OpenAsync();

        var first = await site.GetAsync("/notes/long.md");
        var second = await site.GetAsync(first.QuerySelectorAll("a.note").Single(link => link.TextContent == "Read on").GetAttribute("href")!);

        Assert.Equal(300, first.QuerySelectorAll("section").Length);
        Assert.Contains(second.QuerySelectorAll("h3"), heading => heading.TextContent == "Part 301");
        Assert.Contains(second.QuerySelectorAll("a.note"), link => link.TextContent == "Before");
    }

    [Fact]
    public async Task GivenHostileNotes_WhenShown_ThenAllOfThemIsText()
    {
        await using var site = new Site();
        site.Write("<img src=x onerror=alert(1)>.md", """
            # <script>alert(1)</script> "quoted' title

            Trouble is `<img src=x onerror=alert(2)>` and <b onclick="alert(3)">bold</b> and [link](javascript:alert(4)) and $\text{<img src=y>}$.

            | <i>a</i> | "b" |
            | --- | --- |
            | `<script>` | $x<y$ |

            ![" onload="alert(5)](https://evil.example/x.png)
            """);
        await site.OpenAsync();

        var note = await site.GetAsync("/notes/" + Uri.EscapeDataString("<img src=x onerror=alert(1)>.md"));
        var reply = await site.AskAsync("trouble <script>alert(6)</script>");

        foreach (var page in new[] { note, reply })
        {
            Assert.Single(page.QuerySelectorAll("script"));
            Assert.Empty(page.QuerySelectorAll("img, b, i, iframe, object, embed, style"));
            Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
            Assert.DoesNotContain(page.QuerySelectorAll("[href]"), link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        }
    }
}
