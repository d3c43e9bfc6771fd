using System.Net;
using System.Text;
using System.Text.Json;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Tests.Rest;

public sealed class InteractionRestTests
{
    private static readonly MessageBody Body = new(Encoding.UTF8.GetBytes("""{"type":4,"data":{"content":"x"}}"""));

    [Fact, Trait("Case", "RE-01"), Trait("Case", "RE-02"), Trait("Case", "RE-03"), Trait("Case", "RE-33")]
    public async Task GivenAnInteraction_WhenItIsAnswered_ThenJsonGoesToItsRouteWithoutTheBotsToken()
    {
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.NoContent), out var api);

        var result = await kit.Get<InteractionRest>().RespondAsync(kit.Target("tok"), Body, BotKit.Cancelled);

        var sent = Assert.Single(api.Sent);
        Assert.Equal(RestOutcome.Done, result.Outcome);
        Assert.Equal("https://discord.com/api/v10/interactions/1/tok/callback", sent.Uri.AbsoluteUri);
        Assert.Null(sent.Headers.Authorization);
        Assert.Equal("application/json", sent.Content?.ContentType?.ToString());
        Assert.Equal("""{"type":4,"data":{"content":"x"}}""", sent.Body);
    }

    [Fact, Trait("Case", "RE-03"), Trait("Case", "RE-33")]
    public async Task GivenAnInteraction_WhenItIsEditedFollowedAndDeleted_ThenTheRoutesAreTheWebhooks()
    {
        await using var kit = Kit(_ => StubApi.Json("""{"id":"9007199254740993"}"""), out var api);
        var rest = kit.Get<InteractionRest>();

        var edited = await rest.EditOriginalAsync(kit.Target("tok"), Body, BotKit.Cancelled);
        await rest.FollowUpAsync(kit.Target("tok"), Body, BotKit.Cancelled);
        await rest.DeleteOriginalAsync(kit.Target("tok"), BotKit.Cancelled);

        Assert.Equal(
            ["PATCH /api/v10/webhooks/2/tok/messages/@original", "POST /api/v10/webhooks/2/tok", "DELETE /api/v10/webhooks/2/tok/messages/@original"],
            api.Sent.Select(sent => $"{sent.Method} {sent.Uri.AbsolutePath}"));
        Assert.All(api.Sent, sent => Assert.Null(sent.Headers.Authorization));
        Assert.Equal(9007199254740993UL, edited.MessageId);
    }

    [Theory]
    [InlineData(400, 40060, "AlreadyAcknowledged"), InlineData(404, 10062, "Expired"), InlineData(401, 50027, "Expired"),
        InlineData(404, 10008, "Gone")]
    [InlineData(404, 10015, "Gone"), InlineData(400, 40094, "TooManyFollowUps"), InlineData(403, 200000, "Blocked"),
        InlineData(400, 240000, "Blocked")]
    [InlineData(413, 40005, "TooLarge"), InlineData(400, 50045, "TooLarge"), InlineData(403, 50013, "Forbidden"),
        InlineData(400, 50035, "Invalid")]
    public async Task GivenARefusal_WhenAnEditIsSent_ThenTheOutcomeSaysWhatToDo(int status, int code, string outcome)
    {
        await using var kit = Kit(_ => StubApi.Error((HttpStatusCode)status, code), out var api);

        var result = await kit.Get<InteractionRest>().EditOriginalAsync(kit.Target(), Body, BotKit.Cancelled);

        Assert.Equal(outcome, result.Outcome.ToString());
        Assert.Single(api.Sent);
    }

    [Fact, Trait("Case", "RE-15")]
    public async Task GivenALimitBeyondThreeSeconds_WhenACallbackMeetsIt_ThenItIsGivenUpWithOneLine()
    {
        await using var kit = Kit(_ => StubApi.RateLimited(3, "user"), out var api);

        var result = await kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);

        Assert.Equal(RestOutcome.GivenUp, result.Outcome);
        Assert.Single(api.Sent);
    }

    [Fact, Trait("Case", "RE-15")]
    public async Task GivenAnExpiredToken_WhenAnEditIsDue_ThenNothingIsSent()
    {
        await using var kit = Kit(_ => StubApi.Json("{}"), out var api);
        var target = kit.Target();
        kit.Time.Advance(TimeSpan.FromMinutes(15));

        var result = await kit.Get<InteractionRest>().EditOriginalAsync(target, Body, BotKit.Cancelled);

        Assert.Equal(RestOutcome.GivenUp, result.Outcome);
        Assert.Empty(api.Sent);
        Assert.Single(kit.Log.Lines, line => line.Contains("given up", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "RE-14")]
    public async Task GivenAStormOf30Seconds_When20InteractionsArrive_ThenThereAreFewerThan40Refusals()
    {
        await using var kit = Kit(_ => StubApi.RateLimited(1, "user"), out var api);
        var rest = kit.Get<InteractionRest>();

        var answers =
            Enumerable.Range(0, 20).Select(i => rest.RespondAsync(kit.Target($"token{i}", (ulong)i), Body, BotKit.Cancelled)).ToList();
        while (!answers.TrueForAll(answer => answer.IsCompleted))
        {
            BotKit.Cancelled.ThrowIfCancellationRequested();
            await kit.Time.WaitAsync(wait => wait > TimeSpan.Zero, BotKit.Cancelled);
            kit.Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        Assert.InRange(api.Sent.Count, 1, 39);
        Assert.All(answers, answer => Assert.True(answer.IsCompletedSuccessfully));
    }

    [Fact, Trait("Case", "RE-18")]
    public async Task GivenAnUnknownWebhook_WhenItIsEditedAgain_ThenNothingIsSent()
    {
        await using var kit = Kit(_ => StubApi.Error(HttpStatusCode.NotFound, 10015), out var api);
        var rest = kit.Get<InteractionRest>();

        await rest.EditOriginalAsync(kit.Target("a"), Body, BotKit.Cancelled);
        await rest.FollowUpAsync(kit.Target("a"), Body, BotKit.Cancelled);

        Assert.Single(api.Sent);
    }

    [Theory, Trait("Case", "HE-15")]
    [InlineData(10008), InlineData(10015), InlineData(10062)]
    public async Task GivenARequestThatOvertookTheFirstResponse_WhenDiscordDoesNotKnowIt_ThenItIsSentAgainUntilItDoes(int code)
    {
        await using var kit = Kit(
            sent => sent.Number < 3 ? StubApi.Error(HttpStatusCode.NotFound, code) : new HttpResponseMessage(HttpStatusCode.NoContent),
            out var api);
        var target = kit.Target() with { MayOvertake = true };
        var deleting = kit.Get<InteractionRest>().DeleteOriginalAsync(target, BotKit.Cancelled);
        await AdvanceAfterPauseAsync(kit, TimeSpan.FromMilliseconds(100));
        await AdvanceAfterPauseAsync(kit, TimeSpan.FromMilliseconds(200));

        var result = await deleting;

        Assert.Equal((RestOutcome.Done, 3), (result.Outcome, api.Sent.Count));
    }

    [Fact, Trait("Case", "HE-15")]
    public async Task GivenARequestThatOvertookTheFirstResponse_WhenDiscordNeverKnowsIt_ThenAfterThreeSecondsTheWebhookIsBarred()
    {
        await using var kit = Kit(_ => StubApi.Error(HttpStatusCode.NotFound, 10015), out var api);
        var rest = kit.Get<InteractionRest>();
        var target = kit.Target() with { MayOvertake = true };
        var following = rest.FollowUpAsync(target, Body, BotKit.Cancelled);
        foreach (var pause in new[] { 100, 200, 400, 800, 1_600 })
        {
            await AdvanceAfterPauseAsync(kit, TimeSpan.FromMilliseconds(pause));
        }

        var results = new[] { await following, await rest.EditOriginalAsync(target, Body, BotKit.Cancelled) };

        Assert.Equal([RestOutcome.Gone, RestOutcome.GivenUp], results.Select(result => result.Outcome));
        Assert.Equal(6, api.Sent.Count);
    }

    [Fact, Trait("Case", "RE-20")]
    public async Task GivenABrokenConnection_WhenTheRepeatedCallbackIsAlreadyAcknowledged_ThenItIsDone()
    {
        await using var kit = Kit(
            sent => sent.Number == 1
                ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : StubApi.Error(HttpStatusCode.BadRequest, 40060),
            out var api);

        var result = await kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);

        Assert.Equal((RestOutcome.Done, 2), (result.Outcome, api.Sent.Count));
    }

    [Theory, Trait("Case", "RE-20"), Trait("Case", "RE-37")]
    [InlineData(false), InlineData(true)]
    public async Task GivenARepeatedCallback_WhenItIsAlreadyAcknowledged_ThenNothingWarns(bool isFailure)
    {
        await using var kit = Kit(
            sent => sent.Number > 1 ? StubApi.Error(HttpStatusCode.BadRequest, 40060)
                : isFailure ? StubApi.Error(HttpStatusCode.BadGateway, 0) : throw new HttpRequestException(HttpRequestError.ResponseEnded),
            out _);

        var responding = kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);
        if (isFailure)
        {
            await AdvanceAfterPauseAsync(kit, TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal(RestOutcome.Done, (await responding).Outcome);
        Assert.DoesNotContain(kit.Log.Lines, line => line.Contains("40060", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IN-09")]
    public async Task GivenACallbackThatWasSentOnce_WhenItIsAlreadyAcknowledged_ThenThatIsSaid()
    {
        await using var kit = Kit(_ => StubApi.Error(HttpStatusCode.BadRequest, 40060), out var api);

        var result = await kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);

        Assert.Equal((RestOutcome.AlreadyAcknowledged, 1), (result.Outcome, api.Sent.Count));
    }

    [Theory, Trait("Case", "RE-20")]
    [InlineData(HttpRequestError.ResponseEnded), InlineData(HttpRequestError.Unknown)]
    public async Task GivenBrokenConnections_WhenACallbackIsSent_ThenItIsRepeatedOnce(HttpRequestError error)
    {
        await using var kit = Kit(_ => throw new HttpRequestException(error), out var api);

        var result = await kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);

        Assert.Equal((RestOutcome.Failed, 2), (result.Outcome, api.Sent.Count));
    }

    [Fact, Trait("Case", "RE-36")]
    public async Task GivenRefusedConnections_WhenACallbackIsSent_ThenItIsRepeatedWithLongerPausesWhileThereIsTime()
    {
        await using var kit = Kit(_ => throw new HttpRequestException(HttpRequestError.ConnectionError), out var api);

        var responding = kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);
        foreach (var pause in new[] { 100, 200, 400, 800 })
        {
            await AdvanceAfterPauseAsync(kit, TimeSpan.FromMilliseconds(pause));
        }

        Assert.Equal((RestOutcome.Failed, 6), ((await responding).Outcome, api.Sent.Count));
    }

    [Theory, Trait("Case", "RE-35"), Trait("Case", "RE-36")]
    [InlineData(2), InlineData(4), InlineData(9.9)]
    public async Task GivenALateConfirmation_WhenACallbackIsSent_ThenOnePostLeavesAndItIsDone(double seconds)
    {
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.NoContent), out var api);
        api.Late = TimeSpan.FromSeconds(seconds);

        var responding = kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);
        await kit.Time.PassAsync(TimeSpan.FromSeconds(seconds), BotKit.Cancelled);

        Assert.Equal((RestOutcome.Done, 1), ((await responding).Outcome, api.Sent.Count));
        Assert.DoesNotContain(kit.Log.Lines, line => !line.StartsWith("Debug", StringComparison.Ordinal));
    }

    [Theory, Trait("Case", "IN-42")]
    [InlineData("""{"interaction":{"id":"1","type":2},"resource":{"type":4,"message":{"id":"9007199254740993"}}}""", 9007199254740993UL)]
    [InlineData("", null), InlineData("""{"resource":[]}""", null), InlineData("""{"resource":{"message":{"id":5}}}""", null)]
    public async Task GivenAnAnswerToACallback_WhenItNamesTheMessage_ThenItsIdIsKnown(string answer, ulong? id)
    {
        var status = answer.Length > 0 ? HttpStatusCode.OK : HttpStatusCode.NoContent;
        await using var kit = Kit(_ => StubApi.Json(answer, status), out _);

        var result = await kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);

        Assert.Equal((RestOutcome.Done, id), (result.Outcome, result.MessageId));
    }

    [Theory, Trait("Case", "RE-21")]
    [InlineData(HttpRequestError.ResponseEnded, 1), InlineData(HttpRequestError.Unknown, 1),
        InlineData(HttpRequestError.ConnectionError, 2)]
    public async Task GivenABrokenConnection_WhenAFollowUpWasSent_ThenItIsRepeatedOnlyIfItSurelyDidNotLeave(
        HttpRequestError error, int requests)
    {
        await using var kit = Kit(_ => throw new HttpRequestException(error), out var api);

        var result = await kit.Get<InteractionRest>().FollowUpAsync(kit.Target(), Body, BotKit.Cancelled);

        Assert.Equal((RestOutcome.Failed, requests), (result.Outcome, api.Sent.Count));
    }

    [Fact, Trait("Case", "RE-26")]
    public async Task GivenAServerThatNeverAnswers_WhenACallbackIsSent_ThenAfterTenSecondsNobodyKnowsAndItIsNotRepeated()
    {
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.Continue), out var api);

        var asked = kit.Get<InteractionRest>().RespondAsync(kit.Target(), Body, BotKit.Cancelled);
        await kit.Time.PassAsync(TimeSpan.FromSeconds(10), BotKit.Cancelled);

        Assert.Equal((RestOutcome.Unconfirmed, 1), ((await asked).Outcome, api.Sent.Count));
    }

    [Fact, Trait("Case", "RE-32")]
    public async Task GivenTheLogAtTrace_WhenRequestsAreSentRefusedAndBroken_ThenItHoldsNoToken()
    {
        const string Secret = "aW50ZXJhY3Rpb24tdG9rZW4tc2VjcmV0";
        await using var kit = Kit(sent => (sent.Method == HttpMethod.Put ? 3 : sent.Number % 3) switch
        {
            3 => StubApi.Error(HttpStatusCode.BadRequest, 50035, $"bad {BotKit.Token}"),
            0 => throw new HttpRequestException($"broken {sent.Uri}"),
            1 => StubApi.Error(HttpStatusCode.BadRequest, 50035, $"bad {Secret} {BotKit.Token}"),
            _ => StubApi.Json("{}"),
        }, out var api);
        var rest = kit.Get<InteractionRest>();

        foreach (var _ in Enumerable.Range(0, 6))
        {
            await rest.RespondAsync(kit.Target(Secret), Body, BotKit.Cancelled);
            await rest.FollowUpAsync(kit.Target(Secret), Body, BotKit.Cancelled);
        }

        await kit.Get<ApplicationRest>().PutCommandsAsync(new CommandScope(2, null), [], BotKit.Cancelled);
        Assert.True(api.Sent.Count > 12);
        Assert.NotEmpty(kit.Log.Lines);
        Assert.DoesNotContain(Secret, kit.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(BotKit.Token, kit.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, kit.Target(Secret).ToString(), StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "RE-29")]
    public async Task GivenFiles_WhenTheyAreSent_ThenThePartsAreNamedAndListed()
    {
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.NoContent), out var api);
        var body = Body with { Files = [new MessageFile("a.txt", "one"u8.ToArray()), new MessageFile("a.txt", "two"u8.ToArray())] };

        await kit.Get<InteractionRest>().RespondAsync(kit.Target(), body, BotKit.Cancelled);

        var sent = Assert.Single(api.Sent);
        Assert.StartsWith("multipart/form-data; boundary=", sent.Content?.ContentType?.ToString(), StringComparison.Ordinal);
        Assert.Contains("name=payload_json", sent.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"files[0]\"; filename=\"a.txt\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"files[1]\"; filename=\"1-a.txt\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\"attachments\":[{\"id\":\"0\",\"filename\":\"a.txt\"},{\"id\":\"1\",\"filename\":\"1-a.txt\"}]", sent.Body,
            StringComparison.Ordinal);
    }

    [Theory, Trait("Case", "RE-30")]
    [InlineData("a\"b\r\nc.txt", "a_b__c.txt"), InlineData("../../etc/passwd", "passwd"), InlineData("C:\\x\\..\\y.md", "y.md"),
        InlineData("...", "file")]
    public void GivenAnOddFileName_WhenItIsSent_ThenItIsClean(string name, string clean) =>
        Assert.Equal(clean, BodyContent.CleanName(name));

    [Fact, Trait("Case", "RE-30")]
    public void GivenAFileNameOf300Characters_WhenItIsSent_ThenItIsShortAndKeepsItsKind()
    {
        var clean = BodyContent.CleanName(new string('n', 300) + ".pdf");

        Assert.Equal((100, true), (clean.Length, clean.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    [Fact, Trait("Case", "RE-31")]
    public async Task GivenAFileOverTheLimit_WhenItWouldBeSent_ThenTheAnswerGoesWithoutIt()
    {
        await using var kit = Kit(_ => new HttpResponseMessage(HttpStatusCode.NoContent), out var api);

        await kit.Get<InteractionRest>().RespondAsync(
            kit.Target(), Body with { Files = [new MessageFile("a.txt", new byte[11])], MaxFileBytes = 10 }, BotKit.Cancelled);

        var sent = Assert.Single(api.Sent);
        Assert.Equal("application/json", sent.Content?.ContentType?.ToString());
        Assert.False(JsonDocument.Parse(sent.Body).RootElement.GetProperty("data").TryGetProperty("attachments", out _));
    }

    private static async Task AdvanceAfterPauseAsync(BotKit kit, TimeSpan pause)
    {
        await kit.Time.WaitAsync(wait => wait == pause, BotKit.Cancelled);
        kit.Time.Advance(pause);
    }

    private static BotKit Kit(Func<SentRequest, HttpResponseMessage> answer, out StubApi api)
    {
        api = new StubApi(answer);
        var kit = new BotKit(api);
        api.Time = kit.Time;
        return kit;
    }
}
