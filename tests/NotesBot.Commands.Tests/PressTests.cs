using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Tests;

public sealed class PressTests
{
    private static readonly Passage[] NineNotes =
        [.. Enumerable.Range(0, 9).Select(i => Asking.Passage($"n{i}.md", 0, $"Drift number {i}.", $"Heading {i}"))];

    [Fact, Trait("Case", "IN-26")]
    public async Task GivenHits_WhenPagesAreTurned_ThenEachHitIsShownOnceInTheSameMessage()
    {
        var set = Asking.SetOver(new FakeSearcher(NineNotes));
        var first = await set.AskAsync("find", null, ("query", "drift"));

        var second = await set.PressAsync(first.StateOf("More"));
        var third = await set.PressAsync(second.StateOf("More"));

        Assert.Equal(9, new[] { first, second, third }
            .SelectMany(reply => reply.Passages()).Select(block => block.Title).Distinct().Count());
        Assert.Equal(Delivery.Update, second.Delivery);
        Assert.Contains("Page 2 of 3", second.Sentences());
        Assert.DoesNotContain(third.Buttons(), button => button.Label == "More");
        ReplyRules.AssertKept(second);
        ReplyRules.AssertKept(third);
    }

    [Fact, Trait("Case", "IN-28")]
    public async Task GivenAPublicAnswer_WhenSomebodyElsePresses_ThenThatPersonGetsAPrivateCopy()
    {
        var set = Asking.SetOver(new FakeSearcher(NineNotes));
        var first = await set.AskAsync("find", null, ("query", "drift"));

        var copy = await set.PressAsync(first.StateOf("More"), Asking.ByAnother);

        Assert.Equal((Delivery.Message, true), (copy.Delivery, copy.Private));
        Assert.Contains(copy.Buttons(), button => button.State.Kind == ActionKind.Share);
    }

    [Fact, Trait("Case", "IN-27")]
    public async Task GivenPassagesThatAreGone_WhenAPageIsTurned_ThenItSaysSoAndKeepsTheRest()
    {
        var first = await Asking.SetOver(new FakeSearcher(NineNotes)).AskAsync("find", null, ("query", "drift"));
        var later = Asking.SetOver(new FakeSearcher(NineNotes[..6]));

        var reply = await later.PressAsync(first.StateOf("More"));

        Assert.StartsWith("3 passages are no longer in the notes", reply.Sentences());
        Assert.Equal(["Heading 3", "Heading 4", "Heading 5"], reply.Passages().Select(block => block.Title));
    }

    [Fact, Trait("Case", "IN-27"), Trait("Case", "SA-25")]
    public async Task GivenAButtonOfAnotherLibrary_WhenPressed_ThenNoPassageAppearsAndOneCanAskAgain()
    {
        var first = await Asking.SetOver(new FakeSearcher(NineNotes)).AskAsync("find", null, ("query", "drift"));
        var other = Asking.SetOver(new FakeSearcher(Asking.Passage("other.md", 0, "Other.")));

        var reply = await other.PressAsync(first.StateOf("More"));

        Assert.Empty(reply.Passages());
        Assert.Equal("What this showed is no longer in the notes, or was moved. Please ask again.", reply.Sentences());
        Assert.Equal(ActionKind.AskAgain, Assert.Single(reply.Buttons()).State.Kind);
    }

    [Theory, Trait("Case", "IN-29")]
    [InlineData("2", "Drift number 1.")]
    [InlineData("9", "Drift number 8.")]
    public async Task GivenASelectOfHits_WhenOneIsChosen_ThenItIsShownWithAWayBack(string value, string body)
    {
        var set = Asking.SetOver(new FakeSearcher(NineNotes));
        var first = await set.AskAsync("find", null, ("query", "drift"));

        var shown = await set.PressAsync(first.Select("Read one in full").State, press => press with { Values = [value] });
        var back = await set.PressAsync(shown.StateOf("Back to the hits"));

        Assert.Equal(body, Assert.Single(shown.Passages()).Body);
        Assert.Equal("Heading 0", back.Passages()[0].Title);
        ReplyRules.AssertKept(shown);
    }

    [Theory, Trait("Case", "SA-15")]
    [InlineData("11")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000000000")]
    [InlineData("'; DROP TABLE")]
    [InlineData("")]
    public async Task GivenAForgedChoice_WhenItArrives_ThenTheHitsAreShown(string value)
    {
        var set = Asking.SetOver(new FakeSearcher(NineNotes));
        var first = await set.AskAsync("find", null, ("query", "drift"));

        var reply = await set.PressAsync(first.Select("Read one in full").State, press => press with { Values = [value] });

        ReplyRules.AssertKept(reply);
        Assert.Equal("Heading 0", reply.Passages()[0].Title);
    }

    [Fact, Trait("Case", "SA-15")]
    public async Task GivenAnyState_WhenPressed_ThenTheReplyKeepsTheRulesAndNothingFails()
    {
        var logger = new RecordingLogger();
        var set = Asking.SetOver(new FakeSearcher(NineNotes) { Syllabus = new Syllabus([new Course(1, "A", [new Week(1, null)])]) }, logger);
        var known = new PassageMark(NineNotes[0].Id, 4_000);
        int[] pages = [0, 1, ActionState.MaxPage];
        int?[] courses = [null, 1, ActionState.MaxNumber];
        PassageMark[][] lists = [[], [known], [known, known, new PassageMark(new PassageId(7), 0)]];
        var states =
            from kind in Enum.GetValues<ActionKind>()
            from page in pages
            from course in courses
            from passages in lists
            select new ActionState(kind) { Page = page, Course = course, Week = course, Passages = passages };

        foreach (var state in states)
        {
            ReplyRules.AssertKept(await set.PressAsync(state));
            ReplyRules.AssertKept(await set.PressAsync(state, press => Asking.ByAnother(press) with { Values = ["1"] }));
        }

        Assert.Empty(logger.Lines);
    }

    [Fact]
    public async Task GivenANoteOfThreePassages_WhenReadOn_ThenTheNextIsShownWithWaysToBothSides()
    {
        var searcher = new FakeSearcher(Asking.Passage("a.md", 0, "One."), Asking.Passage("a.md", 1, "Two."),
            Asking.Passage("a.md", 2, "Three."))
        {
            Answer = request => FakeSearcher.Found(request.Query, Asking.Passage("a.md", 0, "One.")),
        };
        var set = Asking.SetOver(searcher);
        var first = await set.AskAsync("find", null, ("query", "x"));

        var second = await set.PressAsync(first.StateOf("Read on"));
        var third = await set.PressAsync(second.StateOf("Read on"));
        var again = await set.PressAsync(third.StateOf("Read what is before"));

        Assert.Equal(
            ["Two.", "Three.", "Two."], new[] { second, third, again }.Select(reply => Assert.Single(reply.Passages()).Body));
        Assert.DoesNotContain(third.Buttons(), button => button.Label == "Read on");
        Assert.Equal("One.", (await set.PressAsync(again.StateOf("Back to the hits"))).Passages()[0].Body);
    }

    [Fact]
    public async Task GivenAPassageThatIsCut_WhenReadOn_ThenItGoesOnAtTheCut()
    {
        var sentences = Enumerable.Range(0, 40).Select(i => $"Sentence {i} says a little more about it.").ToList();
        var passage = Asking.Passage("a.md", 0, string.Join('\n', sentences)) with
        {
            Line = 1,
            EndLine = 40,
            Parts = [.. sentences.Select((sentence, i) => new PassagePart(
                PassagePartKind.ListItem, sentences.Take(i).Sum(before => before.Length + 1), sentence.Length) { Place = new NotePlace(i + 1, i + 1) })],
        };
        var set = Asking.SetOver(new FakeSearcher(passage, Asking.Passage("a.md", 1, "Next.")));
        var first = await set.AskAsync("find", null, ("query", "x"));

        var rest = await set.PressAsync(first.StateOf("Read on"));
        var next = await set.PressAsync(rest.StateOf("Read on"));

        var shown = new[] { first, rest }.Select(reply => reply.Passages()[0]).ToList();
        Assert.Equal(sentences, shown.SelectMany(block => block.Body.Split('\n')).Where(line => line != "…"));
        var cut = shown[0].Body.Split('\n').Length - 1;
        Assert.Equal([$"a.md, lines 1-{cut}", $"a.md, lines {cut + 1}-40"], shown.Select(block => block.Source));
        Assert.Equal("Next.", next.Passages()[0].Body);
    }

    [Fact]
    public async Task GivenPassagesThatMeanMuchTheSame_WhenSeeAlsoIsPressed_ThenTheyAreListedWithTheWayBack()
    {
        var set = Asking.SetOver(new FakeSearcher(NineNotes) { Near = [NineNotes[7], NineNotes[8]] });
        var page = await set.AskAsync("find", null, ("query", "drift"));
        var read = await set.PressAsync(page.Blocks.OfType<SelectBlock>().Single().State, press => press with { Values = ["1"] });

        var also = await set.PressAsync(read.StateOf("See also"));
        var other = await set.PressAsync(also.Blocks.OfType<SelectBlock>().Single().State, press => press with { Values = ["2"] });
        var back = await set.PressAsync((await set.PressAsync(also.StateOf("Back to the passage"))).StateOf("Back to the hits"));

        Assert.Equal(["Heading 7", "Heading 8"], also.Passages().Select(block => block.Title));
        Assert.Equal("Heading 8", other.Passages().Single().Title);
        Assert.Equal(page.Passages().Select(block => block.Title), back.Passages().Select(block => block.Title));
    }

    [Fact]
    public async Task GivenFoldedHits_WhenReadOnAndBack_ThenNoneIsLost()
    {
        var set = Asking.SetOver(new FakeSearcher([.. Enumerable.Range(0, 12).Select(i => Asking.Passage("a.md", i, $"Hit {i}."))]));
        var first = await set.AskAsync("find", null, ("query", "x"));

        var next = await set.PressAsync(first.StateOf("Read on"));
        var back = await set.PressAsync(next.StateOf("Back to the hits"));

        Assert.All(new[] { first, next, back }, reply => Assert.Contains(reply.Buttons(), button => button.Label == "6 more here"));
    }

    [Fact]
    public async Task GivenAPrivatePage_WhenShared_ThenItIsANewPublicMessageThatCanBeDeleted()
    {
        var set = Asking.SetOver(new FakeSearcher(NineNotes));
        var page = await set.AskAsync("find", null, ("query", "drift"), ("private", "true"));

        var shared = await set.PressAsync(page.StateOf("Share here"), press => press with { Asker = Asking.Student with { Visibility = new Visibility { OnPrivate = true } } });

        Assert.Equal((Delivery.Message, false), (shared.Delivery, shared.Private));
        Assert.Equal("Heading 0", shared.Passages()[0].Title);
        Assert.Contains(shared.Buttons(), button => button.State.Kind == ActionKind.Delete);
    }

    [Fact]
    public async Task GivenAPublicAnswer_WhenDeleted_ThenOnlyWhoAskedMay()
    {
        var set = Asking.SetOver(new FakeSearcher(NineNotes));
        var state = new ActionState(ActionKind.Delete);

        var own = await set.PressAsync(state);
        var other = await set.PressAsync(state, Asking.ByAnother);

        Assert.Equal(Delivery.Delete, own.Delivery);
        Assert.Equal((Delivery.Message, true), (other.Delivery, other.Private));
        Assert.Equal("Only the person who asked can delete this answer.", other.Sentences());
    }

    [Fact, Trait("Case", "IN-30"), Trait("Case", "IN-31")]
    public async Task GivenTheForm_WhenItIsSent_ThenTheSameCourseIsSearchedAndNoFormAnswersAForm()
    {
        var searcher = new FakeSearcher(NineNotes) { Syllabus = new Syllabus([new Course(2, null, [])]) };
        var set = Asking.SetOver(searcher);
        var first = await set.AskAsync("find", null, ("query", "drift"), ("course", "2"));

        var form = await set.PressAsync(first.StateOf("Not what I meant"));
        var found = await set.PressAsync(form.Form!.State,
            press => press with { Fields = new Dictionary<string, string> { ["query"] = "skew" } });
        var blank = await set.PressAsync(form.Form!.State,
            press => press with { Fields = new Dictionary<string, string> { ["query"] = " " } });

        Assert.Equal(Delivery.Form, form.Delivery);
        Assert.Equal(new SearchRequest("skew", 2, Top: 9), searcher.LastRequest);
        Assert.Equal(Delivery.Update, found.Delivery);
        Assert.Equal(Delivery.Message, blank.Delivery);
    }
}
