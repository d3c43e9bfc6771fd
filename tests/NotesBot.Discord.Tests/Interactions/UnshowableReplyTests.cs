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

    [Fact]
    public async Task GivenAReplyThatCannotBeShown_WhenItIsLate_ThenThinkingIsReplaced()
    {
        var found = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _scene.Find.OnInvoke = (_, _) => found.Task;
        var handling = _scene.HandleAsync(Payload.Command());
        await _scene.AdvanceAsync(TimeSpan.FromMilliseconds(1_500));
        await _scene.Discord.NextAsync();

        found.SetResult(Broken);
        await handling;

        var edit = Assert.Single(_scene.Discord.Rest());
        Assert.True(edit.IsEdit);
        Assert.Empty(RequestBody.Judge(BodyKind.Edit, edit.Body));
        Assert.Matches(ErrorId(), edit.Body.GetRawText());
    }

    [Fact]
    public async Task GivenAFormThatCannotBeShown_WhenAButtonAskedForIt_ThenThePersonGetsASentence()
    {
        _scene.Find.OnPress = (_, _) => Task.FromResult(new Reply([]) { Delivery = Delivery.Form, Form = new ReplyForm(null!, null!, null!) });

        var sent = await _scene.AnswerToAsync(Payload.Button());

        Assert.Equal(4, sent.Type);
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, sent.Body));
        Assert.Matches(ErrorId(), sent.Data.GetProperty("content").GetString()!);
    }

    [GeneratedRegex("[B-DF-HJ-NP-TV-XZ2-9]{6}")]
    private static partial Regex ErrorId();
}
