using System.Text;
using System.Text.Json.Nodes;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Discord.Tests.Rendering;

namespace NotesBot.Discord.Tests.Interactions;

public sealed class CommandAnswerTests : IDisposable
{
    private static readonly TimeSpan FirstResponse = TimeSpan.FromMilliseconds(1_500);
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact, Trait("Case", "IN-01"), Trait("Case", "MC-26")]
    public async Task GivenAFastCommand_WhenItArrives_ThenOneCallbackHoldsTheAnswer()
    {
        var sent = await _scene.AnswerToAsync(Payload.Command("find", ("query", "drift")));

        Assert.True(sent.IsCallback);
        Assert.Equal((4, false), (sent.Type, sent.IsPrivate));
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
        Assert.Equal("drift", _scene.Find.Asked!.Text("query"));
    }

    [Fact, Trait("Case", "IN-02"), Trait("Case", "IN-04"), Trait("Case", "IN-05"), Trait("Case", "MC-24")]
    public async Task GivenASlowCommand_WhenItArrives_ThenItIsDeferredInTimeAndEditedLater()
    {
        var (deferred, edit) = await SlowAsync(Payload.Command(), FakeCommand.Text("late"));

        Assert.Equal("""{"type":5}""", deferred.Body.GetRawText());
        Assert.True(edit.IsEdit);
        Assert.Equal(1 << 15, edit.Body.GetProperty("flags").GetInt32());
        Assert.Equal("late", SentMessage.Of(edit.Body).Text);
        Assert.Empty(SentMessage.Of(edit.Body).Faults(BodyKind.Edit));
        Assert.Empty(_scene.Discord.Rest());
    }

    [Fact, Trait("Case", "IN-03")]
    public async Task GivenASlowCommandAskedPrivately_WhenItIsDeferred_ThenTheFlagIsPrivateAlone()
    {
        var (deferred, _) = await SlowAsync(Payload.Command("find", ("private", true)), FakeCommand.Text("late"));

        Assert.Equal("""{"type":5,"data":{"flags":64}}""", deferred.Body.GetRawText());
    }

    [Fact, Trait("Case", "SA-23")]
    public async Task GivenASlowCommandOfTheOwnerWithoutAWish_WhenItIsDeferred_ThenItIsPrivate()
    {
        _scene.Secret.OnInvoke = (_, token) => new TaskCompletionSource<Reply>().Task.WaitAsync(token);

        _ = _scene.HandleAsync(Payload.Command("secret"));
        await _scene.AdvanceAsync(FirstResponse);

        Assert.True((await _scene.Discord.NextAsync()).IsPrivate);
    }

    [Fact, Trait("Case", "IN-06")]
    public async Task GivenACommandThatTakesTooLong_WhenItEnds_ThenNothingIsSentAndOneLineIsLogged()
    {
        var never = new TaskCompletionSource<Reply>();
        _scene.Find.OnInvoke = (_, _) => never.Task;
        var handling = _scene.HandleAsync(Payload.Command());
        await _scene.AdvanceAsync(FirstResponse);
        await _scene.UntilLoggedAsync("first response");

        while (!handling.IsCompleted)
        {
            _scene.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal(5, Assert.Single(_scene.Discord.Rest()).Type);
        Assert.Single(_scene.Log, line => line.Contains("took longer than Discord waits", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IN-07"), Trait("Case", "SA-30")]
    public async Task GivenACommandThatFails_WhenItIsAnswered_ThenOneSentenceHasTheIdThatTheLogHas()
    {
        _scene.Find.OnInvoke = (_, _) => throw new InvalidOperationException("/secret/path");

        var text = SentMessage.Of((await _scene.AnswerToAsync(Payload.Command())).Data).Text;

        var id = text.Split(' ')[^1].TrimEnd('.');
        Assert.DoesNotContain("/secret/path", text);
        Assert.Contains(_scene.Log, line => line.Contains(id, StringComparison.Ordinal)
            && line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
        Assert.DoesNotContain(_scene.Log, line => line.Contains("/secret/path", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IN-07")]
    public async Task GivenACommandThatFailsLate_WhenItIsAnswered_ThenTheSentenceTakesThePlaceOfTheWaiting()
    {
        var gate = new TaskCompletionSource<Reply>();
        _scene.Find.OnInvoke = (_, _) => gate.Task;
        var handling = _scene.HandleAsync(Payload.Command());
        await _scene.AdvanceAsync(FirstResponse);
        await _scene.Discord.NextAsync();

        gate.SetException(new InvalidOperationException("x"));
        await handling;

        Assert.True(Assert.Single(_scene.Discord.Rest()).IsEdit);
    }

    [Fact, Trait("Case", "IN-08")]
    public async Task GivenAnInteractionThatIsOver_WhenItIsAnswered_ThenItIsLoggedWithItsAgeAndNotRepeated()
    {
        _scene.Discord.Answer(404, 10062);

        await _scene.AnswerToAsync(Payload.Command());

        Assert.Contains(_scene.Log, line => line.Contains("10062", StringComparison.Ordinal)
            && line.Contains(" ms after it arrived", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IN-09")]
    public async Task GivenAnAcknowledgedInteraction_WhenItIsAnswered_ThenTheAnswerIsAnEdit()
    {
        _scene.Discord.Answer(400, 40060);

        await _scene.HandleAsync(Payload.Command());

        var sent = _scene.Discord.Rest();
        Assert.Equal([true, false], sent.Select(request => request.IsCallback));
        Assert.Equal("found", SentMessage.Of(sent[1].Body).Text);
    }

    [Theory, Trait("Case", "IN-10"), Trait("Case", "IN-43")]
    [InlineData(401, 50027)]
    [InlineData(404, 10008)]
    public async Task GivenAnEditThatIsRefused_WhenTheMessageOrTokenIsGone_ThenItIsDropped(int status, int code)
    {
        var gate = new TaskCompletionSource<Reply>();
        _scene.Find.OnInvoke = (_, _) => gate.Task;
        var handling = _scene.HandleAsync(Payload.Command());
        await _scene.AdvanceAsync(FirstResponse);
        await _scene.Discord.NextAsync();
        _scene.Discord.Answer(status, code);

        gate.SetResult(FakeCommand.Text("late"));
        await handling;

        Assert.True(Assert.Single(_scene.Discord.Rest()).IsEdit);
    }

    [Fact, Trait("Case", "IN-11")]
    public async Task GivenADirectMessage_WhenItArrives_ThenItIsAnswered()
    {
        var sent = await _scene.AnswerToAsync(Payload.Command().InDirectMessage());

        Assert.Equal(4, sent.Type);
        Assert.True(_scene.Find.Asked!.Asker.IsOwner);
    }

    [Theory]
    [InlineData(1UL << 11 | 1UL << 50, false)]
    [InlineData(1UL << 11, true)]
    [InlineData(1UL << 50, true)]
    [Trait("Case", "IN-13"), Trait("Case", "IN-14")]
    public async Task GivenAUserInstall_WhenThePersonMayNotWriteOrUseSuchBots_ThenTheAnswerIsPrivate(ulong permissions, bool isPrivate)
    {
        var sent = await _scene.AnswerToAsync(Payload.Command("find", ("private", false)).ByUserInstall(permissions));

        Assert.Equal(isPrivate, sent.IsPrivate);
        Assert.Equal(isPrivate, _scene.Find.Asked!.Asker.Visibility!.IsPrivate(wish: null));
    }

    [Fact, Trait("Case", "IN-12")]
    public async Task GivenAUserInstall_WhenItIsAnsweredLate_ThenNoFollowUpIsNeeded()
    {
        var (_, edit) = await SlowAsync(Payload.Command().ByUserInstall(1UL << 11 | 1UL << 50), FakeCommand.Text("late"));

        Assert.False(edit.IsFollowUp);
    }

    [Theory]
    [InlineData(ReplyVisibility.Public, null, null, false)]
    [InlineData(ReplyVisibility.Private, null, null, true)]
    [InlineData(ReplyVisibility.Private, false, null, false)]
    [InlineData(ReplyVisibility.Public, true, null, true)]
    [InlineData(ReplyVisibility.Public, null, true, true)]
    [Trait("Case", "SA-24")]
    public async Task GivenAVisibility_WhenACommandIsAnswered_ThenItHolds(ReplyVisibility configured, bool? option, bool? reply,
        bool isPrivate)
    {
        using var scene = new Scene(configured);
        scene.Find.OnInvoke = (_, _) => Task.FromResult(FakeCommand.Text("x") with { Private = reply });

        var sent = await scene.AnswerToAsync(option is null ? Payload.Command() : Payload.Command("find", ("private", option.Value)));

        Assert.Equal(isPrivate, sent.IsPrivate);
    }

    [Theory, Trait("Case", "IN-36")]
    [InlineData("de")]
    [InlineData("xx")]
    [InlineData(null)]
    public async Task GivenALocale_WhenACommandArrives_ThenTheCommandIsTold(string? locale)
    {
        await _scene.AnswerToAsync(Payload.Command().With("locale", locale));

        Assert.Equal(locale, _scene.Find.Asked!.Asker.Locale);
    }

    [Theory, Trait("Case", "IN-33")]
    [InlineData("""{"type":99}""", 0)]
    [InlineData("""{"data":{"name":"nobody","type":1}}""", 1)]
    [InlineData("""{"data":{"name":"find","options":[{"name":"query","type":77,"value":{"a":1}}]}}""", 1)]
    [InlineData("""{"data":{"name":"find","options":[{"type":1,"options":"x"},5,null]}}""", 1)]
    [InlineData("""{"data":[]}""", 1)]
    public async Task GivenUnknownThings_WhenTheyArrive_ThenThereIsOneAnswerOrNone(string changes, int answers)
    {
        var payload = Payload.Command();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            payload[name] = value?.DeepClone();
        }

        await _scene.HandleAsync(payload);

        Assert.Equal(answers, _scene.Discord.Rest().Count);
    }

    [Theory, Trait("Case", "IN-34")]
    [InlineData("entitlements", "5")]
    [InlineData("guild", "[]")]
    [InlineData("channel", "\"x\"")]
    [InlineData("authorizing_integration_owners", "[1]")]
    [InlineData("app_permissions", "{}")]
    [InlineData("guild_locale", "7")]
    [InlineData("message", "\"m\"")]
    [InlineData("something_new", "{\"a\":[[[]]]}")]
    public async Task GivenOddShapes_WhenTheyArrive_ThenTheyAreIgnored(string name, string value)
    {
        Assert.Equal(4, (await _scene.AnswerToAsync(Payload.Command().With(name, JsonNode.Parse(value)))).Type);
    }

    [Fact, Trait("Case", "IN-34"), Trait("Case", "SA-08")]
    public async Task GivenHalfACharacter_WhenItArrives_ThenItIsLeftOut()
    {
        await _scene.HandleAsync(Payload.Command("find", ("query", "XX")).ToJsonString().Replace("XX", "dr\\ud83dift \\u00fc \\n",
            StringComparison.Ordinal));

        Assert.Equal("drift ü \n", _scene.Find.Asked!.Options["query"]);
    }

    [Fact, Trait("Case", "IN-35")]
    public async Task GivenAnotherApplication_WhenItsInteractionArrives_ThenItIsDroppedWithAWarning()
    {
        await _scene.HandleAsync(Payload.Command().With("application_id", "999"));

        Assert.Empty(_scene.Discord.Rest());
        Assert.Contains(_scene.Log, line => line.StartsWith("Warning", StringComparison.Ordinal)
            && line.Contains("999", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IN-37")]
    public async Task GivenTwoHundredAtOnce_WhenTheyArrive_ThenEachIsAnswered()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _scene.HandleAsync(Payload.Command().By(1_000 + (ulong)i))));

        var sent = _scene.Discord.Rest();
        Assert.Equal((200, 200), (sent.Count, sent.Select(request => request.Path).Distinct().Count()));
    }

    [Theory, Trait("Case", "IN-40")]
    [InlineData("""{"content":""}""")]
    [InlineData("""{"content":"<@1> https://a.example <:smile:5> 🎉 ||**__`` ``__**||"}""")]
    [InlineData("""{"components":[{"type":1,"components":[{"type":2,"style":1,"label":"Next","custom_id":"n"}]}]}""")]
    [InlineData("null")]
    public async Task GivenAMessageWithoutText_WhenAskedOnIt_ThenTheCommandIsToldNothing(string message)
    {
        var sent = await _scene.AnswerToAsync(Payload.Menu(JsonNode.Parse(message)?.AsObject()));

        Assert.Equal(4, sent.Type);
        Assert.Null(_scene.Menu.Asked!.Text("query"));
    }

    [Fact]
    public async Task GivenAMessageWithText_WhenAskedOnIt_ThenTheTextIsTheQuery()
    {
        await _scene.AnswerToAsync(Payload.Menu(new JsonObject { ["content"] = "What is drift?" }));

        Assert.Equal(("What is drift?", CommandKind.Message), (_scene.Menu.Asked!.Text("query"), _scene.Menu.Asked.Kind));
    }

    [Theory]
    [Trait("Case", "IN-46")]
    [InlineData("""{"content":"","embeds":[{"title":"Concept drift","description":"why models age","fields":[{"name":"Where","value":"week 3"}]}]}""",
        "Concept drift why models age Where week 3")]
    [Trait("Case", "IN-47")]
    [InlineData("""{"flags":32768,"components":[{"type":17,"components":[{"type":9,"components":[{"type":10,"content":"# Drift"}],"accessory":"""
        + """{"type":2,"style":1,"label":"Open","custom_id":"o"}},{"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"m"}]}]},"""
        + """{"type":10,"content":"of models"}]}""", "Drift of models")]
    [Trait("Case", "IN-48")]
    [InlineData("""{"content":"","flags":16384,"message_reference":{"type":1},"message_snapshots":[{"message":{"content":"What is"""
        + """ drift?","embeds":[{"title":"Models"}],"components":[{"type":10,"content":"age"}]}}]}""", "What is drift? Models age")]
    [Trait("Case", "IN-49")]
    [InlineData("""{"content":"","poll":{"question":{"text":"Which drift?"},"answers":[{"answer_id":1,"poll_media":{"text":"data"}},"""
        + """{"answer_id":2,"poll_media":{"text":"concept"}}]}}""", "Which drift? data concept")]
    public async Task GivenAMessageWhoseWordsStandElsewhere_WhenAskedOnIt_ThenTheyAreTheQuery(string message, string query)
    {
        await _scene.AnswerToAsync(Payload.Menu(JsonNode.Parse(message)!.AsObject()));

        Assert.Equal(query, _scene.Menu.Asked!.Text("query"));
    }

    [Theory, Trait("Case", "IN-50")]
    [InlineData("**What** is *concept* __drift__ ~~really~~ ||here||?", "What is concept drift really here?")]
    [InlineData("***bold*** _a_ snake_case_name", "bold a snake_case_name")]
    [InlineData("# Title\n> quoted\n>>> all\n-# small\n- item\n1. one", "Title quoted all small item one")]
    [InlineData("```python\nfit(x_train)\n```\nand `k_means`", "fit(x_train) and k_means")]
    [InlineData("see [the page](https://a.example/x_(y) \"t\") or <https://b.example> https://c.example/a?b=c", "see the page or")]
    [InlineData("<@1> <@!2> <@&3> <#4> @everyone @here </find:5> <id:browse> drift <t:1618953630:R> <:n:1> <a:n:1>", "drift")]
    [InlineData("1 \\* 2 \\_ 3", "1 * 2 _ 3")]
    [InlineData("a < b and x * y", "a < b and x * y")]
    public async Task GivenMarkup_WhenAskedOnIt_ThenOnlyTheWordsStay(string content, string query)
    {
        await _scene.AnswerToAsync(Payload.Menu(new JsonObject { ["content"] = content }));

        Assert.Equal(query, _scene.Menu.Asked!.Text("query"));
    }

    [Fact, Trait("Case", "IN-50")]
    public async Task GivenMarkupWithoutEnd_WhenAskedOnIt_ThenItIsAnsweredInTime()
    {
        var content = string.Concat(Enumerable.Repeat("**_[`<||", 2_000));

        Assert.Equal(4, (await _scene.AnswerToAsync(Payload.Menu(new JsonObject { ["content"] = content }))).Type);
    }

    [Theory, Trait("Case", "IN-45"), Trait("Case", "RE-35")]
    [InlineData(true), InlineData(false)]
    public async Task GivenADeferralThatIsConfirmedLateOrNever_WhenTheAnswerIsReady_ThenOneEditFollowsAndNotBefore(bool isConfirmed)
    {
        var found = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _scene.Find.OnInvoke = (_, _) => found.Task;
        _scene.Discord.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handling = _scene.HandleAsync(Payload.Command());
        await _scene.AdvanceAsync(TimeSpan.FromMilliseconds(1_500));
        var deferral = await _scene.Discord.NextAsync();
        found.SetResult(FakeCommand.Text("late"));

        _scene.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(_scene.Discord.Rest());
        if (isConfirmed)
        {
            _scene.Discord.Held.SetResult();
        }
        else
        {
            _scene.Time.Advance(TimeSpan.FromSeconds(8));
        }

        await handling;
        Assert.Equal(5, deferral.Type);
        Assert.True(Assert.Single(_scene.Discord.Rest()).IsEdit);
        Assert.DoesNotContain(_scene.Log, line => line.Contains("did not get through", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IN-44")]
    public async Task GivenThirtyCommandsOfOnePerson_WhenTheyArrive_ThenTheLastGetASentenceAndOthersAreServed()
    {
        for (var i = 0; i < 30; i++)
        {
            await _scene.HandleAsync(Payload.Command());
        }

        var sent = _scene.Discord.Rest();
        Assert.Equal(5, sent.Count(request => request.IsPrivate
            && SentMessage.Of(request.Data).Text.StartsWith("That was a lot", StringComparison.Ordinal)));
        Assert.Equal("found", SentMessage.Of((await _scene.AnswerToAsync(Payload.Command().By(Scene.Ben))).Data).Text);
        _scene.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("found", SentMessage.Of((await _scene.AnswerToAsync(Payload.Command())).Data).Text);
    }

    [Fact, Trait("Case", "MC-38")]
    public async Task GivenAnAnswerThatDiscordCannotDigest_WhenItFails_ThenOneShorterClassicOneGoesOut()
    {
        _scene.Discord.Answer(500);

        await _scene.HandleAsync(Payload.Command());

        var sent = _scene.Discord.Rest();
        Assert.Equal(2, sent.Count);
        Assert.Equal("found", sent[1].Data.GetProperty("content").GetString());
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent[1].Body));
    }

    [Fact, Trait("Case", "MC-38")]
    public async Task GivenTwoFailures_WhenItFailsAgain_ThenThatIsAll()
    {
        _scene.Discord.Answer(500);
        _scene.Discord.Answer(500);
        _scene.Discord.Answer(500);

        await _scene.HandleAsync(Payload.Command());

        Assert.Equal(2, _scene.Discord.Rest().Count);
    }

    [Fact]
    public async Task GivenAFilterThatRefuses_WhenItIsAnswered_ThenThePersonIsToldWithoutThePassage()
    {
        _scene.Discord.Answer(403, 200000);

        await _scene.HandleAsync(Payload.Command());

        Assert.StartsWith("A filter of this place", _scene.Discord.Rest()[1].Data.GetProperty("content").GetString());
    }

    [Fact, Trait("Case", "LR-14")]
    public async Task GivenTooMuchToDo_WhenRefused_ThenASentenceGoesOutWithoutASearch()
    {
        var received = new ReceivedInteraction(Encoding.UTF8.GetBytes(Payload.Command().ToJsonString()),
            _scene.Time.GetTimestamp(), _scene.Rest);

        await _scene.Handler.RefuseAsync(received, TestLimit.Token);

        Assert.True(Assert.Single(_scene.Discord.Rest()).IsPrivate);
        Assert.Null(_scene.Find.Asked);
    }

    [Fact, Trait("Case", "RE-32"), Trait("Case", "SA-29")]
    public async Task GivenAnyAnswer_WhenItIsLogged_ThenNeitherTokensNorWordsAreInTheLog()
    {
        _scene.Discord.Answer(500);

        await _scene.HandleAsync(Payload.Command("find", ("query", "what-was-asked")));
        await _scene.HandleAsync("no json");

        Assert.NotEmpty(_scene.Log);
        Assert.DoesNotContain(_scene.Log, line => line.Contains("interaction-token", StringComparison.Ordinal)
            || line.Contains("what-was-asked", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "SA-23")]
    public async Task GivenSomebodyElse_WhenTheyAsk_ThenTheyAreNotTheOwner()
    {
        await _scene.AnswerToAsync(Payload.Command().By(Scene.Ben));

        Assert.False(_scene.Find.Asked!.Asker.IsOwner);
    }

    private async Task<(Request Deferred, Request Edit)> SlowAsync(JsonObject payload, Reply reply)
    {
        var gate = new TaskCompletionSource<Reply>();
        _scene.Find.OnInvoke = (_, _) => gate.Task;
        var handling = _scene.HandleAsync(payload);
        await _scene.AdvanceAsync(FirstResponse);
        var deferred = await _scene.Discord.NextAsync();
        gate.SetResult(reply);
        await handling;
        return (deferred, await _scene.Discord.NextAsync());
    }
}
