using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Interactions;

public sealed class TokenMaskTests : IDisposable
{
    private const string FirstPart = "MTIzNDU2Nzg5MDEyMzQ1Njc4";
    private const string Token = $"{FirstPart}.a_b-c*d.SecretSecretSecret";
    private readonly Scene _scene = new(token: Token);

    public void Dispose() => _scene.Dispose();

    [Theory, Trait("Case", "SA-22")]
    [InlineData("{0}"), InlineData("before {0} after"), InlineData("DISCORD_TOKEN=\"{0}\"\nnext"), InlineData("https://example.org/{0}?a=1")]
    public async Task GivenANoteOrQueryWithTheToken_WhenItIsShown_ThenNoPartOfTheTokenIs(string text)
    {
        var words = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Token);
        var passage = new PassageBlock(words, "notes/a.md", words) { Source = "a.md", Marks = [(0, words.Length / 2)] };
        _scene.Find.OnInvoke = (_, _) => Task.FromResult(new Reply([new TextBlock($"“{words}” is not in the notes."), passage]));

        var sent = await _scene.AnswerToAsync(Payload.Command());

        Assert.DoesNotContain(FirstPart, sent.Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("SecretSecret", sent.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("removed-token", sent.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
    }

    [Fact, Trait("Case", "SA-22")]
    public async Task GivenACompletionWithTheToken_WhenItIsOffered_ThenTheTokenIsReplaced()
    {
        _scene.Find.OnComplete = (_, _) => [new Choice(Token, Token)];

        var sent = await _scene.AnswerToAsync(Payload.Typing("query", ("query", "M")));

        Assert.Equal(
            """{"type":8,"data":{"choices":[{"name":"removed-token","value":"removed-token"}]}}""", sent.Body.GetRawText());
    }

    [Fact, Trait("Case", "SA-22"), Trait("Case", "SA-29")]
    public async Task GivenAFailureThatQuotesTheToken_WhenItIsLogged_ThenItsKindIsAndItsWordsAreNot()
    {
        await using var kit = new BotKit();
        kit.Handler.Then = (_, _) => throw new InvalidOperationException($"cannot use {BotKit.Token}");
        var queue = kit.Get<InteractionQueue>();

        queue.Accept(1, default, kit.Time.GetTimestamp());
        queue.Complete();
        await queue.RunAsync(BotKit.Cancelled);

        Assert.Contains(" 4014 An interaction could not be handled: InvalidOperationException", kit.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(BotKit.Token, kit.Log.Text, StringComparison.Ordinal);
    }
}
