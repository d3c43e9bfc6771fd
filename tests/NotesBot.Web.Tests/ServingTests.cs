using System.Net;
using System.Text.Json;

namespace NotesBot.Web.Tests;

/// <summary>The JSON, and what stands before every answer.</summary>
public sealed class ServingTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?q=drift")]
    [InlineData("/notes/course1/week1/deployment.md")]
    [InlineData("/api/find?q=drift")]
    [InlineData("/nothing/here")]
    public async Task GivenAnAnswer_WhenItIsSent_ThenItLoadsNothingFromElsewhereAndSetsNoCookie(string path)
    {
        await using var site = await Site.OfCourseAsync();

        using var response = await site.SendAsync(path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.1.5", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost:80", HttpStatusCode.OK)]
    [InlineData("[::1]:80", HttpStatusCode.OK)]
    public async Task GivenAPageOfThisMachine_WhenItIsReachedByANameOfStrangers_ThenItDoesNotAnswer(string host, HttpStatusCode expected)
    {
        await using var site = await Site.OfCourseAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };

        using var response = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task GivenAQuestion_WhenItIsAskedAsJson_ThenItIsTheContract()
    {
        await using var site = await Site.OfCourseAsync();

        using var found = await site.JsonAsync("/api/find?q=canary&course=1&week=1");

        Assert.True(found.RootElement.GetProperty("confident").GetBoolean());
        var first = found.RootElement.GetProperty("results")[0];
        Assert.Equal("course1/week1/deployment.md", first.GetProperty("path").GetString());
        Assert.Equal((1, 1), (first.GetProperty("course").GetInt32(), first.GetProperty("week").GetInt32()));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("page").ValueKind);
        Assert.True(found.RootElement.GetProperty("took_ms").GetDouble() >= 0);
    }

    [Fact]
    public async Task GivenTheSyllabus_WhenItIsAskedAsJson_ThenItIsTheContract()
    {
        await using var site = await Site.OfCourseAsync();

        using var found = await site.JsonAsync("/api/syllabus?week=2");

        var week = found.RootElement.GetProperty("courses")[0].GetProperty("weeks")[0];
        Assert.Equal(("Monitoring", true), (week.GetProperty("title").GetString(), week.GetProperty("hasNotes").GetBoolean()));
        Assert.Equal("course1/week2/monitoring.md", week.GetProperty("links")[0].GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("/api/find")]
    [InlineData("/api/find?q=%20")]
    [InlineData("/api/find?q=drift&course=one")]
    public async Task GivenNoQuestion_WhenItIsAskedAsJson_ThenItIsRefused(string path)
    {
        await using var site = await Site.OfCourseAsync();

        using var response = await site.SendAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task GivenTheDescription_WhenItIsRead_ThenItNamesWhatThereIs()
    {
        await using var site = await Site.OfCourseAsync();

        using var api = await site.JsonAsync("/openapi/v1.json");

        var paths = api.RootElement.GetProperty("paths");
        Assert.Equal(["/api/find", "/api/syllabus"], paths.EnumerateObject().Select(path => path.Name));
        var parameters = paths.GetProperty("/api/find").GetProperty("get").GetProperty("parameters");
        Assert.Equal(["q", "course", "week"], parameters.EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        var result = api.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("FindResultJson");
        Assert.True(result.GetProperty("properties").TryGetProperty("snippet", out _));
    }

    [Fact]
    public async Task GivenSomebodyWhoAsksWithoutEnd_WhenItIsTooOften_ThenTheyAreToldToWait()
    {
        await using var site = await Site.OfCourseAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(async _ =>
        {
            using var response = await site.SendAsync("/page.css");
            return (response.StatusCode, response.Headers.RetryAfter?.ToString());
        }));

        Assert.Contains((HttpStatusCode.OK, null), answers);
        Assert.Contains((HttpStatusCode.TooManyRequests, "1"), answers);
    }

    [Theory]
    [InlineData("Address", "0.0.0.0", "Web:Public")]
    [InlineData("Address", "somewhere", "Web:Address")]
    [InlineData("Port", "70000", "Web:Port")]
    [InlineData("Public", "perhaps", "Web:Public")]
    public void GivenAWrongSetting_WhenItIsRead_ThenASentenceSaysWhatToSet(string key, string value, string named)
    {
        List<string> faults = [];

        Site.OptionsOf([(key, value)], faults);

        Assert.Contains(named, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAPageForAll_WhenThatIsSaid_ThenItMayListenEverywhere()
    {
        List<string> faults = [];

        var options = Site.OptionsOf([("Address", "*"), ("Public", "true")], faults);

        Assert.Empty(faults);
        Assert.True(options is { IsPublic: true, IsAskedFor: true, IsLocal: false });
    }
}
