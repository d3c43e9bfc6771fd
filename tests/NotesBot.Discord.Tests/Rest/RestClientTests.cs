using System.Net;
using System.Net.Sockets;
using NotesBot.Discord.Rest;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Tests.Rest;

public sealed class RestClientTests
{
    private const string Commands = "[]";
    private static readonly CommandScope Everywhere = new(2, null);

    [Fact, Trait("Case", "RE-01"), Trait("Case", "RE-04"), Trait("Case", "RE-33")]
    public async Task GivenABaseUrl_WhenABotRouteIsAsked_ThenPathAgentAndTokenAreRight()
    {
        var api = new StubApi(_ => StubApi.Json("""{"url":"wss://g.example","shards":1}"""));
        await using var kit =
            new BotKit(api, settings: new Dictionary<string, string?> { ["Discord:ApiBaseUrl"] = "https://other.example:81/api/" });

        await kit.Get<ApplicationRest>().GetGatewayAsync(BotKit.Cancelled);

        var sent = Assert.Single(api.Sent);
        Assert.Equal("https://other.example:81/api/v10/gateway/bot", sent.Uri.AbsoluteUri);
        Assert.Equal($"Bot {BotKit.Token}", sent.Headers.Authorization?.ToString());
        Assert.Matches(@"^DiscordBot \(https?://[^ ,]+, [0-9.]+\)$", sent.Headers.UserAgent.ToString());
    }

    [Fact, Trait("Case", "RE-08"), Trait("Case", "RE-07")]
    public async Task GivenAServerClockThatIsOff_WhenABucketIsExhausted_ThenTheRelativeTimeCounts()
    {
        await using var kit = Kit(_ => StubApi.Json(Commands, HttpStatusCode.OK,
            ("X-RateLimit-Bucket", "b"), ("X-RateLimit-Limit", "1"), ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset-After", "1.337"), ("X-RateLimit-Reset", "99999999999")), out var api);
        var rest = kit.Get<ApplicationRest>();
        await rest.GetCommandsAsync(Everywhere, BotKit.Cancelled);

        var second = rest.GetCommandsAsync(Everywhere, BotKit.Cancelled);
        await kit.Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(1.337), BotKit.Cancelled);
        Assert.Single(api.Sent);
        kit.Time.Advance(TimeSpan.FromSeconds(1.337));
        await second;

        Assert.Equal(2, api.Sent.Count);
    }

    [Theory, Trait("Case", "RE-10"), Trait("Case", "RE-11")]
    [InlineData(0.4, "user", null, 0.4), InlineData(1, "shared", "3", 3), InlineData(4, "user", "1", 4)]
    public async Task GivenA429_WhenItArrives_ThenItIsRepeatedOnceAfterTheLongestWait(
        double body, string scope, string? header, double wait)
    {
        await using var kit = Kit(sent => sent.Number > 1 ? StubApi.Json(Commands) : header is null
            ? StubApi.RateLimited(body, scope)
            : StubApi.RateLimited(body, scope, ("Retry-After", header), ("X-RateLimit-Reset-After", "1")), out var api);

        var asked = kit.Get<ApplicationRest>().GetCommandsAsync(Everywhere, BotKit.Cancelled);
        await kit.Time.WaitAsync(due => due == TimeSpan.FromSeconds(wait), BotKit.Cancelled);
        Assert.Single(api.Sent);
        kit.Time.Advance(TimeSpan.FromSeconds(wait));

        Assert.NotNull((await asked).Value);
        Assert.Equal(2, api.Sent.Count);
        Assert.Equal(scope == "shared" ? 0 : 1, kit.Get<RateLimits>().InvalidRequests);
    }

    [Theory, Trait("Case", "RE-13")]
    [InlineData("2", 2), InlineData(null, 1.5)]
    public async Task GivenA429WithoutJson_WhenItArrives_ThenTheHeaderCountsOrABackoff(string? header, double wait)
    {
        await using var kit = Kit(sent => sent.Number > 1 ? StubApi.Json(Commands) : Cloudflare(header), out var api);

        var asked = kit.Get<ApplicationRest>().GetCommandsAsync(Everywhere, BotKit.Cancelled);
        await kit.Time.PassAsync(TimeSpan.FromSeconds(wait), BotKit.Cancelled);

        Assert.NotNull((await asked).Value);
        Assert.Equal(2, api.Sent.Count);
    }

    [Fact, Trait("Case", "RE-17"), Trait("Case", "GW-58")]
    public async Task GivenA401_WhenMoreIsDue_ThenNothingIsSentAgain()
    {
        await using var kit = Kit(_ => StubApi.Error(HttpStatusCode.Unauthorized, 0), out var api);
        var rest = kit.Get<ApplicationRest>();

        await rest.GetGatewayAsync(BotKit.Cancelled);
        await rest.GetCommandsAsync(Everywhere, BotKit.Cancelled);

        Assert.Single(api.Sent);
        Assert.True(kit.Get<BotCredential>().IsRefused);
    }

    [Theory, Trait("Case", "RE-19")]
    [InlineData(HttpStatusCode.InternalServerError), InlineData(HttpStatusCode.BadGateway)]
    public async Task GivenServerErrors_WhenAGetIsSent_ThenItIsTriedThreeTimesWithPauses(HttpStatusCode status)
    {
        await using var kit = Kit(sent => sent.Number < 3 ? new HttpResponseMessage(status) : StubApi.Json(Commands), out var api);

        var asked = kit.Get<ApplicationRest>().GetCommandsAsync(Everywhere, BotKit.Cancelled);
        await PassBackoffAsync(kit);
        await PassBackoffAsync(kit);

        Assert.NotNull((await asked).Value);
        Assert.Equal(3, api.Sent.Count);
    }

    [Fact, Trait("Case", "RE-19")]
    public async Task GivenAServerThatStaysBroken_WhenAPutIsSent_ThenItIsTriedThreeTimesAtMost()
    {
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.BadGateway), out var api);

        var asked = kit.Get<ApplicationRest>().PutCommandsAsync(Everywhere, [], BotKit.Cancelled);
        await PassBackoffAsync(kit);
        await PassBackoffAsync(kit);

        Assert.Equal(502, (await asked).Status);
        Assert.Equal(3, api.Sent.Count);
    }

    [Fact, Trait("Case", "RE-22")]
    public async Task GivenAFormError_WhenItArrives_ThenEachLeafIsLoggedAndNoToken()
    {
        var body = """
            {"code":50035,"message":"Invalid Form Body TOKEN","errors":{"0":{"options":{"3":{"name":{"_errors":[
            {"code":"BASE_TYPE_BAD_LENGTH","message":"Must be between 1 and 32 in length."}]}}},
            "description":{"_errors":[{"code":"BASE_TYPE_REQUIRED","message":"Value \"secret question\" is wrong"}]}}}}
            """.Replace("TOKEN", BotKit.Token, StringComparison.Ordinal);
        await using var kit = Kit(_ => StubApi.Json(body, HttpStatusCode.BadRequest), out _);

        var response = await kit.Get<ApplicationRest>().PutCommandsAsync(Everywhere, [], BotKit.Cancelled);

        Assert.Equal(["0.options.3.name", "0.description"], response.Error!.Leaves.Select(leaf => leaf.Path));
        Assert.Contains(
            "0.options.3.name: BASE_TYPE_BAD_LENGTH: Must be between 1 and 32 in length.", kit.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(BotKit.Token, kit.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret question", kit.Log.Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Case", "RE-23")]
    [InlineData("<html>bad</html>"), InlineData(""), InlineData("{\"message\":1}"), InlineData("[]"),
        InlineData("{\"code\":1e300,\"errors\":[1]}")]
    public async Task GivenAnOddErrorBody_WhenItArrives_ThenItIsAnErrorWithItsStatus(string body)
    {
        await using var kit = Kit(_ => StubApi.Json(body, HttpStatusCode.Conflict), out _);

        var answer = await kit.Get<ApplicationRest>().GetCommandsAsync(Everywhere, BotKit.Cancelled);

        Assert.Null(answer.Value);
        Assert.Equal((409, 0), (answer.Response.Error!.Status, answer.Response.Error.Code));
    }

    [Fact, Trait("Case", "RE-24")]
    public async Task GivenARefusedUserAgent_WhenItArrives_ThenTheLogNamesIt()
    {
        await using var kit = Kit(_ => StubApi.Error(HttpStatusCode.Forbidden, 40333), out _);

        await kit.Get<ApplicationRest>().GetGatewayAsync(BotKit.Cancelled);

        Assert.Contains(RestClient.UserAgent, kit.Log.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "RE-25")]
    public async Task GivenAnAnswerOf50Megabytes_WhenItArrives_ThenReadingStops()
    {
        var endless = new CountedStream(50 * 1024 * 1024);
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) }, out _);

        var answer = await kit.Get<ApplicationRest>().GetCommandsAsync(Everywhere, BotKit.Cancelled);

        Assert.Null(answer.Value);
        Assert.Equal(RestFailure.TooLong, answer.Response.Failure);
        Assert.InRange(endless.BytesRead, 1, 2 * DiscordLimits.ResponseBytes);
    }

    [Fact, Trait("Case", "RE-26")]
    public async Task GivenAServerThatNeverAnswers_WhenABotRouteIsAsked_ThenItEnds()
    {
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.Continue), out _);

        var asked = kit.Get<ApplicationRest>().GetCommandsAsync(Everywhere, BotKit.Cancelled);
        await kit.Time.WaitAsync(wait => wait == TimeSpan.FromSeconds(60), BotKit.Cancelled);
        kit.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(RestFailure.Unconfirmed, (await asked).Response.Failure);
    }

    [Fact, Trait("Case", "RE-28")]
    public async Task GivenIdsOver2To53_WhenTheyAreRead_ThenNoDigitIsLost()
    {
        await using var kit =
            Kit(_ => StubApi.Json("""{"id":"18446744073709551615","owner":{"id":"9007199254740993"},"team":null,"new":1}"""), out _);

        var answer = await kit.Get<ApplicationRest>().GetApplicationAsync(BotKit.Cancelled);

        Assert.Equal((18446744073709551615UL, 9007199254740993UL), (answer.Value!.Id, answer.Value.Owner!.Id));
        Assert.True(answer.Value.IsOwnedBy(9007199254740993UL));
    }

    private static BotKit Kit(Func<SentRequest, HttpResponseMessage> answer, out StubApi api)
    {
        api = new StubApi(answer);
        var kit = new BotKit(api);
        api.Time = kit.Time;
        return kit;
    }

    private static HttpResponseMessage Cloudflare(string? retryAfter)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("error code: 1015") };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    private static async Task PassBackoffAsync(BotKit kit)
    {
        var wait = await kit.Time.WaitAsync(due => due > TimeSpan.Zero && due < TimeSpan.FromSeconds(5), BotKit.Cancelled);
        kit.Time.Forget();
        kit.Time.Advance(wait);
    }

    private sealed class CountedStream(long length) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - BytesRead);
            BytesRead += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Fact, Trait("Case", "RE-34")]
    public async Task GivenARedirectToAnotherHost_WhenItArrives_ThenNobodyIsAskedThere()
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var target = new Dictionary<string, string> { ["Location"] = $"http://{elsewhere.LocalEndpoint}/api/v10/gateway/bot" };
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), BotKit.Cancelled);
        discord.Faults.Add(RestFault.Answer(301, null, target) with { Route = "gateway-bot" });
        var settings = new Dictionary<string, string?>
        {
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
            ["Discord:Token"] = discord.Token,
        };
        await using var kit = new BotKit(settings: settings);

        var answer = await kit.Get<ApplicationRest>().GetGatewayAsync(BotKit.Cancelled);

        Assert.Equal((301, (object?)null), (answer.Response.Status, answer.Value));
        Assert.False(elsewhere.Pending());
    }
}
