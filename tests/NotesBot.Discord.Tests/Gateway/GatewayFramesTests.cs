using System.Text;
using System.Text.Json;
using NotesBot.Discord.Gateway;

namespace NotesBot.Discord.Tests.Gateway;

public sealed class GatewayFramesTests
{
    private static readonly Uri First = new("wss://first.example/");

    [Theory, Trait("Case", "GW-41"), Trait("Case", "GW-42")]
    [InlineData("not json"), InlineData("[]"), InlineData("5"), InlineData("{}"), InlineData("{\"op\":\"10\"}"), InlineData("")]
    [InlineData("{\"op\":1.5}"), InlineData("null"), InlineData("{\"op\":0"), InlineData("{\"op\":1}{\"op\":1}"),
        InlineData("{\"op\":10,\"d\":null}")]
    [InlineData("{\"op\":10,\"d\":{\"heartbeat_interval\":0}}"), InlineData("{\"op\":10,\"d\":{\"heartbeat_interval\":\"x\"}}")]
    [InlineData("{\"op\":0,\"t\":\"READY\",\"s\":1,\"d\":{}}"), InlineData("{\"op\":0,\"t\":\"READY\",\"s\":1,\"d\":[]}"),
        InlineData("{\"op\":0,\"s\":\"1\"}")]
    public void GivenAFrameThatIsNoPayload_WhenItIsRead_ThenItIsUnintelligible(string frame) =>
        Assert.IsType<Unintelligible>(Read(frame));

    [Theory, Trait("Case", "GW-42"), Trait("Case", "GW-43")]
    [InlineData("{\"op\":99,\"d\":{\"a\":[1]},\"s\":null,\"t\":null}")]
    [InlineData("{\"s\":7,\"d\":{\"x\":{\"y\":[{}]}},\"t\":\"NEW_EVENT\",\"op\":0,\"more\":[true]}")]
    [InlineData("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":7,\"d\":{\"id\":5}}")]
    [InlineData("{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"s\":7,\"d\":[]}")]
    [InlineData("{\"op\":0,\"t\":null,\"s\":null,\"d\":null}")]
    public void GivenAnUnknownPayload_WhenItIsRead_ThenItIsSomethingToIgnore(string frame)
    {
        var input = Read(frame);

        Assert.True(input is UnknownOp or OtherEvent, input.ToString());
    }

    [Fact, Trait("Case", "GW-43")]
    public void GivenUnknownFields_WhenReadyIsRead_ThenTheKnownOnesAreKept()
    {
        var input = Read("""
            {"d":{"new":{"a":1},"session_id":"s1","resume_gateway_url":"wss://r.example","application":{"id":"9007199254740993","flags":1},
            "guilds":[{"id":"1","unavailable":true}],"user":{"id":"2"}},"t":"READY","s":1,"op":0}
            """);

        Assert.Equal(new ReadyReceived(1, "s1", new Uri("wss://r.example"), 9007199254740993) { FirstUrl = First }, input);
    }

    [Theory]
    [InlineData("null"), InlineData("\"\""), InlineData("\"http://x\""), InlineData("\"nonsense\"")]
    public void GivenNoUsableResumeUrl_WhenReadyIsRead_ThenTheFirstUrlTakesItsPlace(string url)
    {
        var input = Read($$"""{"op":0,"t":"READY","s":1,"d":{"session_id":"s1","resume_gateway_url":{{url}} } }""");

        Assert.Equal(First, Assert.IsType<ReadyReceived>(input).ResumeUrl);
    }

    [Fact, Trait("Case", "GW-40")]
    public void GivenAnInteraction_WhenItIsRead_ThenItsObjectIsHandedOnUnchanged()
    {
        const string Interaction = """{"data":{"name":"find","id":"1"},"id":"1234567890123456789","token":"t","text":"ä🙂"}""";

        var input = Assert.IsType<InteractionReceived>(Read($$"""{"op":0,"s":9,"t":"INTERACTION_CREATE","d":{{Interaction}} }"""));

        Assert.Equal((1234567890123456789UL, 9L), (input.Id, input.Sequence));
        Assert.Equal(Interaction, Encoding.UTF8.GetString(input.Payload.Span));
    }

    [Theory, Trait("Case", "GW-23"), Trait("Case", "GW-24")]
    [InlineData("true", true), InlineData("false", false), InlineData("null", false), InlineData("\"true\"", false)]
    public void GivenAnInvalidSession_WhenItIsRead_ThenOnlyTrueMeansResumable(string d, bool resumable) =>
        Assert.Equal(new SessionInvalidated(resumable), Read($$"""{"op":9,"d":{{d}},"s":null,"t":null}"""));

    [Fact, Trait("Case", "GW-16"), Trait("Case", "GW-17")]
    public void GivenAToken_WhenIdentifyIsWritten_ThenItAsksForNoIntents()
    {
        var payload = GatewayPayloads.Identify("secret", new ShardId(1, 3))!.Value;

        using var json = JsonDocument.Parse(payload);
        var data = json.RootElement.GetProperty("d");
        Assert.Equal((2, 0, "secret"),
            (json.RootElement.GetProperty("op").GetInt32(), data.GetProperty("intents").GetInt32(), data.GetProperty("token").GetString()));
        Assert.Equal(["os", "browser", "device"], data.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal("[1,3]", data.GetProperty("shard").GetRawText());
    }

    [Theory, Trait("Case", "GW-09"), Trait("Case", "GW-10")]
    [InlineData(null, """{"op":1,"d":null}"""), InlineData(3L, """{"op":1,"d":3}""")]
    public void GivenASequence_WhenAHeartbeatIsWritten_ThenItCarriesIt(long? sequence, string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(GatewayPayloads.Heartbeat(sequence)!.Value.Span));

    [Fact, Trait("Case", "GW-50")]
    public void GivenAPayloadOver4096Bytes_WhenItIsWritten_ThenItIsRefused()
    {
        Assert.NotNull(GatewayPayloads.Resume("token", new string('s', 4000), 1));
        Assert.Null(GatewayPayloads.Resume("token", new string('s', 4050), 1));
    }

    private static GatewayInput Read(string frame) => new GatewayFrames(First).Read(Encoding.UTF8.GetBytes(frame), 0);
}
