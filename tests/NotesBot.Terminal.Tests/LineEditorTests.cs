
namespace NotesBot.Terminal.Tests;

public sealed class LineEditorTests
{
    [Fact]
    public async Task GivenKeys_WhenEdited_ThenTheLineIsWhatAPersonSees()
    {
        var terminal = new FakeTerminal().Type("dtaa").Press(ConsoleKey.LeftArrow, ConsoleKey.LeftArrow, ConsoleKey.LeftArrow).Type("a")
            .Press(ConsoleKey.End, ConsoleKey.Backspace).Type(" drift").Press(ConsoleKey.Home).Type("/find ").Press(ConsoleKey.Enter);

        Assert.Equal("/find data drift", await ReadAsync(terminal));
    }

    [Fact]
    public async Task GivenControlKeys_WhenEdited_ThenTheyDoAsInShells()
    {
        var terminal = new FakeTerminal().Type("one two three").Control(ConsoleKey.W).Control(ConsoleKey.A).Type("x")
            .Control(ConsoleKey.RightArrow).Control(ConsoleKey.K).Press(ConsoleKey.Enter);

        Assert.Equal("xone", await ReadAsync(terminal));
    }

    [Fact]
    public async Task GivenAnEmojiOfSeveralParts_WhenDeleted_ThenItGoesAsOne()
    {
        var terminal = new FakeTerminal().Type("a👩‍🔬").Press(ConsoleKey.Backspace, ConsoleKey.Enter);

        Assert.Equal("a", await ReadAsync(terminal));
    }

    [Fact]
    public async Task GivenEarlierLines_WhenTheArrowsAreUsed_ThenTheyComeBackAndTheTypedLineIsKept()
    {
        var terminal = new FakeTerminal().Type("first").Press(ConsoleKey.Enter).Type("second").Press(ConsoleKey.Enter)
            .Type("thi").Press(ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.Enter)
            .Type("thi").Press(ConsoleKey.UpArrow, ConsoleKey.DownArrow).Type("rd").Press(ConsoleKey.Enter);
        var editor = new LineEditor(terminal, _ => []);

        var lines = new List<string?>();
        for (var i = 0; i < 4; i++)
        {
            lines.Add(await editor.ReadAsync("> ", TestContext.Current.CancellationToken));
        }

        Assert.Equal(["first", "second", "first", "third"], lines);
    }

    [Theory]
    [InlineData(1, "data drift")]
    [InlineData(2, "data leak")]
    [InlineData(3, "da")]
    [InlineData(4, "data drift")]
    public async Task GivenCompletions_WhenTabIsPressed_ThenItGoesThroughThemAndBackToWhatWasTyped(int tabs, string expected)
    {
        var terminal = new FakeTerminal().Type("da").Press([.. Enumerable.Repeat(ConsoleKey.Tab, tabs)]).Press(ConsoleKey.Enter);

        Assert.Equal(expected, await ReadAsync(terminal, typed => typed == "da" ? ["data drift", "data leak"] : []));
    }

    [Fact]
    public async Task GivenOneCompletionOnly_WhenTabIsPressedAgain_ThenItGoesOnFromThere()
    {
        var terminal = new FakeTerminal().Type("/s").Press(ConsoleKey.Tab, ConsoleKey.Tab, ConsoleKey.Enter);

        Assert.Equal("/syllabus course:", await ReadAsync(terminal, typed => typed == "/s" ? ["/syllabus "] : ["/syllabus course:"]));
    }

    [Fact]
    public async Task GivenCtrlCOrCtrlDOnAnEmptyLine_WhenPressed_ThenTheInputEnds()
    {
        Assert.Null(await ReadAsync(new FakeTerminal().Type("half").Control(ConsoleKey.C)));
        Assert.Null(await ReadAsync(new FakeTerminal().Control(ConsoleKey.D)));
        Assert.Equal("x", await ReadAsync(new FakeTerminal().Type("x").Control(ConsoleKey.D).Press(ConsoleKey.Enter)));
    }

    [Fact]
    public async Task GivenALineWiderThanTheTerminal_WhenTyped_ThenWhatIsDrawnFitsAndTheLineIsWhole()
    {
        var terminal = new FakeTerminal { Look = new TerminalLook(30, false, true) }.Type(new string('x', 200)).Press(ConsoleKey.Enter);

        var line = await ReadAsync(terminal);

        Assert.Equal(200, line!.Length);
        Assert.All(terminal.Drawn.Split('\r'), drawn => Assert.InRange(drawn.Replace("\e[K", "", StringComparison.Ordinal).Length, 0, 30));
    }

    private static Task<string?> ReadAsync(FakeTerminal terminal, Func<string, IReadOnlyList<string>>? complete = null) =>
        new LineEditor(terminal, complete ?? (_ => [])).ReadAsync("> ", TestContext.Current.CancellationToken);
}
