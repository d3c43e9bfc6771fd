namespace NotesBot.Discord.Tests.Interactions;

public sealed class OutageTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact, Trait("Case", "LR-07")]
    public async Task GivenTenMinutesWithoutRest_WhenInteractionsArrive_ThenEachIsALineInTheLogAndLaterOnesAreAnswered()
    {
        for (ulong person = 1; person <= 20; person++)
        {
            _scene.Discord.Answer(503);
            _scene.Discord.Answer(503);
            await _scene.HandleAsync(Payload.Command().By(person));
            _scene.Time.Advance(TimeSpan.FromSeconds(30));
        }

        var lost = _scene.Log.Count(line => line.Contains("did not get through", StringComparison.Ordinal));
        _scene.Discord.Rest();
        var sent = await _scene.AnswerToAsync(Payload.Command());

        Assert.Equal(20, lost);
        Assert.Equal(4, sent.Type);
    }
}
