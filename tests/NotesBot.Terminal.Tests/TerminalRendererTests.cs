using System.Text;
using NotesBot.Commands;
using Spectre.Console;

namespace NotesBot.Terminal.Tests;

public sealed class TerminalRendererTests
{
    private static readonly TerminalLook Plain = new(60, ShowsLinks: false, ShowsChoices: true);

    [Fact]
    public void GivenNotesWithEscapeSequences_WhenRendered_ThenNothingIsLeftThatATerminalObeys()
    {
        const string body = "\e[31mred\e[0m \u009b2J bell\a back\b\b \u202Eevil\u202C \e]8;;http://x\e\\link a\u0000b\r\nnext";
        var reply = new Reply([Passage(body)]);

        var lines = new TerminalRenderer(Plain).Render(reply);

        Assert.All(lines, line => Assert.DoesNotContain(line.Plain, char.IsControl));
        Assert.All(lines, line => Assert.DoesNotContain(line.ToMarkup(), char.IsControl));
        Assert.DoesNotContain(lines, line => line.Plain.Contains('\u202E'));
        Assert.Contains(lines, line => line.Plain.Contains("red", StringComparison.Ordinal));
    }

    [Fact]
    public void GivenAnyText_WhenRendered_ThenLinesFitAndTheMarkupSaysTheSame()
    {
        const int seed = 20261;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var body = RandomText(random);
            var marks = Marks(random, body.Length);
            var width = random.Next(20, 100);
            var block = Passage(body) with { Marks = marks, Rank = 3 };

            var lines = new TerminalRenderer(Plain with { Width = width }).Render(new Reply([block]));

            Assert.All(lines, line => Assert.True(line.Plain.Length <= width * 2, $"seed {seed}, round {round}: {line.Plain}"));
            Assert.All(lines, line => Assert.DoesNotContain(line.Plain, char.IsControl));
            Assert.All(lines, line => Assert.Equal(line.Plain, Markup.Remove(line.ToMarkup())));
        }
    }

    [Fact]
    public void GivenMarks_WhenRendered_ThenTheWordsAreBoldInMarkupAlone()
    {
        var block = Passage("when data [drift] happens") with { Marks = [(5, 12)] };

        var line = new TerminalRenderer(Plain).Render(new Reply([block]))
            .Single(line => line.Plain.Contains("happens", StringComparison.Ordinal));

        Assert.Equal("when data [drift] happens", line.Plain);
        Assert.Equal("when [bold]data [[drift]][/] happens", line.ToMarkup());
    }

    [Fact]
    public void GivenAMarkOverALineBreak_WhenWrapped_ThenBothLinesAreBold()
    {
        var block = Passage("one two three four five six seven") with { Marks = [(14, 9)] };

        var lines = new TerminalRenderer(Plain with { Width = 20 }).Render(new Reply([block])).Select(line => line.ToMarkup()).ToList();

        Assert.Contains("one two three [bold]four[/]", lines);
        Assert.Contains("[bold]five[/] six seven", lines);
    }

    [Fact]
    public void GivenATable_WhenRendered_ThenItsColumnsAreAligned()
    {
        var block = Parted(
            (StretchKind.TableHeader, "Name | Meaning"), (StretchKind.TableRow, "PSI | a number"),
                (StretchKind.TableRow, "数据 | wide"));

        var body = Body(block, 60);

        Assert.Equal(["Name  Meaning", "----  --------", "PSI   a number", "数据  wide"], body);
    }

    [Fact]
    public void GivenATableWithAnEmptyFirstCell_WhenRendered_ThenItsColumnsAreAligned()
    {
        var body = Body(Parted((StretchKind.TableHeader, "| Lake"), (StretchKind.TableRow, "Schema | on read")), 60);

        Assert.Equal(["        Lake", "------  -------", "Schema  on read"], body);
    }

    [Fact]
    public void GivenATableWiderThanTheTerminal_WhenRendered_ThenItsCellsAreWrapped()
    {
        var block = Parted(
            (StretchKind.TableHeader, "Pattern | What it is for"),
            (StretchKind.TableRow, "canary deployment | a small share of the traffic goes to the new version"));

        var body = Body(block, 40);

        Assert.All(body, line => Assert.InRange(line.Length, 1, 40));
        Assert.InRange(body.Count, 4, 8);
        Assert.StartsWith("Pattern", body[0]);
    }

    [Fact]
    public void GivenAListItem_WhenWrapped_ThenItsLinesBeginBelowItsFirstWord()
    {
        var body = Body(Parted((StretchKind.ListItem, "- one two three four five six seven")), 20);

        Assert.Equal(["- one two three four", "  five six seven"], body);
    }

    [Fact]
    public void GivenCode_WhenRendered_ThenItsLinesAndIndentsStay()
    {
        var body = Body(Parted((StretchKind.Code, "def f(x):\n    return x\n\nf(1)")), 60);

        Assert.Equal(["    def f(x):", "        return x", "", "    f(1)"], body);
    }

    [Theory]
    [InlineData("https://host.example/a b", "notes/a.md, line 3\nhttps://host.example/a%20b")]
    [InlineData("javascript:alert(1)", "notes/a.md, line 3")]
    [InlineData(null, "notes/a.md, line 3")]
    public void GivenAnAddress_WhenLinksAreNotShown_ThenThePlaceStandsAboveIt(string? url, string expected)
    {
        var lines = new TerminalRenderer(Plain).Render(new Reply([Passage("x") with { Url = url }]));

        Assert.EndsWith("\n\n" + expected, string.Join('\n', lines.Select(line => line.Plain)));
        Assert.All(lines, line => Assert.Null(line.Url));
    }

    [Fact]
    public void GivenALongPathAndAddress_WhenTheTerminalIsNarrow_ThenThePathBreaksAtSlashesAndTheAddressStaysWhole()
    {
        var url = "https://host.example/" + new string('a', 80);
        var passage = Passage("x") with { Source = "Course1_Putting_a_Model_to_Work/Week 1/C1W1_deployment.md, lines 31-34", Url = url };

        var lines = new TerminalRenderer(Plain with { Width = 50 }).Render(new Reply([passage])).Select(line => line.Plain);

        Assert.Equal(["Course1_Putting_a_Model_to_Work/Week 1/", "C1W1_deployment.md, lines 31-34", url], lines.TakeLast(3));
    }

    [Fact]
    public void GivenATerminalThatKnowsLinks_WhenRendered_ThenThePlaceLeadsThere()
    {
        var look = Plain with { ShowsLinks = true };

        var line = new TerminalRenderer(look).Render(new Reply([Passage("x") with { Url = "https://host.example/a" }]))
            .Single(line => line.Url is not null);

        Assert.Equal("notes/a.md, line 3", line.Plain);
        Assert.Equal("[link=https://host.example/a][dim]notes/a.md, line 3[/][/]", line.ToMarkup());
    }

    [Fact]
    public void GivenNoUseForChoices_WhenRendered_ThenButtonsAndSelectsAreLeftOut()
    {
        var state = new ActionState(ActionKind.FindPage);
        var reply = new Reply(
            [new TextBlock("Hello."), new ButtonsBlock([new ActionButton("More", state)]),
                new SelectBlock("Choose", state, [new SelectChoice("One", "1")])]);

        var with = new TerminalRenderer(Plain).Render(reply).Select(line => line.Plain);
        var without = new TerminalRenderer(Plain with { ShowsChoices = false }).Render(reply).Select(line => line.Plain);

        Assert.Equal(["Hello.", "", "[More]", "Choose: 1"], with);
        Assert.Equal(["Hello."], without);
    }

    private static PassageBlock Passage(string body) => new("Title", "Course 1", body) { Source = "notes/a.md, line 3" };

    private static PassageBlock Parted(params (StretchKind Kind, string Text)[] parts)
    {
        var body = string.Join('\n', parts.Select(part => part.Text));
        var start = 0;
        var list = new List<BodyStretch>();
        foreach (var (kind, text) in parts)
        {
            list.Add(new BodyStretch(kind, start, text.Length));
            start += text.Length + 1;
        }

        return Passage(body) with { Stretches = list, Brief = true };
    }

    /// <summary>The lines between the place and the source.</summary>
    private static List<string> Body(PassageBlock block, int width) =>
        [.. new TerminalRenderer(Plain with { Width = width }).Render(new Reply([block])).Skip(2).SkipLast(1).Select(line => line.Plain)];

    private static string RandomText(Random random)
    {
        const string letters = "ab c\n\t[]/\\$`*_\e\u0007\u202E\u200B\u0301é数👩\u200D🔬\uE000\uE003\uD800|-1.";
        var text = new StringBuilder();
        for (var i = random.Next(1, 400); i > 0; i--)
        {
            text.Append(letters[random.Next(letters.Length)]);
        }

        return text.ToString();
    }

    private static List<(int Start, int Length)> Marks(Random random, int length)
    {
        var marks = new List<(int Start, int Length)>();
        for (var at = random.Next(20); at + 10 < length; at += 10 + random.Next(30))
        {
            marks.Add((at, random.Next(1, 10)));
        }

        return marks;
    }
}
