using CsCheck;
using NotesBot.Commands;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Tests;
using static NotesBot.Discord.Tests.Rendering.Rendered;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>Texts that are made to ping, to mislead or to break a message.</summary>
public sealed class HostileReplyTests
{
    [Theory, Trait("Case", "MC-31")]
    [InlineData("   ")]
    [InlineData("\u200B\u200B")]
    [InlineData("\u2800\u3164")]
    public void GivenTextsThatNobodySees_WhenRendered_ThenTheyCountAsEmptyAndSomethingIsShown(string blank)
    {
        var message = Render(new Reply([new TextBlock(blank), new PassageBlock(blank, blank, blank) { Source = "a.md" }]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Contains("a.md", message.Text);
        Assert.Equal("…", Assert.Single(Render(new Reply([new TextBlock(blank)])).Texts));
    }

    [Fact, Trait("Case", "SA-02")]
    public void GivenAQueryThatPings_WhenEchoed_ThenNobodyIsPinged()
    {
        var message = Render(new Reply([new TextBlock("“@everyone <@1>” is not in the notes.")]));

        Assert.Empty(MentionParser.LiveMentions(message.Body));
    }

    [Theory, Trait("Case", "SA-06")]
    [InlineData("\u202Eevil\u202C")]
    [InlineData("a\u2066b\u2069")]
    [InlineData("\u200F\u061Cx")]
    public void GivenBidirectionalControls_WhenRendered_ThenTheyAreGoneEverywhere(string text)
    {
        var reply = new Reply([
            new PassageBlock(text, text, text) { Source = $"{text}.md" }, new HeadingBlock(text), new ListBlock([new ListItem(text, text)]),
            new SelectBlock(text, new ActionState(ActionKind.ShowPassage), [new(text, "1", text)])]);

        var json = Render(reply).Body.GetRawText();

        Assert.DoesNotMatch("[\u202A-\u202E\u2066-\u2069\u200F\u061C]", json);
        Assert.DoesNotMatch(@"(?i)\\u(202[a-e]|206[6-9]|200f|061c)", json);
    }

    [Fact, Trait("Case", "SA-08")]
    public void GivenCharactersThatAreNone_WhenRendered_ThenValidJsonWithoutThemLeaves()
    {
        var message = Render(new Reply([Hit(1, "a\0b\u0007c\uD83Dd\uDE00e\uFFFEf\u0085g")]));

        Assert.Equal("abcdef\ng", message.Texts[^1]);
    }

    [Fact, Trait("Case", "SA-09")]
    public void GivenZalgo_WhenRendered_ThenALetterKeepsFewMarks()
    {
        var message = Render(new Reply([Hit(1, "a" + new string('\u0301',
            500) + "b" + string.Concat(Enumerable.Repeat("\u0302\u200B", 100)))]));

        Assert.Equal("a\u0301\u0301\u0301\u0301b\u0302\u0302\u0302\u0302", message.Texts[^1]);
    }

    [Theory, Trait("Case", "SA-14")]
    [InlineData("**x**/@everyone/`a`\n# b.md")]
    [InlineData("<@1>_[a](http://b).md")]
    public void GivenAHostileFileName_WhenRendered_ThenItIsTextInOneLineAndCut(string name)
    {
        var message = Render(new Reply([new PassageBlock("T", "", "Body") { Source = name + new string('n', 255) }]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Empty(ReadMarkdown.Of(message.Texts[0]).Live.Split('\n').Skip(2));
        Assert.Empty(MentionParser.LiveMentions(message.Body));
        Assert.InRange(message.Texts[0].Length, 100, 260);
    }

    [Fact, Trait("Case", "MC-01"), Trait("Case", "MC-33"), Trait("Case", "SA-03"), Trait("Case", "SA-04")]
    public void GivenHostilePassages_WhenRendered_ThenTheMessageIsValidAndHarmless()
    {
        HostileReply.Any.Sample(
            reply =>
            {
                var message = Render(reply);

                var faults = string.Join('\n', message.Faults(BodyKind.Callback));
                Assert.True(faults.Length == 0, $"{faults} in {message.Body}");
                Assert.Empty(MentionParser.LiveMentions(message.Body));
                Assert.All(message.Texts, text => Assert.DoesNotContain(ReadMarkdown.Of(text).Faults(), fault => fault != "other marks"));
            },
            iter: Trials.Of(1_000, 10_000));
    }
}
