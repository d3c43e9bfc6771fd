using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Notes;

namespace NotesBot.Terminal.Tests;

public sealed class ChatTests
{
    private readonly EchoCommand _find = new(
        "find",
        new TextOption("query", Texts("What"), 100) { Completes = true },
        new NumberOption("course", Texts("Course")),
        new NumberOption("week", Texts("Week")));

    private readonly EchoCommand _syllabus = new("syllabus", new NumberOption("course", Texts("Course")),
        new NumberOption("week", Texts("Week")));

    [Theory]
    [InlineData("what is data drift?", "query=what is data drift?")]
    [InlineData("/find data drift", "query=data drift")]
    [InlineData("/find data drift course:1 week:2", "course=1 query=data drift week=2")]
    [InlineData("course:2 data drift", "course=2 query=data drift")]
    [InlineData("/FIND tf:data -x \"a b\"", "query=tf:data -x \"a b\"")]
    [InlineData("12", "query=12")]
    public async Task GivenALine_WhenTyped_ThenItIsAFindWithItsOptions(string line, string expected)
    {
        await ChatAsync(FakeTerminal.WithLines(line));

        Assert.Equal([expected], _find.Asked);
    }

    [Theory]
    [InlineData("/syllabus", "")]
    [InlineData("/syllabus 1 2", "course=1 week=2")]
    [InlineData("/syllabus course:1", "course=1")]
    [InlineData("/syllabus week:2 1", "course=1 week=2")]
    [InlineData("/syllabus abc", "course=abc")]
    public async Task GivenASyllabusLine_WhenTyped_ThenItsNumbersAreTakenInOrderOrByName(string line, string expected)
    {
        await ChatAsync(FakeTerminal.WithLines(line));

        Assert.Equal([expected], _syllabus.Asked);
    }

    [Theory]
    [InlineData("2", "ShowPassage 0 2")]
    [InlineData("4", "ShowPassage 3 ")]
    [InlineData("more", "FindPage 1 ")]
    [InlineData("n", "FindPage 1 ")]
    [InlineData("read on", "ReadOn 0 ")]
    [InlineData("READ", "ReadOn 0 ")]
    public async Task GivenAnAnswer_WhenAChoiceIsTyped_ThenItIsPressed(string line, string expected)
    {
        await ChatAsync(FakeTerminal.WithLines("drift", line));

        Assert.Equal([expected], _find.Pressed);
    }

    [Fact]
    public async Task GivenPages_WhenTurnedForwardsAndBack_ThenEachTurnStartsFromThePageShown()
    {
        await ChatAsync(FakeTerminal.WithLines("drift", "more", "more", "back"));

        Assert.Equal(["FindPage 1 ", "FindPage 2 ", "FindPage 1 "], _find.Pressed);
    }

    [Fact]
    public async Task GivenANumberThatIsNoChoice_WhenTyped_ThenASentenceSaysSoAndNothingIsAsked()
    {
        var terminal = FakeTerminal.WithLines("drift", "9");

        await ChatAsync(terminal);

        Assert.Contains("There is no 9 to choose here.", terminal.Written);
        Assert.Single(_find.Asked);
    }

    [Fact]
    public async Task GivenAForm_WhenItsButtonIsTyped_ThenItsFieldIsAskedForAndSent()
    {
        var terminal = FakeTerminal.WithLines("drift", "not what i meant", "skew");

        await ChatAsync(terminal);

        Assert.Contains("Look for what?", terminal.Written);
        Assert.Equal(["AskAgain 0 ", "AskAgain 0 query=skew"], _find.Pressed);
    }

    [Theory]
    [InlineData("/quit")]
    [InlineData(" /QUIT ")]
    [InlineData("/exit")]
    [InlineData("quit")]
    [InlineData("Exit")]
    public async Task GivenAnEnd_WhenTyped_ThenNothingFurtherIsAsked(string end)
    {
        await ChatAsync(FakeTerminal.WithLines("one", end, "two"));

        Assert.Equal(["query=one"], _find.Asked);
    }

    [Theory]
    [InlineData("/fi", "/find ")]
    [InlineData("/q", "/quit ")]
    [InlineData("/find dat", "/find data drift")]
    [InlineData("dat", "data drift")]
    [InlineData("/find course:1 dat", "/find data drift course:1")]
    [InlineData("/find x course:", "/find x course:7")]
    [InlineData("/syllabus ", "/syllabus course:")]
    [InlineData("/syllabus course:1 w", "/syllabus course:1 week:")]
    public async Task GivenAHalfTypedLine_WhenTabIsPressed_ThenItIsCompleted(string typed, string expected)
    {
        var terminal = new FakeTerminal { IsInteractive = true }.Type(typed).Press(ConsoleKey.Tab, ConsoleKey.Home).Control(ConsoleKey.C);

        await ChatAsync(terminal);

        Assert.Contains($"> {expected}\e[K", terminal.Drawn);
    }

    private Task ChatAsync(FakeTerminal terminal)
    {
        var commands = new CommandSet([_find, _syllabus], NullLogger<CommandSet>.Instance, new Random(1));
        return new Chat(commands, terminal, new Asker(null, IsOwner: true, Visibility: null)).RunAsync(TestContext.Current.CancellationToken);
    }

    private static Localized Texts(string english) => new(english, new Dictionary<string, string>());

    /// <summary>Keeps what it is asked, and answers with one of each kind of choice.</summary>
    private sealed class EchoCommand(string name, params CommandOption[] options) : ICompletingCommand, IPressableCommand
    {
        public List<string> Asked { get; } = [];

        public List<string> Pressed { get; } = [];

        public CommandDefinition Definition { get; } = new(name, Texts(name), options);

        public bool Answers(ActionState state) => name == "find";

        public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            Asked.Add(Join(invocation.Options));
            return Task.FromResult(Page(0));
        }

        public Task<Reply> PressAsync(Press press, CancellationToken cancellationToken)
        {
            Pressed.Add($"{press.State.Kind} {press.State.Page} {string.Join(' ', press.Values)}{Join(press.Fields)}");
            return Task.FromResult(press is { State.Kind: ActionKind.AskAgain, Fields.Count: 0 }
                ? new Reply([])
                {
                    Delivery = Delivery.Form,
                    Form = new ReplyForm("Again", press.State, [new FormField("query", "Look for what?", "", 100)])
                }
                : Page(press.State.Page));
        }

        public IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption) =>
            focusedOption == "query" ? [new Choice("Data drift", "data drift")] : [new Choice("Course 7", "7")];

        private static readonly PassageMark[] FourHits = [.. Enumerable.Range(0, 4).Select(i => new PassageMark(new PassageId((ulong)i), 0))];

        private static Reply Page(int page) => new(
        [
            new SelectBlock("Read one", new ActionState(ActionKind.ShowPassage),
                [new SelectChoice("1. One", "1"), new SelectChoice("2. Two", "2")]),
            new ButtonsBlock(
            [
                new ActionButton("Earlier", new ActionState(ActionKind.FindPage) { Page = Math.Max(0, page - 1) }),
                new ActionButton("Later", new ActionState(ActionKind.FindPage) { Page = page + 1, Passages = FourHits }),
                new ActionButton("Read on", new ActionState(ActionKind.ReadOn)),
                new ActionButton("Not what I meant", new ActionState(ActionKind.AskAgain)),
            ]),
        ]);

        private static string Join(IReadOnlyDictionary<string, string> values) =>
            string.Join(' ', values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));
    }
}
