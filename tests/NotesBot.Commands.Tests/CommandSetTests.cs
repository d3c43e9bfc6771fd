using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Tests;

public sealed class CommandSetTests
{
    [Fact, Trait("Case", "IN-07"), Trait("Case", "SA-30")]
    public async Task GivenASearchThatFails_WhenAsked_ThenOneSentenceNamesAnIdThatTheLogHas()
    {
        var logger = new RecordingLogger();
        var set = Asking.SetOver(new FakeSearcher { Failure = new InvalidOperationException("secret /path") }, logger);

        var reply = await set.AskAsync("find", null, ("query", "drift"));

        var sentence = reply.Sentences();
        var errorId = sentence[^7..^1];
        Assert.DoesNotContain("secret", sentence);
        var line = Assert.Single(logger.Lines);
        Assert.Contains(errorId, line);
        Assert.Contains(nameof(InvalidOperationException), line);
        Assert.Contains($"at {typeof(FakeSearcher).FullName}.", line);
        Assert.True(reply.Private);
    }

    public static TheoryData<Exception> FailuresThatQuote =>
    [
        new InvalidOperationException("cannot parse my private worry"),
        new InvalidOperationException("broken", new FormatException("my private worry")),
        new IndexUnavailableException("The index cannot be read.", new IOException("no term my private worry")),
    ];

    [Theory, Trait("Case", "SA-22"), Trait("Case", "SA-29"), MemberData(nameof(FailuresThatQuote), DisableDiscoveryEnumeration = true)]
    public async Task GivenAFailureThatQuotesTheQuestion_WhenItIsLogged_ThenItsKindAndPlaceAreAndItsWordsAreNot(Exception failure)
    {
        var logger = new RecordingLogger();
        var set = Asking.SetOver(new FakeSearcher { Failure = failure }, logger);

        await set.AskAsync("find", null, ("query", "my private worry"));
        set.Complete(Asking.Invocation("find", null, ("query", "my private worry")), "query");

        Assert.Equal(2, logger.Lines.Count);
        Assert.All(logger.Lines, line => Assert.Contains((failure.InnerException ?? failure).GetType().Name, line));
        Assert.DoesNotContain(logger.Lines, line => line.Contains("worry", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IN-38")]
    public async Task GivenNoIndexYet_WhenAsked_ThenItsSentenceIsTheReply()
    {
        var failure = new IndexUnavailableException("The notes are being read for the first time.");
        var set = Asking.SetOver(new FakeSearcher { Failure = failure });

        var reply = await set.AskAsync("find", null, ("query", "drift"));

        Assert.Equal("The notes are being read for the first time.", reply.Sentences());
    }

    [Fact]
    public async Task GivenACancelledQuestion_WhenAsked_ThenItEndsAsCancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var set = Asking.SetOver(new FakeSearcher { Failure = new OperationCanceledException(cancelled.Token) });

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => set.InvokeAsync(Asking.Invocation("find", null, ("query", "x")), cancelled.Token));
    }

    [Fact, Trait("Case", "IN-33")]
    public async Task GivenAnUnknownCommand_WhenAsked_ThenOneSentenceSaysSo()
    {
        var reply = await Asking.SetOver(new FakeSearcher()).AskAsync("weather", null);

        Assert.StartsWith("I do not know this command.", reply.Sentences());
    }

    [Fact, Trait("Case", "IN-16")]
    public void GivenNothingTyped_WhenCompleted_ThenTheSearchersSuggestionsAreOfferedOnceEach()
    {
        var set = Asking.SetOver(new FakeSearcher { Suggestions = ["Data drift", "Data\ndrift", "Canary", " "] });

        var choices = set.Complete(Asking.Invocation("find", null), "query");

        Assert.Equal([new Choice("Data drift", "Data drift"), new Choice("Canary", "Canary")], choices);
    }

    [Fact, Trait("Case", "IN-16")]
    public void GivenNothingTyped_WhenCompleted_ThenTheWeeksThatHaveNotesComeFirst()
    {
        var set = Asking.SetOver(new FakeSearcher(Asking.Passage("w.md", 0, "Text.", "Heading", 2, 1))
        {
            Suggestions = ["Canary"],
            Syllabus = new Syllabus([new Course(1, "Basics", [new Week(1, "Data")]), new Course(2, "More", [new Week(1, "Serving")])]),
        });

        Assert.Equal([new Choice("Course 2 · Week 1: Serving", "Serving"), new Choice("Canary", "Canary")],
            set.Complete(Asking.Invocation("find", null), "query"));
        Assert.Equal([new Choice("Canary", "Canary")], set.Complete(Asking.Invocation("find", null, ("query", "c")), "query"));
        Assert.Equal([new Choice("Canary", "Canary")], set.Complete(Asking.Invocation("find", null, ("course", "1")), "query"));
    }

    [Fact, Trait("Case", "IN-17")]
    public void GivenLongTexts_WhenCompleted_ThenTheyAreCutBetweenGraphemes()
    {
        var searcher = new FakeSearcher { Suggestions = [string.Concat(Enumerable.Repeat("👩‍🔬", 40)), "x"] };
        var set = Asking.SetOver(searcher);

        var choices = set.Complete(Asking.Invocation("find", null, ("query", new string('y', 6_000))), "query");

        Assert.Equal(200, searcher.LastSuggest!.Typed.Length);
        Assert.All(choices, choice => Assert.InRange(choice.Label.Length, 1, 100));
        Assert.Equal(string.Concat(Enumerable.Repeat("👩‍🔬", 20)), choices[0].Value);
    }

    [Fact, Trait("Case", "IN-18"), Trait("Case", "IN-19")]
    public void GivenAFailingSearcherOrNoFocus_WhenCompleted_ThenNothingIsOffered()
    {
        var failing = Asking.SetOver(new FakeSearcher { Failure = new IndexUnavailableException("Not yet.") });

        Assert.Empty(failing.Complete(Asking.Invocation("find", null), "query"));
        Assert.Empty(Asking.SetOver(new FakeSearcher()).Complete(Asking.Invocation("find", null), ""));
        Assert.Empty(Asking.SetOver(new FakeSearcher()).Complete(Asking.Invocation("help", null), "query"));
    }

    [Fact]
    public void GivenCoursesAndWeeks_WhenOneIsChosen_ThenItNarrowsTheOther()
    {
        var set = Asking.SetOver(new FakeSearcher
        {
            Syllabus = new Syllabus([new Course(1, "Basics", [new Week(1, "Data")]),
                new Course(2, "More", [new Week(1, null), new Week(2, "Serving")])]),
        });

        Assert.Equal([new Choice("Course 2: More", "2")], set.Complete(Asking.Invocation("find", null, ("week", "2")), "course"));
        Assert.Equal([new Choice("Week 1: Data", "1")], set.Complete(Asking.Invocation("syllabus", null, ("course", "1")), "week"));
        Assert.Equal([new Choice("Week 1", "1"), new Choice("Week 2", "2")], set.Complete(Asking.Invocation("find", null), "week"));
        Assert.Equal([new Choice("Course 2: More", "2")], set.Complete(Asking.Invocation("find", null, ("course", "mor")), "course"));
    }

    [Fact, Trait("Case", "RG-08"), Trait("Case", "RG-09")]
    public void GivenTheDefinitions_WhenRegistered_ThenEveryLanguageKeepsTheLimits()
    {
        var definitions = Asking.SetOver(new FakeSearcher()).Definitions;

        Assert.Equal(["find", "syllabus", "Find in notes", "notes", "help"], definitions.Select(definition => definition.Name));
        foreach (var definition in definitions.Where(definition => definition.Kind == CommandKind.Slash))
        {
            Assert.All(definition.NameLocalizations.Values.Append(definition.Name), name => Assert.Matches("^[a-z]{1,32}$", name));
            AssertDescription(definition.Description);
            Assert.All(definition.Options, option => AssertDescription(option.Description));
            Assert.All(definition.Options,
                option => Assert.All(option.NameLocalizations.Values, name => Assert.Matches("^[a-z]{1,32}$", name)));
        }

        var menu = definitions.Single(definition => definition.Kind == CommandKind.Message);
        Assert.Empty(menu.Options);
        Assert.Empty(menu.Description.English);
        Assert.Equal("In Notizen suchen", menu.NameLocalizations["de"]);
    }

    [Theory, Trait("Case", "SA-23")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenFilesThatCouldNotBeRead_WhenNotesAreAsked_ThenOnlyTheOwnerSeesThemAndPrivately(bool isOwner)
    {
        var set = Asking.SetOver(new FakeSearcher { Faults = [new FileFault("a/scan.pdf", "It has no text.")] });

        var reply = await set.AskAsync("notes", Asking.Student with { IsOwner = isOwner });

        ReplyRules.AssertKept(reply);
        var listed = reply.Blocks.OfType<ListBlock>().SelectMany(list => list.Items);
        Assert.Equal(isOwner, listed.Any(item => item.Text == "a/scan.pdf"));
        Assert.Equal(isOwner ? true : null, reply.Private);
    }

    [Theory]
    [InlineData("en", 100, 400, "Found by meaning, too: 100 of 400 passages so far")]
    [InlineData("de", 400, 400, "Auch nach der Bedeutung gefunden")]
    public async Task GivenASentenceModel_WhenNotesAreAsked_ThenItIsSaidHowFarItIs(string locale, int made, int all, string expected)
    {
        var set = Asking.SetOver(new FakeSearcher { Model = new ModelState(new VectorProgress(made, all), Fault: null) });

        var reply = await set.AskAsync("notes", Asking.Student with { Locale = locale });

        Assert.Contains(reply.Blocks.OfType<ListBlock>().SelectMany(list => list.Items), item => item.Text == expected);
    }

    [Theory]
    [InlineData("en", "Notes at commit 0123456, made 3 days ago (")]
    [InlineData("de", "Notizen vom Commit 0123456, vor 3 Tagen (")]
    public async Task GivenNotesOfARepository_WhenNotesAreAsked_ThenTheirCommitItsAgeAndItsPageAreShown(string locale, string expected)
    {
        var version = new NotesVersion("0123456789abcdef", TimeProvider.System.GetUtcNow().AddDays(-3).AddMinutes(-1));
        var set = Asking.SetOver(new FakeSearcher { Version = version });

        var reply = await set.AskAsync("notes", Asking.Student with { Locale = locale });

        ReplyRules.AssertKept(reply);
        var item = Assert.Single(reply.Blocks.OfType<ListBlock>().SelectMany(list => list.Items), item => item.Text.StartsWith(expected, StringComparison.Ordinal));
        Assert.Equal("https://host.example/commit/0123456789abcdef", item.Url);
    }

    [Theory]
    [InlineData("en", "/find", "Find in notes")]
    [InlineData("de", "/finden", "In Notizen suchen")]
    public async Task GivenALanguage_WhenHelpIsAsked_ThenTheCommandsAreListedByTheirNames(string locale, string find, string menu)
    {
        var reply = await Asking.SetOver(new FakeSearcher()).AskAsync("help", Asking.Student with { Locale = locale });

        var names = reply.Blocks.OfType<ListBlock>().First().Items.Select(item => item.Text).ToList();
        Assert.Contains(find, names);
        Assert.Contains(menu, names);
    }

    [Fact]
    public async Task GivenATerminal_WhenHelpIsAsked_ThenTheOptionsAreNamedToo()
    {
        var reply = await Asking.SetOver(new FakeSearcher()).AskAsync("help", Asking.Student with { Visibility = null });

        Assert.Contains("/find query [course] [week]", reply.Blocks.OfType<ListBlock>().First().Items.Select(item => item.Text));
    }

    [Fact]
    public async Task GivenNotes_WhenHelpIsAsked_ThenItHasExamplesFromThem()
    {
        var searcher = new FakeSearcher { Suggestions = ["2. Data drift", "Canary"] };

        var reply = await Asking.SetOver(searcher).AskAsync("help", null);

        Assert.Equal(["/find Data drift", "/find Canary"], reply.Blocks.OfType<ListBlock>().ElementAt(1).Items.Select(item => item.Text));
    }

    private static void AssertDescription(Localized description) =>
        Assert.All(description.Others.Values.Append(description.English), text => Assert.InRange(text.Length, 1, 100));
}
