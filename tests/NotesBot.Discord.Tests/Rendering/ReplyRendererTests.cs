using System.Text.Json;
using CsCheck;
using NotesBot.Commands;
using NotesBot.Discord.Rendering;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Discord.Tests.Rendering;

public sealed class ReplyRendererTests
{
    private const string Url = "https://notes.example/blob/main/a.md#drift";

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
        Assert.Contains("`a.md, lines 1-2`", message.Text);
    }

    [Fact, Trait("Case", "MC-09"), Trait("Case", "MC-22")]
    public void GivenALongAddress_WhenRendered_ThenThePlaceIsTextAndThereIsNoButton()
    {
        var message = Render(new Reply([Hit(1, "Body") with { Url = "https://notes.example/" + new string('a', 500) }]));

        Assert.Empty(message.OfType(2));
        Assert.Contains("`a.md, lines 1-2`", message.Text);
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

    [Theory, Trait("Case", "MC-14")]
    [InlineData(2_000)]
    [InlineData(2_001)]
    [InlineData(4_000)]
    [InlineData(4_001)]
    public void GivenEmoji_WhenRendered_ThenNoneIsCut(int length)
    {
        const string Family = "👩‍👩‍👧‍👦";
        var body = string.Concat(Enumerable.Repeat(Family, length / Family.Length)) + new string('a', length % Family.Length);

        var message = Render(new Reply([Hit(1, body)]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.All(SentMessage.Graphemes(message.Texts[^1]), grapheme => Assert.True(grapheme == Family || grapheme.Length == 1, grapheme));
    }

    [Fact, Trait("Case", "MC-15"), Trait("Case", "MC-17")]
    public void GivenAWordOfFiveThousandCharacters_WhenRendered_ThenItIsCutAndItsMarkClosed()
    {
        var body = new string('w', 5_000);

        var message = Render(new Reply([Hit(1, body) with { Marks = [new TextMark(0, body.Length)] }]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Matches(@"^\*\*w+\*\*…$", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-16")]
    public void GivenALongCodeCell_WhenRendered_ThenTheFenceClosesAndEachPageKeepsItsLanguage()
    {
        var code = string.Join('\n', Enumerable.Range(0, 400).Select(i => $"value_{i} = compute({i})"));
        var first = Hit(1, code) with { Parts = [new PassagePart(PassagePartKind.Code, 0, code.Length, "python")] };
        var next = Hit(1, code[4_000..]) with { Parts = [new PassagePart(PassagePartKind.Code, 0, code.Length - 4_000, "python")] };

        var pages = new[] { first, next }.Select(page => Render(new Reply([page]))).ToList();

        Assert.All(pages, page => Assert.Empty(page.Faults(BodyKind.Callback)));
        Assert.All(pages, page => Assert.StartsWith("python\n", Assert.Single(ReadMarkdown.Of(page.Texts[^1]).Blocks)));
        Assert.All(pages, page => Assert.EndsWith("\n…\n```", page.Texts[^1]));
    }

    [Fact, Trait("Case", "MC-17")]
    public void GivenACutInsideBoldText_WhenRendered_ThenTheMarksClose()
    {
        var body = string.Concat(Enumerable.Repeat("drift and https://a.example/x_y and $x_i$ then ", 200));
        var marks = Enumerable.Range(0, 200).Select(i => new TextMark(i * 47, 30));

        var message = Render(new Reply([Hit(1, body) with { Marks = [.. marks] }]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Empty(ReadMarkdown.Of(message.Texts[^1]).Faults());
        Assert.EndsWith("…", message.Texts[^1]);
    }

    [Fact]
    public void GivenMarks_WhenRendered_ThenTheWordsAreBold()
    {
        var message = Render(new Reply([Hit(1, "Data drift is a change of data_drift.") with { Marks = [new TextMark(0, 4),
            new TextMark(5, 5), new TextMark(26, 10)] }]));

        Assert.Equal("**Data drift** is a change of **data\\_drift**.", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-18")]
    public void GivenADisplayFormula_WhenRendered_ThenItIsACodeBlock()
    {
        const string Body = "It holds:\n$$\\hat{y}_i = \\sum_j w_{ij} x_j$$";

        var message = Render(new Reply([Hit(1, Body) with { Parts = [new(PassagePartKind.Prose, 0, 9), new(PassagePartKind.Formula,
            10, Body.Length - 10)] }]));

        Assert.Equal("It holds:\n```tex\n\\hat{y}_i = \\sum_j w_{ij} x_j\n```", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-19"), Trait("Case", "MC-35")]
    public void GivenANarrowTable_WhenRendered_ThenItIsAlignedInACodeBlock()
    {
        var message = Render(new Reply([Table("Name | Age", "Zoë | 7", "漢字 | 12")]));

        Assert.Equal("```\nName  Age\n----  ---\nZoë   7\n漢字  12\n```", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-19")]
    public void GivenAWideTable_WhenRendered_ThenItIsAListWithoutPipes()
    {
        var wide = new string('w', 60);

        var message = Render(new Reply([Table("Name | What it_is", $"first | {wide}", "second | *b*")]));

        Assert.Equal($"- **first** · What it\\_is: {wide}\n- **second** · What it\\_is: \\*b\\*", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-20")]
    public void GivenAPicture_WhenRendered_ThenItsWordsAreShown()
    {
        const string Alt = "The <b>loss</b> curve";

        var message = Render(new Reply([Hit(1, Alt) with { Parts = [new(PassagePartKind.Picture, 0, Alt.Length)] }]));

        Assert.Equal("🖼️ The <\u200Bb>loss<\u200B/b> curve", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-21")]
    public void GivenAHeadingInsideAPassage_WhenRendered_ThenItIsBold()
    {
        const string Body = "Deep # heading\ntext";

        var message = Render(new Reply([Hit(1, Body) with { Parts = [new(PassagePartKind.Heading, 0, 14),
            new(PassagePartKind.Prose, 15, 4)] }]));

        Assert.Equal("**Deep # heading**\ntext", message.Texts[^1]);
    }

    [Fact]
    public void GivenAList_WhenRendered_ThenItIsOneAndItsItemsCannotBeHeadings()
    {
        const string Body = "- # one\n  - two\n12. > three";
        PassagePart[] parts = [new(PassagePartKind.ListItem, 0, 7), new(PassagePartKind.ListItem, 10, 5),
            new(PassagePartKind.ListItem, 16, 11)];

        var message = Render(new Reply([Hit(1, Body) with { Parts = parts }]));

        Assert.Equal("- \\# one\n  - two\n12. \\> three", message.Texts[^1]);
    }

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

    [Fact, Trait("Case", "MC-35")]
    public void GivenWideCode_WhenRendered_ThenItsLinesAreWrappedAtSixtyColumns()
    {
        var code = "x = " + string.Join(" + ", Enumerable.Range(0, 60)) + "\n" + new string('漢', 100);

        var message = Render(new Reply([Hit(1, code) with { Parts = [new(PassagePartKind.Code, 0, code.Length)] }]));

        var lines = Assert.Single(ReadMarkdown.Of(message.Texts[^1]).Blocks).Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Sum(c => c == '漢' ? 2 : 1), 0, 60));
        Assert.Equal(100, lines.Sum(line => line.Count(c => c == '漢')));
    }

    [Theory, Trait("Case", "MC-37")]
    [InlineData("漢")]
    [InlineData("😀")]
    public void GivenAWideScript_WhenRendered_ThenItsBytesFit(string character)
    {
        var message = Render(new Reply([Hit(1, string.Concat(Enumerable.Repeat(character, 3_400)))]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.InRange(message.Texts.Sum(System.Text.Encoding.UTF8.GetByteCount), 7_900, 9_999);
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

    [Fact]
    public void GivenALongListWithLinks_WhenRendered_ThenTheLinksGoBeforeTheWords()
    {
        var items = Enumerable.Range(1, 30).Select(i => new ListItem($"Week {i}: {Words(60)}", "listed, no notes",
            $"{Url}-{new string('u', 300)}-{i}", 1));

        var message = Render(new Reply([new HeadingBlock("Syllabus"), new ListBlock([.. items])]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Contains("Week 30: ", message.Text);
        Assert.DoesNotContain("](", message.Text);
    }

    [Fact]
    public void GivenAListWithLinks_WhenRendered_ThenTheyAreOurs()
    {
        var message = Render(new Reply([new ListBlock([new ListItem("Week 1 [x]", Url: "https://notes.example/a_(b)",
            Marked: true), new ListItem("https://bank.example", Url: Url)])]));

        Assert.Equal("- **[Week 1 \\[x\\]](<https://notes.example/a_%28b%29>)**\n- `https://bank.example`", message.Text);
    }

    [Fact]
    public void GivenEqualReplies_WhenRendered_ThenTheBytesAreEqual()
    {
        var reply = new Reply([Hit(1, Words(5_000)), Hit(2, Words(300), brief: true)]);

        Assert.Equal(ReplyRenderer.Message(reply, isPrivate: false), ReplyRenderer.Message(reply, isPrivate: false));
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
            iter: 10_000);
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

    private static SentMessage Render(Reply reply) => SentMessage.Of(ReplyRenderer.Message(reply, isPrivate: false));

    private static PassageBlock Hit(int rank, string body, bool brief = false) =>
        new("Title", "Course 1 · Week 2", body) { Source = "a.md, lines 1-2", Rank = rank, Brief = brief };

    private static PassageBlock Table(params string[] rows)
    {
        var parts = new List<PassagePart>();
        var start = 0;
        foreach (var row in rows)
        {
            parts.Add(new PassagePart(start == 0 ? PassagePartKind.TableHeader : PassagePartKind.TableRow, start, row.Length));
            start += row.Length + 1;
        }

        return Hit(1, string.Join('\n', rows)) with { Parts = parts };
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat("some words ", length / 11 + 1))[..length];

    private static (string?, string?) Link(JsonElement button) => (button.GetProperty("label").GetString(),
        button.GetProperty("url").GetString());
}
