using NotesBot.Commands;
using NotesBot.Discord.Simulator.Rules;
using static NotesBot.Discord.Tests.Rendering.Rendered;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>How the text of a passage looks.</summary>
public sealed class PassageRenderingTests
{
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

        var message = Render(new Reply([Hit(1, body) with { Marks = [(0, body.Length)] }]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Matches(@"^\*\*w+\*\*…$", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-16")]
    public void GivenALongCodeCell_WhenRendered_ThenTheFenceClosesAndEachPageKeepsItsLanguage()
    {
        var code = string.Join('\n', Enumerable.Range(0, 400).Select(i => $"value_{i} = compute({i})"));
        var first = Hit(1, code) with { Stretches = [new BodyStretch(StretchKind.Code, 0, code.Length, "python")] };
        var next = Hit(1, code[4_000..]) with { Stretches = [new BodyStretch(StretchKind.Code, 0, code.Length - 4_000, "python")] };

        var pages = new[] { first, next }.Select(page => Render(new Reply([page]))).ToList();

        Assert.All(pages, page => Assert.Empty(page.Faults(BodyKind.Callback)));
        Assert.All(pages, page => Assert.StartsWith("python\n", Assert.Single(ReadMarkdown.Of(page.Texts[^1]).Blocks)));
        Assert.All(pages, page => Assert.EndsWith("\n…\n```", page.Texts[^1]));
    }

    [Fact, Trait("Case", "MC-17")]
    public void GivenACutInsideBoldText_WhenRendered_ThenTheMarksClose()
    {
        var body = string.Concat(Enumerable.Repeat("drift and https://a.example/x_y and $x_i$ then ", 200));
        var marks = Enumerable.Range(0, 200).Select(i => (i * 47, 30));

        var message = Render(new Reply([Hit(1, body) with { Marks = [.. marks] }]));

        Assert.Empty(message.Faults(BodyKind.Callback));
        Assert.Empty(ReadMarkdown.Of(message.Texts[^1]).Faults());
        Assert.EndsWith("…", message.Texts[^1]);
    }

    [Fact]
    public void GivenMarks_WhenRendered_ThenTheWordsAreBold()
    {
        var message = Render(new Reply([Hit(1, "Data drift is a change of data_drift.") with { Marks = [(0, 4),
            (5, 5), (26, 10)] }]));

        Assert.Equal("**Data drift** is a change of **data\\_drift**.", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-18")]
    public void GivenADisplayFormula_WhenUnicodeWouldSayLess_ThenItIsACodeBlock()
    {
        const string Body = "It holds:\n$$\\overline{y x} = \\sum_j w_{ij} x_j$$";

        var message = Render(new Reply([Hit(1, Body) with { Stretches = [new(StretchKind.Prose, 0, 9), new(StretchKind.Formula,
            10, Body.Length - 10)] }]));

        Assert.Equal("It holds:\n```tex\n\\overline{y x} = \\sum_j w_{ij} x_j\n```", message.Texts[^1]);
    }

    [Fact]
    public void GivenFormulas_WhenNothingIsLost_ThenTheyAreUnicode()
    {
        const string Body = "Here $P(Y \\mid X)$ changes:\n$$x_1^2 \\le \\alpha$$";

        var message = Render(new Reply([Hit(1, Body) with { Stretches = [new(StretchKind.Prose, 0, 27), new(StretchKind.Formula,
            28, Body.Length - 28)] }]));

        Assert.Equal("Here P(Y ∣ X) changes:\n\nx₁² ≤ α", message.Texts[^1]);
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

        var message = Render(new Reply([Hit(1, Alt) with { Stretches = [new(StretchKind.Picture, 0, Alt.Length)] }]));

        Assert.Equal("🖼️ The <\u200Bb>loss<\u200B/b> curve", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-21")]
    public void GivenAHeadingInsideAPassage_WhenRendered_ThenItIsBold()
    {
        const string Body = "Deep # heading\ntext";

        var message = Render(new Reply([Hit(1, Body) with { Stretches = [new(StretchKind.Heading, 0, 14),
            new(StretchKind.Prose, 15, 4)] }]));

        Assert.Equal("**Deep # heading**\ntext", message.Texts[^1]);
    }

    [Fact]
    public void GivenAList_WhenRendered_ThenItIsOneAndItsItemsCannotBeHeadings()
    {
        const string Body = "- # one\n  - two\n12. > three";
        BodyStretch[] parts = [new(StretchKind.ListItem, 0, 7), new(StretchKind.ListItem, 10, 5),
            new(StretchKind.ListItem, 16, 11)];

        var message = Render(new Reply([Hit(1, Body) with { Stretches = parts }]));

        Assert.Equal("- \\# one\n  - two\n12. \\> three", message.Texts[^1]);
    }

    [Fact]
    public void GivenAFileInFolders_WhenNoButtonLeadsThere_ThenOnlyItsNameTakesRoomBesideThePlace()
    {
        var message = Render(new Reply([Hit(1, "Body") with { Source = "Course1/Week 2/a_b.md, lines 1-2" }]));

        Assert.Equal("### 1\\. Title\n-# Course 1 · Week 2 · a\\_b.md, lines 1-2", message.Texts[0]);
    }

    [Fact, Trait("Case", "MC-35")]
    public void GivenALongLineOfCode_WhenRendered_ThenItGoesOnBehindABracket()
    {
        const string Code = "serving_stats = tfdv.generate_statistics_from_csv('serving_of_today.csv')";

        var message = Render(new Reply([Hit(1, Code) with { Stretches = [new BodyStretch(StretchKind.Code, 0, Code.Length, "python")] }]));

        Assert.Equal(
            "```python\nserving_stats = tfdv.generate_statistics_from_csv(\n    'serving_of_today.csv')\n```", message.Texts[^1]);
    }

    [Fact, Trait("Case", "MC-35")]
    public void GivenCodeIndentedBeyondItsWidth_WhenRendered_ThenTheIndentGivesWay()
    {
        var code = new string(' ', 80) + "answer = 42";

        var message = Render(new Reply([Hit(1, code) with { Stretches = [new(StretchKind.Code, 0, code.Length)] }]));

        Assert.Equal("    answer = 42", Assert.Single(ReadMarkdown.Of(message.Texts[^1]).Blocks).Trim('\n'));
    }

    [Fact, Trait("Case", "MC-35")]
    public void GivenWideCode_WhenRendered_ThenItsLinesAreWrappedAtSixtyColumns()
    {
        var code = "x = " + string.Join(" + ", Enumerable.Range(0, 60)) + "\n" + new string('漢', 100);

        var message = Render(new Reply([Hit(1, code) with { Stretches = [new(StretchKind.Code, 0, code.Length)] }]));

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
}
