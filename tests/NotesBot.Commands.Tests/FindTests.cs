using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Tests;

public sealed class FindTests
{
    private static readonly Passage[] TwelveNotes =
        [.. Enumerable.Range(0, 12).Select(i => Asking.Passage($"n{i}.md", 0, $"Drift number {i}.", $"Heading {i}"))];

    [Fact]
    public async Task GivenHits_WhenFound_ThenTheBestIsInFullAndTwoAreShort()
    {
        var set = Asking.SetOver(new FakeSearcher(TwelveNotes));

        var reply = await set.AskAsync("find", null, ("query", "drift"));

        ReplyRules.AssertKept(reply);
        Assert.Equal(["Heading 0", "Heading 1", "Heading 2"], reply.Passages().Select(block => block.Title));
        Assert.Equal([false, true, true], reply.Passages().Select(block => block.Brief));
        Assert.Equal("Drift number 0.", reply.Passages()[0].Body);
        Assert.Equal([(0, 5)], reply.Passages()[0].Marks);
    }

    [Fact]
    public async Task GivenANoteWhoseTitleIsBlank_WhenFound_ThenItsFileNamesIt()
    {
        var set = Asking.SetOver(new FakeSearcher(Asking.Passage("a.md", 0, "Some words.") with { Title = "\u3000" }));

        var reply = await set.AskAsync("find", null, ("query", "words"));

        Assert.Equal("a.md", Assert.Single(reply.Passages()).Title);
    }

    [Fact]
    public async Task GivenALongPassage_WhenFound_ThenWhatSurroundsTheAnswerIsShownWithItsMarks()
    {
        var text = string.Join('\n', Enumerable.Range(0, 40).Select(i => $"Sentence {i} says what there is to say about it."));
        var passage = Asking.Passage("a.md", 0, text);
        var start = text.IndexOf("Sentence 30", StringComparison.Ordinal);
        var snippet = new Snippet("Sentence 30 says what", [new TextMark(start + 12, 4)], start);
        var set = Asking.SetOver(new FakeSearcher(passage)
        {
            Answer = request => FakeSearcher.Found(request.Query, passage) with { Hits = [new Hit(passage, snippet, 1)] },
        });

        var body = (await set.AskAsync("find", null, ("query", "says"))).Passages()[0];

        Assert.Contains("Sentence 30", body.Body);
        Assert.InRange(body.Body.Length, 300, 900);
        Assert.StartsWith("…", body.Body);
        Assert.All(body.Marks, mark => Assert.Equal("says", body.Body.Substring(mark.Start, mark.Length)));
        Assert.NotEmpty(body.Marks);
    }

    [Fact]
    public async Task GivenARowOfALongTable_WhenFound_ThenItsHeaderRowStandsAboveIt()
    {
        const string header = "Name | Meaning";
        var rows = Enumerable.Range(0, 60).Select(i => $"term {i} | what it means and why").ToList();
        var text = string.Join('\n', rows.Prepend(header));
        var parts = PartsOf([header, .. rows]);
        var passage = Asking.Passage("a.md", 0, text) with { Parts = parts, Kind = PassageKind.Table };
        var snippet = new Snippet(rows[50], [], parts[51].Start);
        var set = Asking.SetOver(new FakeSearcher(passage)
        {
            Answer = request => FakeSearcher.Found(request.Query, passage) with { Hits = [new Hit(passage, snippet, 1)] },
        });

        var block = (await set.AskAsync("find", null, ("query", "term 50"))).Passages()[0];

        Assert.StartsWith(header + "\n", block.Body);
        Assert.Contains(rows[50], block.Body);
        Assert.Equal(StretchKind.TableHeader, block.Stretches[0].Kind);
        Assert.All(block.Stretches.Skip(1), part => Assert.StartsWith("term", block.Body.Substring(part.Start, part.Length)));
    }

    [Fact]
    public async Task GivenATableThatDoesNotFit_WhenTheTextIsCutBeforeItsRows_ThenItsHeaderDoesNotStandAlone()
    {
        string[] lines = [new string('a', 500), "Kind | Example", .. Enumerable.Repeat(new string('r', 300), 3)];
        var passage = Asking.Passage("a.md", 0, string.Join('\n', lines));
        var parts = PartsOf(["", .. lines]).Skip(1).Select((part, i) => part with
        {
            Start = part.Start - 1,
            Kind = i switch { 0 => PassagePartKind.Prose, 1 => PassagePartKind.TableHeader, _ => PassagePartKind.TableRow },
        });
        var set = Asking.SetOver(new FakeSearcher(passage with { Parts = [.. parts] }));

        var block = (await set.AskAsync("find", null, ("query", "x"))).Passages()[0];

        Assert.Equal(lines[0] + "\n…", block.Body);
    }

    [Fact]
    public async Task GivenCodeOfManyShortLines_WhenItIsTheBestHit_ThenWholeLinesOfItFillAScreenAtMost()
    {
        string[] lines = [.. Enumerable.Range(0, 60).Select(number => $"x{number} = {number}")];
        var text = string.Join('\n', lines);
        var passage = Asking.Passage("a.md", 0, text) with { Kind = PassageKind.Code, Parts = [new PassagePart(PassagePartKind.Code, 0, text.Length)] };
        var set = Asking.SetOver(new FakeSearcher(passage));

        var block = (await set.AskAsync("find", null, ("query", "x"))).Passages()[0];

        Assert.InRange(block.Body.Split('\n').Length, 10, 20);
        Assert.All(block.Body.Split('\n').SkipLast(1), line => Assert.Contains(line, lines));
    }

    [Fact]
    public async Task GivenManyHitsOfOneNote_WhenFound_ThenTheThirdAndFurtherAreFoldedAndCanBeUnfolded()
    {
        var set = Asking.SetOver(new FakeSearcher(HitsOf("a", "a", "b", "a", "c", "a")));

        var folded = await set.AskAsync("find", null, ("query", "x"));
        var unfolded = await set.PressAsync(folded.StateOf("2 more here"));

        Assert.Equal(["Hit 0.", "Hit 1.", "Hit 2."], folded.Passages().Select(block => block.Body));
        Assert.Equal(["Hit 0.", "Hit 1.", "Hit 3.", "Hit 5."], unfolded.Passages().Select(block => block.Body));
        Assert.Equal(Delivery.Update, unfolded.Delivery);
        ReplyRules.AssertKept(unfolded);
    }

    [Fact]
    public async Task GivenHitsOfOneNoteAlone_WhenFound_ThenThePageIsFull()
    {
        var set = Asking.SetOver(new FakeSearcher(HitsOf("a", "a", "a", "a", "a")));

        var reply = await set.AskAsync("find", null, ("query", "x"));

        Assert.Equal(["Hit 0.", "Hit 1.", "Hit 2."], reply.Passages().Select(block => block.Body));
        Assert.Contains(reply.Buttons(), button => button.Label == "2 more here");
    }

    [Fact]
    public async Task GivenFoldedHits_WhenPagesAreTurned_ThenWhatIsShownIsNumberedWithoutGapsAndCanBeChosen()
    {
        var set = Asking.SetOver(new FakeSearcher(HitsOf("a", "a", "a", "b", "a", "c", "a", "d", "e", "f")));

        var first = await set.AskAsync("find", null, ("query", "x"));
        var second = await set.PressAsync(first.StateOf("More"));

        Assert.Equal([1, 2, 3], first.Passages().Select(block => block.Rank));
        Assert.Equal([4, 5, 6], second.Passages().Select(block => block.Rank));
        Assert.Equal(["1", "2", "3"], first.Select("Read one in full").Choices.Select(choice => choice.Value));
        Assert.Equal(["4", "5", "6"], second.Select("Read one in full").Choices.Select(choice => choice.Value));
    }

    [Fact]
    public async Task GivenFoldedHits_WhenAnyNumberIsChosen_ThenThatHitIsRead()
    {
        var set = Asking.SetOver(new FakeSearcher(HitsOf("a", "a", "a", "b", "a", "c", "a", "d", "e", "f")));
        var first = await set.AskAsync("find", null, ("query", "x"));
        var unfolded = await set.PressAsync(first.StateOf("3 more here"));
        var shown = first.Passages().Concat(unfolded.Passages()).ToList();

        var read = new List<string>();
        foreach (var block in shown)
        {
            var state = unfolded.Select("Read one in full").State;
            read.Add(Assert.Single((await set.PressAsync(state, press => press with { Values = [$"{block.Rank}"] })).Passages()).Body);
        }

        Assert.Equal(shown.Select(block => block.Body), read);
    }

    [Fact]
    public async Task GivenAFurtherNoteWithFoldedHits_WhenOneOfItIsRead_ThenTheOthersAreOneButtonAway()
    {
        var set = Asking.SetOver(new FakeSearcher(HitsOf("a", "b", "b", "b", "c", "d")));
        var first = await set.AskAsync("find", null, ("query", "x"));

        var read = await set.PressAsync(first.Select("Read one in full").State, press => press with { Values = ["2"] });
        var unfolded = await set.PressAsync(read.StateOf("1 more here"));

        Assert.Equal([null, "1 more here", null], first.Passages().Select(block => block.Footnote));
        Assert.Equal(["Hit 1.", "Hit 2.", "Hit 3."], unfolded.Passages().Select(block => block.Body));
        ReplyRules.AssertKept(read);
    }

    [Fact, Trait("Case", "MC-13")]
    public async Task GivenNothingFound_WhenAsked_ThenItSaysSoAndNamesWhatIsNear()
    {
        var set = Asking.SetOver(new FakeSearcher
        {
            Answer = request => FakeSearcher.Found(request.Query) with { Near = ["Data drift", "Concept drift"] },
        });

        var reply = await set.AskAsync("find", null, ("query", "kubernetes"));

        ReplyRules.AssertKept(reply);
        Assert.StartsWith("“kubernetes” is not in the notes.", reply.Sentences());
        Assert.Equal(["Data drift", "Concept drift"], reply.Blocks.OfType<ListBlock>().Single().Items.Select(item => item.Text));
    }

    [Fact]
    public async Task GivenOnlyASyllabusLine_WhenAsked_ThenThatFactIsTheAnswerAndNoNoteIsClaimed()
    {
        var week = new Week(1, "Neural Architecture Search");
        var course = new Course(3, "Modeling", [week]);
        var set = Asking.SetOver(new FakeSearcher
        {
            Syllabus = new Syllabus([course]),
            Answer = request => FakeSearcher.Found(request.Query) with { Syllabus = new SyllabusMatch(course, week, HasNotes: false) },
        });

        var reply = await set.AskAsync("find", null, ("query", "neural architecture search"));

        ReplyRules.AssertKept(reply);
        Assert.Equal(
            "The syllabus lists Course 3 · Week 1: Neural Architecture Search, but there are no notes of it.", reply.Sentences());
        Assert.Equal(ActionKind.Syllabus, reply.StateOf("Course 3 · Week 1").Kind);
    }

    [Fact]
    public async Task GivenASyllabusLineWithoutNotes_WhenAskedAndHitsAreNear_ThenTheyStandShortBelowTheFactAsTheClosest()
    {
        var course = new Course(3, "Modeling", []);
        var set = Asking.SetOver(new FakeSearcher(TwelveNotes)
        {
            Syllabus = new Syllabus([course]),
            Answer = request => FakeSearcher.Found(request.Query, TwelveNotes) with
            {
                Syllabus = new SyllabusMatch(course, null, HasNotes: false),
            },
        });

        var reply = await set.AskAsync("find", null, ("query", "modeling"));

        ReplyRules.AssertKept(reply);
        Assert.Equal(
            "The syllabus lists Course 3: Modeling, but there are no notes of it.\nClosest in the notes:", reply.Sentences());
        Assert.Equal([true, true, true], reply.Passages().Select(block => block.Brief));
    }

    [Fact]
    public async Task GivenAnUncertainAnswerOfACorrectedQuery_WhenAsked_ThenBothAreSaid()
    {
        var set = Asking.SetOver(new FakeSearcher(TwelveNotes)
        {
            Answer = request => FakeSearcher.Found(request.Query, TwelveNotes) with
            {
                Confidence = Confidence.Closest,
                SearchedFor = "drift",
            },
        });

        var reply = await set.AskAsync("find", null, ("query", "drfit"));

        Assert.Contains("Searched for “drift” instead of “drfit”.", reply.Sentences());
        Assert.Contains("The closest I found", reply.Sentences());
    }

    [Fact, Trait("Case", "IN-36")]
    public async Task GivenALocale_WhenAsked_ThenTheReplyIsInThatLanguageOrInEnglish()
    {
        var set = Asking.SetOver(new FakeSearcher());

        var replies = await Task.WhenAll(new[] { "de", "de-AT", "fr", "xx", null }
            .Select(locale => set.AskAsync("find", Asking.Student with { Locale = locale }, ("query", "drift"))));

        Assert.All(replies.Take(2), reply => Assert.StartsWith("„drift“ steht nicht in den Notizen.", reply.Sentences()));
        Assert.All(replies.Skip(2), reply => Assert.StartsWith("“drift” is not in the notes.", reply.Sentences()));
    }

    [Fact, Trait("Case", "IN-33")]
    public async Task GivenNoQuery_WhenAsked_ThenOneSentenceAsksForIt()
    {
        var set = Asking.SetOver(new FakeSearcher(TwelveNotes));

        var reply = await set.AskAsync("find", null, ("query", "  "));

        Assert.StartsWith("What shall I look for?", Assert.Single(reply.Blocks.OfType<TextBlock>()).Text);
    }

    [Fact, Trait("Case", "MC-11")]
    public async Task GivenAQueryOf6000Characters_WhenAsked_ThenItIsCutAndThePagesStillWork()
    {
        var searcher = new FakeSearcher(TwelveNotes);
        var set = Asking.SetOver(searcher);

        var reply = await set.AskAsync("find", null, ("query", new string('x', 6_000)));

        ReplyRules.AssertKept(reply);
        Assert.Equal(1_000, searcher.LastRequest!.Query.Length);
        Assert.InRange(ActionStateCodec.Encode(reply.StateOf("More")).Length, 1, 100);
    }

    [Theory]
    [InlineData(null, false, "Delete")]
    [InlineData(null, true, "Share here")]
    [InlineData("true", false, "Share here")]
    [InlineData("false", true, "Delete")]
    public async Task GivenAVisibility_WhenFound_ThenAPrivateReplyCanBeSharedAndAPublicOneDeleted(
        string? option, bool isDefault, string label)
    {
        var set = Asking.SetOver(new FakeSearcher(TwelveNotes));
        (string, string)[] options = option is null ? [("query", "drift")] : [("query", "drift"), ("private", option)];

        var reply = await set.AskAsync("find", Asking.Student with { Visibility = new Visibility { PrivateByDefault = isDefault } }, options);

        Assert.Single(reply.Buttons(), button => button.Label is "Delete" or "Share here" && button.Label == label);
        Assert.Equal(option is null ? null : bool.Parse(option), reply.Private);
    }

    [Fact]
    public async Task GivenATerminal_WhenFound_ThenNothingIsToBeSharedOrDeleted()
    {
        var set = Asking.SetOver(new FakeSearcher(TwelveNotes));

        var reply = await set.AskAsync("find", Asking.Student with { Visibility = null }, ("query", "drift"));

        Assert.DoesNotContain(reply.Buttons(), button => button.State.Kind is ActionKind.Share or ActionKind.Delete);
    }

    [Fact]
    public async Task GivenASyllabusLineWithoutNotes_WhenAPassageOnlyListsIt_ThenItIsNotShownAsClosest()
    {
        var course = new Course(3, "Modeling at Scale", []);
        Passage[] near = [Asking.Passage("README.md", 0, "- Modeling at scale"), Asking.Passage("a.md", 0, "A model.", "Near")];
        var set = Asking.SetOver(new FakeSearcher(near)
        {
            Answer = request => FakeSearcher.Found(request.Query, near) with { Syllabus = new SyllabusMatch(course, null, HasNotes: false) },
        });

        var reply = await set.AskAsync("find", null, ("query", "modeling at scale"));

        Assert.Equal(["Near"], reply.Passages().Select(block => block.Title));
    }

    [Fact, Trait("Case", "MC-12")]
    public async Task GivenTwoFilesOfOneName_WhenFound_ThenTheSelectCanTellThemApart()
    {
        var set = Asking.SetOver(new FakeSearcher(Asking.Passage("a/README.md", 0, "One.", "Same"),
            Asking.Passage("b/README.md", 0, "Two.", "Same")));

        var reply = await set.AskAsync("find", null, ("query", "x"));

        ReplyRules.AssertKept(reply);
        Assert.Equal(["1. Same", "2. Same"], reply.Select("Read one in full").Choices.Select(choice => choice.Label));
    }

    [Fact, Trait("Case", "IN-40")]
    public async Task GivenAMessage_WhenLookedUp_ThenTheReplyIsPrivateAndAnEmptyOneGetsASentence()
    {
        var set = Asking.SetOver(new FakeSearcher(TwelveNotes));
        var message = Asking.Invocation("Find in notes", null, ("query", "What is drift?")) with { Kind = CommandKind.Message };

        var found = await set.InvokeAsync(message, TestContext.Current.CancellationToken);
        var empty = await set.InvokeAsync(message with { Options = new Dictionary<string, string>() },
            TestContext.Current.CancellationToken);

        Assert.True(found.Private);
        Assert.Equal(3, found.Passages().Count);
        Assert.Equal("This message has no text that I could look for.", empty.Sentences());
        Assert.True(empty.Private);
    }

    /// <summary>Hits in order, each of the note that is named.</summary>
    private static Passage[] HitsOf(params string[] notes) =>
        [.. notes.Select((note, i) => Asking.Passage($"{note}.md", i * 5, $"Hit {i}."))];

    private static List<PassagePart> PartsOf(IReadOnlyList<string> lines)
    {
        var start = 0;
        var parts = new List<PassagePart>();
        foreach (var line in lines)
        {
            parts.Add(new PassagePart(parts.Count == 0 ? PassagePartKind.TableHeader : PassagePartKind.TableRow, start, line.Length));
            start += line.Length + 1;
        }

        return parts;
    }
}
