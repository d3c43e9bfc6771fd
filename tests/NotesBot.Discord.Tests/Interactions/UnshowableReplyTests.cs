using System.Text.RegularExpressions;
using NotesBot.Commands;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Tests.Interactions;

public sealed partial class UnshowableReplyTests : IDisposable
{
    private static readonly Reply Broken = new([new ListBlock(null!)]);
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task GivenAReplyThatCannotBeShown_WhenItIsTheAnswer_ThenThePersonGetsASentenceWithAnIdOfTheLog()
    {
        _scene.Find.OnInvoke = (_, _) => Task.FromResult(Broken);

        var sent = await _scene.AnswerToAsync(Payload.Command());

        Assert.True(sent.IsCallback);
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
        var id = ErrorId().Match(sent.Data.GetProperty("content").GetString()!).Value;
        Assert.Contains(_scene.Log, line => line.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAReplyThatCannotBeShown_WhenAButtonAskedForIt_ThenTheMessageSaysSo()
    {
        _scene.Find.OnPress = (_, _) => Task.FromResult(Broken with { Delivery = Delivery.Update });

        var sent = await _scene.AnswerToAsync(Payload.Button());

        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
        Assert.Matches(ErrorId(), sent.Data.GetRawText());
    }

    [GeneratedRegex("[B-DF-HJ-NP-TV-XZ2-9]{6}")]
    private static partial Regex ErrorId();
}
