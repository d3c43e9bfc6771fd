namespace NotesBot.Commands.Tests;

/// <summary>Who sees a reply.</summary>
public sealed class VisibilityTests
{
    [Theory]
    [InlineData(false, false, null, false)]
    [InlineData(false, false, true, true)]
    [InlineData(false, true, null, true)]
    [InlineData(false, true, false, false)]
    [InlineData(true, false, null, true)]
    [InlineData(true, false, false, true)]
    public void GivenAPlaceAndAWish_WhenAReplyIsNew_ThenThePlaceGoesFirstAndTheOwnersChoiceLast(
        bool onlyPrivate, bool privateByDefault, bool? wish, bool isPrivate)
    {
        var visibility = new Visibility { OnlyPrivate = onlyPrivate, PrivateByDefault = privateByDefault };

        var decided = visibility.IsPrivate(wish);

        Assert.Equal(isPrivate, decided);
    }

    [Theory]
    [InlineData(false, true, false, true)]
    [InlineData(false, false, true, false)]
    [InlineData(true, false, true, true)]
    public void GivenAPressedMessage_WhenAReplyIsNew_ThenItIsSeenByNoMoreThanMayChangeTheMessage(
        bool onPrivate, bool byWhoAsked, bool isPrivate, bool mayChange)
    {
        var visibility = new Visibility { OnPrivate = onPrivate, ByWhoAsked = byWhoAsked };

        var decided = (visibility.IsPrivate(wish: null), visibility.MayChange);

        Assert.Equal((isPrivate, mayChange), decided);
    }

    [Fact]
    public async Task GivenAPlaceThatAllowsOnlyPrivateReplies_WhenAPublicOneIsWished_ThenItsButtonsAreThoseOfAPrivateOne()
    {
        var set = Asking.SetOver(new FakeSearcher(Asking.Passage("a.md", 0, "drift of a sensor")));
        var asker = Asking.Student with { Visibility = new Visibility { OnlyPrivate = true } };

        var reply = await set.AskAsync("find", asker, ("query", "drift"), ("private", "false"));

        Assert.Contains(reply.Buttons(), button => button.State.Kind == ActionKind.Share);
        Assert.DoesNotContain(reply.Buttons(), button => button.State.Kind == ActionKind.Delete);
    }
}
