using System.Text.Json.Nodes;
using NotesBot.Commands;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Discord.Tests.Rendering;

namespace NotesBot.Discord.Tests.Interactions;

public sealed class PressAnswerTests : IDisposable
{
    private const int Private = 1 << 15 | 64;
    private static readonly ReplyForm Form = new("Ask again", new ActionState(ActionKind.AskAgain), [new FormField("query",
        "What?", "Words", 500)]);
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact, Trait("Case", "IN-26"), Trait("Case", "MC-23")]
    public async Task GivenAPageButton_WhenTheAskerPresses_ThenTheMessageChanges()
    {
        var sent = await _scene.AnswerToAsync(Payload.Button());

        Assert.Equal(7, sent.Type);
        Assert.Equal(1 << 15, sent.Data.GetProperty("flags").GetInt32());
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
        Assert.Equal(1, _scene.Find.Pressed!.State.Page);
    }

    [Fact, Trait("Case", "IN-26")]
    public async Task GivenASlowPage_WhenTheAskerPresses_ThenItIsAcknowledgedAndEdited()
    {
        var (deferred, later) = await SlowAsync(Payload.Button(), FakeCommand.Text("page") with { Delivery = Delivery.Update });

        Assert.Equal("""{"type":6}""", deferred.Body.GetRawText());
        Assert.True(later.IsEdit);
        Assert.False(later.Body.TryGetProperty("content", out _));
    }

    [Theory, Trait("Case", "IN-27"), Trait("Case", "SA-15"), Trait("Case", "SA-16")]
    [InlineData("n0.old")]
    [InlineData("otherbot:page:2")]
    [InlineData("")]
    [InlineData("n1.'; DROP TABLE notes; --")]
    [InlineData("n1.../../etc/passwd")]
    [InlineData("n1.-1000000000")]
    public async Task GivenACustomIdThatIsNotOurs_WhenItArrives_ThenThereIsOnePrivateSentence(string customId)
    {
        var sent = await _scene.AnswerToAsync(Payload.Press(customId));

        Assert.Equal((4, true), (sent.Type, sent.IsPrivate));
        Assert.Null(_scene.Find.Pressed);
    }

    [Theory, Trait("Case", "IN-27"), Trait("Case", "SA-16")]
    [InlineData("""{"custom_id":5}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task GivenNoCustomId_WhenItArrives_ThenThereIsOnePrivateSentence(string data)
    {
        var sent = await _scene.AnswerToAsync(Payload.Press("x").With("data", JsonNode.Parse(data)));

        Assert.True(sent.IsPrivate);
    }

    [Fact, Trait("Case", "IN-28"), Trait("Case", "SA-24")]
    public async Task GivenAPublicAnswer_WhenSomebodyElsePresses_ThenTheyGetAPrivateCopy()
    {
        var sent = await _scene.AnswerToAsync(Payload.Button(askedBy: Scene.Anna).By(Scene.Ben));

        Assert.Equal((4, true), (sent.Type, sent.IsPrivate));
        Assert.False(_scene.Find.Pressed!.Asker.Visibility!.ByWhoAsked);
    }

    [Fact, Trait("Case", "IN-28")]
    public async Task GivenAPublicAnswer_WhenSomebodyElsePressesAndItIsSlow_ThenTheCopyIsPrivateFromTheBeginning()
    {
        var (deferred, later) = await SlowAsync(Payload.Button().By(Scene.Ben),
            FakeCommand.Text("page") with { Delivery = Delivery.Update });

        Assert.Equal("""{"type":5,"data":{"flags":64}}""", deferred.Body.GetRawText());
        Assert.True(later.IsEdit);
    }

    [Fact, Trait("Case", "SA-24")]
    public async Task GivenAPrivateAnswer_WhenPressed_ThenItChangesAndNewMessagesArePrivate()
    {
        var update = await _scene.AnswerToAsync(Payload.Button(flags: Private));
        _scene.Find.OnPress = (_, _) => Task.FromResult(FakeCommand.Text("new"));
        var message = await _scene.AnswerToAsync(Payload.Button(flags: Private));

        Assert.Equal(7, update.Type);
        Assert.Equal((4, true), (message.Type, message.IsPrivate));
        Assert.True(_scene.Find.Pressed!.Asker.Visibility!.OnPrivate);
    }

    [Fact]
    public async Task GivenAPrivateAnswer_WhenShared_ThenANewPublicMessageAppears()
    {
        _scene.Find.OnPress = (_, _) => Task.FromResult(FakeCommand.Text("shared") with { Private = false });

        var sent = await _scene.AnswerToAsync(Payload.Button(ActionKind.Share, flags: Private));

        Assert.Equal((4, false), (sent.Type, sent.IsPrivate));
    }

    [Fact]
    public async Task GivenAPrivateAnswer_WhenSharedSlowly_ThenTheWaitingIsPublicToo()
    {
        var (deferred, later) = await SlowAsync(Payload.Button(ActionKind.Share, flags: Private),
            FakeCommand.Text("shared") with { Private = false });

        Assert.Equal("""{"type":5}""", deferred.Body.GetRawText());
        Assert.True(later.IsEdit);
    }

    [Fact]
    public async Task GivenADeleteButton_WhenTheAskerPresses_ThenTheMessageIsDeleted()
    {
        await _scene.HandleAsync(Payload.Button(ActionKind.Delete));

        var sent = _scene.Discord.Rest();
        Assert.Equal(6, sent[0].Type);
        Assert.Equal((HttpMethod.Delete, true), (sent[1].Method, sent[1].Path.EndsWith("/messages/@original", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenADeletedMessage_WhenItIsDeletedAgain_ThenThatIsNoFailure()
    {
        _scene.Discord.Answer(204);
        _scene.Discord.Answer(404, 10008);

        await _scene.HandleAsync(Payload.Button(ActionKind.Delete));

        Assert.Equal(2, _scene.Discord.Rest().Count);
        Assert.DoesNotContain(_scene.Log, line => line.Contains("did not get through", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenADeleteButton_WhenSomebodyElsePresses_ThenNothingIsDeleted()
    {
        var sent = await _scene.AnswerToAsync(Payload.Button(ActionKind.Delete).By(Scene.Ben));

        Assert.Equal((4, true), (sent.Type, sent.IsPrivate));
    }

    [Fact, Trait("Case", "IN-29")]
    public async Task GivenASelect_WhenAValueIsChosen_ThenTheCommandIsToldAndOddValuesAreNot()
    {
        var payload = Payload.Button(ActionKind.ShowPassage);
        payload["data"]!["values"] = new JsonArray("../../etc/passwd", 5, null);

        await _scene.AnswerToAsync(payload);

        Assert.Equal(["../../etc/passwd"], _scene.Find.Pressed!.Values);
    }

    [Fact, Trait("Case", "IN-30")]
    public async Task GivenAForm_WhenItIsSent_ThenItsFieldsAreFoundInAnyNesting()
    {
        var components = JsonNode.Parse(
            """
            [{"type":18,"component":{"type":4,"custom_id":"query","value":"drift"}},
             {"type":1,"components":[{"type":4,"custom_id":"old","value":"row"}]},
             {"type":18,"components":[{"component":{"custom_id":"deep","value":"x"}}]}, 7, null]
            """)!.AsArray();

        await _scene.AnswerToAsync(Payload.Form(components));

        Assert.Equal([("deep", "x"), ("old", "row"), ("query", "drift")], _scene.Find.Pressed!.Fields.Select(field => (field.Key,
            field.Value)).Order());
    }

    [Fact]
    public async Task GivenAButtonThatAsksAgain_WhenPressed_ThenAFormOpens()
    {
        _scene.Find.OnPress = (_, _) => Task.FromResult(new Reply([]) { Delivery = Delivery.Form, Form = Form });

        var sent = await _scene.AnswerToAsync(Payload.Button(ActionKind.AskAgain));

        Assert.Equal(9, sent.Type);
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
    }

    [Theory, Trait("Case", "IN-31")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenAForm_WhenTheReplyIsAForm_ThenASentenceGoesOutInstead(bool hasMessage)
    {
        _scene.Find.OnPress = (_, _) => Task.FromResult(new Reply([]) { Delivery = Delivery.Form, Form = Form });

        var sent = await _scene.AnswerToAsync(Payload.Form([], hasMessage));

        Assert.Equal(4, sent.Type);
    }

    [Theory, Trait("Case", "IN-32")]
    [InlineData(Delivery.Update)]
    [InlineData(Delivery.Delete)]
    public async Task GivenAFormWithoutAMessage_WhenTheReplyWouldChangeOne_ThenItIsANewMessage(Delivery delivery)
    {
        _scene.Find.OnPress = (_, _) => Task.FromResult(FakeCommand.Text("x") with { Delivery = delivery });

        Assert.Equal(4, (await _scene.AnswerToAsync(Payload.Form([], hasMessage: false))).Type);
    }

    [Fact, Trait("Case", "IN-32")]
    public async Task GivenACommand_WhenItsReplyWouldChangeAMessage_ThenItIsANewMessage()
    {
        _scene.Find.OnInvoke = (_, _) => Task.FromResult(FakeCommand.Text("x") with { Delivery = Delivery.Update });

        Assert.Equal(4, (await _scene.AnswerToAsync(Payload.Command())).Type);
    }

    [Fact, Trait("Case", "MC-24")]
    public async Task GivenAClassicMessage_WhenItChanges_ThenItsTextIsTakenAway()
    {
        var sent = await _scene.AnswerToAsync(Payload.Button(flags: 0));

        Assert.Equal("null", sent.Data.GetProperty("content").GetRawText());
    }

    [Fact, Trait("Case", "MC-38")]
    public async Task GivenAChangeThatFails_WhenTheMessageHasComponents_ThenTheShorterOneStaysOfThatKind()
    {
        _scene.Discord.Answer(500);

        await _scene.HandleAsync(Payload.Button());

        var retry = _scene.Discord.Rest()[1];
        Assert.Equal(7, retry.Type);
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, retry.Body));
        Assert.Equal("pressed", SentMessage.Of(retry.Data).Text);
    }

    private async Task<(Request Deferred, Request Later)> SlowAsync(JsonObject payload, Reply reply)
    {
        var gate = new TaskCompletionSource<Reply>();
        _scene.Find.OnPress = (_, _) => gate.Task;
        var handling = _scene.HandleAsync(payload);
        await _scene.AdvanceAsync(TimeSpan.FromMilliseconds(1_500));
        var deferred = await _scene.Discord.NextAsync();
        gate.SetResult(reply);
        await handling;
        return (deferred, await _scene.Discord.NextAsync());
    }
}
