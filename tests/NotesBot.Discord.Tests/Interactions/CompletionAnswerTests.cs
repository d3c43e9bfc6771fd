using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Commands;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Tests.Interactions;

public sealed class CompletionAnswerTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact, Trait("Case", "IN-16"), Trait("Case", "IN-22")]
    public async Task GivenAnEmptyValue_WhenItIsCompleted_ThenTheChoicesOfTheCommandAreOffered()
    {
        var sent = await _scene.AnswerToAsync(Payload.Typing("query", ("query", "")));

        Assert.Equal("""{"type":8,"data":{"choices":[{"name":"Drift","value":"drift"}]}}""", sent.Body.GetRawText());
    }

    [Fact, Trait("Case", "IN-17")]
    public async Task GivenALongValue_WhenItIsCompleted_ThenTheChoicesAreWithinTheLimits()
    {
        _scene.Find.OnComplete = (invocation, _) => [.. Enumerable.Range(0,
            40).Select(i => new Choice($"{i}{invocation.Text("query")}", $"{i}{invocation.Text("query")}"))];

        var sent = await _scene.AnswerToAsync(Payload.Typing("query", ("query", string.Concat(Enumerable.Repeat("漢😀", 2_000)))));

        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
        Assert.Equal(25, sent.Data.GetProperty("choices").GetArrayLength());
    }

    [Fact, Trait("Case", "IN-18"), Trait("Case", "IN-19")]
    public async Task GivenNoOptionsOrNoneFocused_WhenItIsCompleted_ThenTheListIsEmpty()
    {
        var sent = await _scene.AnswerToAsync(Payload.Typing(null, ("week", 3)));

        Assert.Equal("""{"type":8,"data":{"choices":[]}}""", sent.Body.GetRawText());
    }

    [Fact, Trait("Case", "IN-18")]
    public async Task GivenARequiredOptionMissing_WhenAnotherIsCompleted_ThenItIsAnswered()
    {
        Assert.Equal(8, (await _scene.AnswerToAsync(Payload.Typing("course", ("course", "1")))).Type);
    }

    [Fact, Trait("Case", "IN-20")]
    public async Task GivenFiveRequestsOfOnePerson_WhenTheyArrive_ThenEachIsAnsweredAndTheOlderSearchesDoNotCount()
    {
        using var gate = new ManualResetEventSlim();
        _scene.Find.OnComplete = (_, _) =>
        {
            gate.Wait(TestLimit.Token);
            return [new Choice("Drift", "drift")];
        };

        var older = Enumerable.Range(0, 4).Select(_ => _scene.HandleAsync(Payload.Typing("query", ("query", "d")))).ToList();
        var newest = _scene.HandleAsync(Payload.Typing("query", ("query", "dr")));
        await Task.WhenAll(older);
        var early = _scene.Discord.Rest();
        gate.Set();
        await newest;

        Assert.Equal([0, 0, 0, 0], early.Select(request => request.Data.GetProperty("choices").GetArrayLength()));
        Assert.Equal(1, Assert.Single(_scene.Discord.Rest()).Data.GetProperty("choices").GetArrayLength());
    }

    [Fact, Trait("Case", "IN-16"), Trait("Case", "IN-22")]
    public async Task GivenASlowCommand_WhenItCompletes_ThenAnEmptyListGoesOutInTime()
    {
        using var gate = new ManualResetEventSlim();
        _scene.Find.OnComplete = (_, _) =>
        {
            gate.Wait(TestLimit.Token);
            return [];
        };

        var handling = _scene.HandleAsync(Payload.Typing("query", ("query", "d")));
        await _scene.AdvanceAsync(TimeSpan.FromMilliseconds(1_500));
        await handling;
        gate.Set();

        Assert.Equal((8, 0), Assert.Single(_scene.Discord.Rest()) is var sent
            ? (sent.Type, sent.Data.GetProperty("choices").GetArrayLength()) : default);
    }

    [Fact, Trait("Case", "IN-21")]
    public async Task GivenANumberThatIsNone_WhenItIsCompleted_ThenThereIsNoException()
    {
        var payload = Payload.Typing("course", ("course", "12a"));
        payload["data"]!["options"]![0]!["type"] = 4;
        _scene.Find.OnComplete = (_, _) => [new Choice("Course 1", "1"), new Choice("Not a number", "x")];

        var choice = Assert.Single((await _scene.AnswerToAsync(payload)).Data.GetProperty("choices").EnumerateArray());

        Assert.Equal((JsonValueKind.Number, 1), (choice.GetProperty("value").ValueKind, choice.GetProperty("value").GetInt32()));
        Assert.Null(_scene.Find.Asked!.Number("course"));
    }

    [Theory, Trait("Case", "IN-22")]
    [InlineData("nobody")]
    [InlineData(null)]
    public async Task GivenAnUnknownCommand_WhenItIsCompleted_ThenTheListIsEmpty(string? name)
    {
        var payload = Payload.Typing("query", ("query", "x"));
        payload["data"]!["name"] = name is null ? null : JsonValue.Create(name);

        Assert.Equal(0, (await _scene.AnswerToAsync(payload)).Data.GetProperty("choices").GetArrayLength());
    }

    [Fact, Trait("Case", "IN-23")]
    public async Task GivenTextPastTheSuggestions_WhenTheCommandIsSent_ThenItIsPassedOnAsText()
    {
        await _scene.AnswerToAsync(Payload.Command("find", ("query", "my own words"), ("course", "not a choice")));

        Assert.Equal(("my own words", "not a choice"), (_scene.Find.Asked!.Text("query"), _scene.Find.Asked.Text("course")));
    }
}
