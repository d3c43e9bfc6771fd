namespace NotesBot.Web.Tests;

/// <summary>The page as a browser without script has it.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task GivenADeepLink_WhenOpened_ThenTheReplyIsInThePage()
    {
        await using var site = await Site.OfCourseAsync();

        var page = await site.GetAsync("/?q=data+drift");

        Assert.Equal("data drift", page.QuerySelector(".question")!.TextContent);
        Assert.Contains("Data drift means that", page.QuerySelector(".passage .body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".passage mark"), mark => mark.TextContent == "drift");
        Assert.Equal("P(X)", page.QuerySelector(".passage math")!.GetAttribute("alttext"));
        Assert.Equal("data drift · NotesBot", page.Title);
    }

    [Fact]
    public async Task GivenThePage_WhenOpened_ThenItListsTheCoursesAndAsksForExamples()
    {
        await using var site = await Site.OfCourseAsync(("Title", "Class <1>"));

        var page = await site.GetAsync("/");

        Assert.Equal("Class <1>", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("nav a"), link => link.TextContent == "Week 2: Monitoring" && link.GetAttribute("href") == "/?q=%2Fsyllabus%201%202");
        Assert.NotEmpty(page.QuerySelectorAll(".welcome a"));
        Assert.Equal("/", page.QuerySelector("#ask")!.GetAttribute("action"));
    }

    [Theory]
    [InlineData("/find canary course:1", "Canary")]
    [InlineData("/syllabus", "Syllabus")]
    [InlineData("/syllabus 1 2", "Week 2: Monitoring")]
    [InlineData("/notes", "The notes")]
    [InlineData("/help", "What you can ask")]
    public async Task GivenACommand_WhenTyped_ThenItAnswersAsElsewhere(string line, string heading)
    {
        await using var site = await Site.OfCourseAsync();

        var page = await site.AskAsync(line);

        Assert.EndsWith(heading, page.QuerySelector(".reply h3")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnAnswer_WhenAPassageIsChosen_ThenItIsShownAndLeadsBack()
    {
        await using var site = await Site.OfCourseAsync();

        var page = await site.ChooseAsync(await site.AskAsync("drift"), "2");
        var back = await site.PressAsync(page, "Back to the hits");

        Assert.Single(page.QuerySelectorAll(".passage"));
        Assert.Equal("Update", page.QuerySelector(".reply")!.GetAttribute("data-delivery"));
        Assert.True(back.QuerySelectorAll(".passage").Length > 1);
    }

    [Fact]
    public async Task GivenAnAnswer_WhenItIsNotWhatWasMeant_ThenAFormAsksAgain()
    {
        await using var site = await Site.OfCourseAsync();

        var form = await site.PressAsync(await site.AskAsync("drift"), "Not what I meant");
        var page = await site.FillAsync(form, "canary release");

        Assert.StartsWith("A canary release", page.QuerySelector(".passage .body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPrivateAnswer_WhenItIsShared_ThenItIsMarkedAndThenNot()
    {
        await using var site = await Site.OfCourseAsync();

        var page = await site.AskAsync("/find drift private:true");
        var shared = await site.PressAsync(page, "Share here");

        Assert.NotNull(page.QuerySelector(".private"));
        Assert.Null(shared.QuerySelector(".private"));
        Assert.Contains(shared.QuerySelectorAll("button"), button => button.TextContent == "Delete");
    }

    [Fact]
    public async Task GivenAPublicPage_WhenAsked_ThenNobodyIsOfferedToShareOrDelete()
    {
        await using var site = await Site.OfCourseAsync(("Public", "true"));

        var page = await site.AskAsync("/find drift private:true");

        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.TextContent is "Delete" or "Share here");
        Assert.Null(page.QuerySelector(".private"));
    }

    [Theory]
    [InlineData("/?press=nonsense")]
    [InlineData("/?press=n1.BBAA")]
    [InlineData("/?press=a&press=b")]
    [InlineData("/?q=%00%FF&value=%20&field.=x&private=maybe")]
    public async Task GivenAStrangeRequest_WhenSent_ThenThePageIsThere(string path)
    {
        await using var site = await Site.OfCourseAsync();

        using var response = await site.SendAsync(path);

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task GivenALine_WhenItIsTyped_ThenItIsCompleted()
    {
        await using var site = await Site.OfCourseAsync();

        var lines = await site.Http.GetStringAsync(new Uri("/complete?q=/sy", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("[\"/syllabus \"]", lines);
    }

    [Fact]
    public async Task GivenAGermanBrowser_WhenItAsks_ThenThePageIsGerman()
    {
        await using var site = await Site.OfCourseAsync();
        site.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de-AT,en;q=0.5");

        var page = await site.AskAsync("drift");

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Fragen", page.QuerySelector("#ask button")!.TextContent);
    }
}
