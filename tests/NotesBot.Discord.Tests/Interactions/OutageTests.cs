using NotesBot.Commands;

namespace NotesBot.Discord.Tests.Interactions;

public sealed class OutageTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact, Trait("Case", "LR-07")]
    public async Task GivenTenMinutesWithoutRest_WhenInteractionsArrive_ThenEachIsALineInTheLogAndLaterOnesAreAnswered()
    {
        _scene.Discord.IsDown = true;
        for (ulong person = 1; person <= 20; person++)
        {
            await OutliveAsync(_scene.HandleAsync(Payload.Command().By(person)));
            _scene.Time.Advance(TimeSpan.FromSeconds(30));
        }

        _scene.Discord.IsDown = false;

        var lost = _scene.Log.Count(line => line.Contains("did not get through", StringComparison.Ordinal));
        _scene.Discord.Rest();
        var sent = await _scene.AnswerToAsync(Payload.Command());

        Assert.Equal(20, lost);
        Assert.Equal(4, sent.Type);
    }

    [Fact]
    public async Task GivenAMomentWithoutRest_WhenInteractionsArrive_ThenTheyAreAnsweredAfterIt()
    {
        _scene.Discord.IsDown = true;
        var handling = _scene.HandleAsync(Payload.Command());
        await _scene.Discord.NextAsync();

        _scene.Discord.IsDown = false;
        await OutliveAsync(handling);

        Assert.Equal(4, Assert.Single(_scene.Discord.Rest()).Type);
        Assert.DoesNotContain(_scene.Log, line => line.Contains("did not get through", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenACompletionThatDiscordCannotTake_WhenItIsRefused_ThenHalfOfItIsOffered()
    {
        _scene.Find.OnComplete = (_, _) => [new Choice("One", "1"), new Choice("Two", "2")];
        _scene.Discord.Answer(500);

        await _scene.HandleAsync(Payload.Typing("query", ("query", "dr")));

        Assert.Equal([2, 1], _scene.Discord.Rest().Select(request => request.Data.GetProperty("choices").GetArrayLength()));
    }

    [Fact]
    public async Task GivenAFormThatDiscordCannotTake_WhenItIsRefused_ThenThereIsASentence()
    {
        _scene.Find.OnPress = (_, _) => Task.FromResult(new Reply([]) { Delivery = Delivery.Form, Form = new ReplyForm("Again", new ActionState(ActionKind.AskAgain), []) });
        _scene.Discord.Answer(500);

        await _scene.HandleAsync(Payload.Button());

        Assert.Equal([9, 4], _scene.Discord.Rest().Select(request => request.Type));
    }

    /// <summary>Lets time go by until it is handled.</summary>
    private async Task OutliveAsync(Task handling)
    {
        while (!handling.IsCompleted)
        {
            _scene.Time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestLimit.Token);
        }

        await handling;
    }
}
