using System.Text.Json;
using NotesBot.Commands;
using NotesBot.Discord.Rendering;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Notes;
using static NotesBot.Discord.Tests.Rendering.Rendered;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>The shape of messages: their limits, and what people press in them.</summary>
public sealed class ReplyRendererTests
{
    [Theory, Trait("Case", "MC-01"), Trait("Case", "MC-33")]
    [InlineData(10)]
    [InlineData(900)]
    [InlineData(9_000)]
    public void GivenHitsOfAnyLength_WhenRendered_ThenTheMessageIsWithinItsLimits(int length)
    {
        var reply = new Reply([Hit(1, new string('x', length)), Hit(2, Words(length), brief: true), Hit(3, Words(length), brief: true)]);

        var message = Render(reply);

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Equal(3, message.Texts.Count(text => text.Contains("Title", StringComparison.Ordinal)));
    }

    [Fact, Trait("Case", "MC-01")]
    public void GivenLongBodies_WhenRendered_ThenOurSentencesStayWhole()
    {
        const string Honest = "I am not sure that this answers it. The closest I found:";
        var reply = new Reply([new TextBlock(Honest), .. Enumerable.Range(1, 6).Select(rank => Hit(rank, Words(3_000)))]);

        var message = Render(reply);

        Assert.Contains(Honest, message.Texts);
        Assert.Empty(message.Faults(BodyKind.Callback));
    }

    [Fact, Trait("Case", "MC-02")]
    public void GivenFortyHits_WhenRendered_ThenAtMostFortyComponentsAndTheButtonsStay()
    {
        var next = new ActionButton("More hits", new ActionState(ActionKind.FindPage) { Page = 1 });
        var reply = new Reply([.. Enumerable.Range(1, 40).Select(rank => Hit(rank, Words(200), brief: rank > 1)),
            new ButtonsBlock([next])]);

        var message = Render(reply);

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Contains(message.OfType(2), button => button.GetProperty("label").GetString() == "More hits");
        Assert.True(message.Texts.Count >= 30);
    }

    [Fact, Trait("Case", "MC-03"), Trait("Case", "MC-04"), Trait("Case", "MC-26")]
    public void GivenAReply_WhenRendered_ThenItIsAllComponentsAndPingsNobody()
    {
        var message = Render(new Reply([Hit(1, "Data drift is a change.")]));

        Assert.Equal(1 << 15, message.Flags);
        Assert.Equal(["allowed_mentions", "components", "flags"], message.Body.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal("""{"parse":[]}""", message.Body.GetProperty("allowed_mentions").GetRawText());
    }

    [Fact, Trait("Case", "MC-05"), Trait("Case", "MC-36")]
    public void GivenAHitWithAnAddress_WhenRendered_ThenItsHeadIsASectionWithAButtonThatHasWords()
    {
        var message = Render(new Reply([Hit(1, "Body") with { Url = Url, OpenLabel = "Öffnen" }]));

        var section = Assert.Single(message.OfType(9));
        Assert.Single(section.GetProperty("components").EnumerateArray());
        Assert.Equal(("Öffnen", Url), Link(section.GetProperty("accessory")));
    }

    [Fact]
    public void GivenALinkInTheButtonsBelow_WhenRendered_ThenTheHitHasNoSecondOne()
    {
        var message = Render(new Reply([Hit(1, "Body") with { Url = Url }, new ButtonsBlock([new LinkButton("Open in the notes", Url)])]));

        Assert.Empty(message.OfType(9));
        Assert.Single(message.OfType(2));
    }

    [Fact, Trait("Case", "MC-06"), Trait("Case", "MC-08")]
    public void GivenButtonsAndASelect_WhenRendered_ThenEachRowHoldsOneKind()
    {
        var buttons = Enumerable.Range(0, 7).Select(page => new ActionButton($"Page {page}",
            new ActionState(ActionKind.FindPage) { Page = page }));
        var select = new SelectBlock("Read one", new ActionState(ActionKind.ShowPassage), [new("One", "1"), new("Two", "2")]);

        var message = Render(new Reply([new TextBlock("x"), new ButtonsBlock([.. buttons]), select]));

        Assert.Equal([5, 2, 1], message.OfType(1).Select(row => row.GetProperty("components").GetArrayLength()));
        Assert.Empty(message.Faults(BodyKind.Callback));
    }

    [Theory, Trait("Case", "MC-08"), Trait("Case", "SA-13")]
    [InlineData("javascript:alert(1)")]
    [InlineData("discord://-/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:name@evil.example/")]
    [InlineData("notes/a.md")]
    public void GivenAnAddressThatIsNoWebPage_WhenRendered_ThenThereIsNoButtonAndNoLink(string url)
    {
        var reply = new Reply([
            Hit(1, "Body") with { Url = url }, new HeadingBlock("Heading", url), new ListBlock([new ListItem("Item", Url: url)]),
            new ButtonsBlock([new LinkButton("Open", url)])]);

        var message = Render(reply);

        Assert.Empty(message.OfType(2));
        Assert.DoesNotContain("](", message.Text);
        Assert.Contains(" · a.md, lines 1-2", message.Text);
    }

    [Fact, Trait("Case", "MC-08")]
    public void GivenBracketsInAnAddress_WhenRendered_ThenItIsOneByRfc3986()
    {
        var message = Render(new Reply([Hit(1, "Body") with { Url = "https://notes.example/a[1].md?q=[x]#[b]#c" }]));

        Assert.Equal("https://notes.example/a%5B1%5D.md?q=%5Bx%5D#%5Bb%5D%23c", Assert.Single(message.OfType(2)).GetProperty("url").GetString());
    }

    [Fact, Trait("Case", "MC-09"), Trait("Case", "MC-22")]
    public void GivenALongAddress_WhenRendered_ThenThePlaceIsTextAndThereIsNoButton()
    {
        var message = Render(new Reply([Hit(1, "Body") with { Url = "https://notes.example/" + new string('a', 500) }]));

        Assert.Empty(message.OfType(2));
        Assert.Contains(" · a.md, lines 1-2", message.Text);
    }

    [Fact, Trait("Case", "MC-08"), Trait("Case", "MC-10"), Trait("Case", "MC-32")]
    public void GivenOddButtons_WhenRendered_ThenDiscordTakesTheRest()
    {
        var state = new ActionState(ActionKind.FindPage);
        var reply = new Reply([new TextBlock("x"), new ButtonsBlock([
            new ActionButton(new string('a', 200), state), new ActionButton("Twice", state),
            new ActionButton("\u200B ", state with { Page = 1 }), new ActionButton("Off", state with { Page = 2 }, Enabled: false)])]);

        var message = Render(reply);

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Equal([80, 3], message.OfType(2).Select(button => button.GetProperty("label").GetString()!.Length));
        Assert.True(message.OfType(2).Last().GetProperty("disabled").GetBoolean());
    }

    [Fact, Trait("Case", "MC-11")]
    public void GivenAFullState_WhenRendered_ThenTheCustomIdFitsAndHoldsNoWords()
    {
        var passages = Enumerable.Range(0,
            ActionState.MaxPassages).Select(i => new PassageMark(new PassageId(PassageId.MaxValue - (ulong)i), 4095));
        var state = new ActionState(ActionKind.FindPage) { Page = 63, Course = 255, Week = 255, Passages = [.. passages] };

        var message = Render(new Reply([new TextBlock(new string('q', 6_000)), new ButtonsBlock([new ActionButton("More hits", state)])]));

        var customId = Assert.Single(message.OfType(2)).GetProperty("custom_id").GetString()!;
        Assert.InRange(customId.Length, 1, 100);
        Assert.DoesNotContain("qqq", customId);
        Assert.Empty(message.Faults(BodyKind.Callback));
    }

    [Fact, Trait("Case", "MC-12")]
    public void GivenOddChoices_WhenRendered_ThenTheSelectIsWithinItsLimits()
    {
        var choices = Enumerable.Range(0, 30).Select(i => new SelectChoice(new string('ä', 150), $"{i}", new string('d', 150),
            Selected: true));
        var select = new SelectBlock(new string('p', 200), new ActionState(ActionKind.ShowPassage), [new("Same file", "0"), .. choices]);

        var message = Render(new Reply([new TextBlock("x"), select]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        var options = message.OfType(3).Single().GetProperty("options").EnumerateArray().ToList();
        Assert.Equal((25, "Same file"), (options.Count, options[0].GetProperty("label").GetString()));
        Assert.Single(options, option => option.TryGetProperty("default", out _));
    }

    [Fact, Trait("Case", "MC-13")]
    public void GivenNothingToChooseOrPress_WhenRendered_ThenThereAreNoEmptyRowsOrTexts()
    {
        var reply = new Reply([
            new TextBlock("“drift” is not in the notes."), new TextBlock(""), new ListBlock([]), new ButtonsBlock([]),
            new SelectBlock("Choose", new ActionState(ActionKind.ShowPassage), [])]);

        var message = Render(reply);

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Equal("“drift” is not in the notes.", Assert.Single(message.Texts));
        Assert.Empty(message.OfType(1));
    }

    [Fact, Trait("Case", "MC-38"), Trait("Case", "MC-07"), Trait("Case", "MC-29"), Trait("Case", "MC-30")]
    public void GivenALastResort_WhenRendered_ThenItIsShortClassicTextAlone()
    {
        var reply = new Reply([new TextBlock("“@everyone” is not in the notes."), Hit(1, Words(5_000)), Hit(2, Words(5_000))]);

        var message = SentMessage.Of(ReplyRenderer.ClassicMessage(reply, isPrivate: true));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Equal(4 | 64, message.Flags);
        Assert.InRange(message.Body.GetProperty("content").GetString()!.Length, 100, 1_500);
        Assert.False(message.Body.TryGetProperty("embeds", out _) || message.Body.TryGetProperty("components", out _));
    }

    [Fact, Trait("Case", "MC-23"), Trait("Case", "MC-24"), Trait("Case", "MC-28")]
    public void GivenAnEdit_WhenRendered_ThenTheFlagStaysAndClassicPartsAreTakenAway()
    {
        var reply = new Reply([Hit(1, "Body")]);

        var (fromClassic, fromV2) = (SentMessage.Of(ReplyRenderer.Edit(reply, isClassic: true)),
            SentMessage.Of(ReplyRenderer.Edit(reply, isClassic: false)));

        Assert.Equal((1 << 15, 1 << 15), (fromClassic.Flags, fromV2.Flags));
        Assert.Equal(JsonValueKind.Null, fromClassic.Body.GetProperty("content").ValueKind);
        Assert.Equal(0, fromClassic.Body.GetProperty("embeds").GetArrayLength());
        Assert.False(fromV2.Body.TryGetProperty("content", out _));
        Assert.Empty(fromClassic.Faults(BodyKind.Edit).Concat(fromV2.Faults(BodyKind.Edit)));
    }

    [Fact, Trait("Case", "MC-25"), Trait("Case", "MC-27"), Trait("Case", "IN-15")]
    public void GivenAnyReply_WhenRendered_ThenThereAreNoFilesAndNoMentionLists()
    {
        var reply = new Reply([Hit(1, "Body")]);

        byte[][] all = [ReplyRenderer.Message(reply, true), ReplyRenderer.Edit(reply, true), ReplyRenderer.Edit(reply, false),
            ReplyRenderer.ClassicEdit(reply, true), ReplyRenderer.ClassicEdit(reply, false)];

        Assert.All(all.Select(SentMessage.Of), message =>
        {
            Assert.False(message.Body.TryGetProperty("attachments", out _));
            Assert.Single(message.Body.GetProperty("allowed_mentions").EnumerateObject());
        });
    }

    [Fact]
    public void GivenEqualReplies_WhenRendered_ThenTheBytesAreEqual()
    {
        var reply = new Reply([Hit(1, Words(5_000)), Hit(2, Words(300), brief: true)]);

        Assert.Equal(ReplyRenderer.Message(reply, isPrivate: false), ReplyRenderer.Message(reply, isPrivate: false));
    }

    [Fact, Trait("Case", "IN-17")]
    public void GivenLongChoices_WhenOffered_ThenNamesAndValuesAreCutAndUnique()
    {
        Choice[] choices = [new(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 30)), new string('v', 300)), new("Same", new string('v',
            301)), new("", "x"), new("Other", "other")];

        using var json = JsonDocument.Parse(ReplyRenderer.Choices(choices, isNumber: false));

        var offered = json.RootElement.GetProperty("choices").EnumerateArray().ToList();
        Assert.Equal([100, 5], offered.Select(choice => choice.GetProperty("value").GetString()!.Length));
        Assert.All(SentMessage.Graphemes(offered[0].GetProperty("name").GetString()!),
            grapheme => Assert.True(grapheme is "👩‍👩‍👧‍👦" or "…"));
    }
}
