using NotesBot.Notes;

namespace NotesBot.Commands.Tests;

public sealed class SyllabusTests
{
    private static readonly Syllabus TwoCourses = new(
    [
        new Course(1, "Basics", [new Week(1, "Data"), new Week(2, null)]),
        new Course(2, "Advanced", [new Week(1, "Models"), new Week(3, "Serving")]),
    ]);

    private static readonly CommandSet Set = Asking.SetOver(new FakeSearcher(
        Asking.Passage("w1.md", 0, "First.", "Data drift", 1, 1),
        Asking.Passage("w1.md", 1, "Second.", "Concept drift", 1, 1))
    {
        Syllabus = TwoCourses,
    });

    [Fact, Trait("Case", "IN-24")]
    public async Task GivenASyllabus_WhenAsked_ThenEachCourseWithoutNotesAndEachOtherWeekWithoutSaysSo()
    {
        var reply = await Set.AskAsync("syllabus", null);

        ReplyRules.AssertKept(reply);
        Assert.Equal(
            [
                ("Course 1: Basics", null, true), ("Week 1: Data", null, true), ("Week 2", "listed, no notes", false),
                ("Course 2: Advanced", "listed, no notes", false), ("Week 1: Models", null, false), ("Week 3: Serving", null, false),
            ],
            reply.Blocks.OfType<ListBlock>().Single().Items.Select(item => (item.Text, item.Note, item.Marked)));
    }

    [Fact]
    public async Task GivenAWeekWithNotes_WhenTheSyllabusIsAsked_ThenItLeadsToThem()
    {
        var overview = await Set.AskAsync("syllabus", null);
        var course = await Set.AskAsync("syllabus", null, ("course", "1"));

        Assert.All(new[] { overview, course }, reply => Assert.Equal(
            [("Week 1: Data", "https://host.example/w1.md")],
            reply.Blocks.OfType<ListBlock>().Single().Items.Where(item => item.Url is not null).Select(item => (item.Text, item.Url))));
    }

    [Fact]
    public async Task GivenAWeekWithNotes_WhenAsked_ThenItsHeadingsAndLinksAreListed()
    {
        var reply = await Set.AskAsync("syllabus", null, ("course", "1"), ("week", "1"));

        ReplyRules.AssertKept(reply);
        Assert.Equal(
            [("w1.md", "https://host.example/w1.md"), ("Data drift", "https://host.example/w1.md"),
                ("Concept drift", "https://host.example/w1.md")],
            reply.Blocks.OfType<ListBlock>().Single().Items.Select(item => (item.Text, item.Url)));
    }

    [Fact]
    public async Task GivenAWeekWithoutNotes_WhenAsked_ThenItSaysExactlyThat()
    {
        var reply = await Set.AskAsync("syllabus", null, ("course", "2"), ("week", "3"));

        Assert.Contains("Course 2 · Week 3 is in the syllabus, but there are no notes of it.", reply.Sentences());
        Assert.DoesNotContain(reply.Buttons(), button => button.State.Kind == ActionKind.WeekPassages);
    }

    [Theory, Trait("Case", "IN-25"), Trait("Case", "IN-21")]
    [InlineData("9", null, "There is no course 9. There are courses 1 and 2.")]
    [InlineData("12a", null, "There is no course 12a. There are courses 1 and 2.")]
    [InlineData("2", "2", "Course 2 has no week 2. There are weeks 1 and 3.")]
    [InlineData(null, "7", "The syllabus has no week 7. There are weeks 1 to 3.")]
    public async Task GivenWhatDoesNotExist_WhenAsked_ThenASentenceListsWhatDoes(string? course, string? week, string sentence)
    {
        (string, string)[] options = [.. course is null ? [] : new[] { ("course", course) },
            .. week is null ? [] : new[] { ("week", week) }];

        var syllabus = await Set.AskAsync("syllabus", null, options);
        var find = await Set.AskAsync("find", null, [("query", "drift"), .. options]);

        Assert.Equal(sentence, syllabus.Sentences());
        Assert.Equal(sentence, find.Sentences());
    }

    [Fact]
    public async Task GivenNoSyllabus_WhenAsked_ThenOneSentenceSaysSo()
    {
        var reply = await Asking.SetOver(new FakeSearcher()).AskAsync("syllabus", null);

        Assert.Equal("The notes list no courses or weeks.", reply.Sentences());
    }

    [Fact]
    public async Task GivenTheOverview_WhenWalkedBySelects_ThenACourseAndThenAWeekIsShown()
    {
        var overview = await Set.AskAsync("syllabus", null);

        var course = await Set.PressAsync(overview.Select("Choose a course").State, press => press with { Values = ["2"] });
        var week = await Set.PressAsync(course.Select("Choose a week").State, press => press with { Values = ["3"] });
        var back = await Set.PressAsync(week.StateOf("All courses"));

        Assert.Equal("Course 2: Advanced", course.Blocks.OfType<HeadingBlock>().Single().Text);
        Assert.Equal("Week 3: Serving", week.Blocks.OfType<HeadingBlock>().Single().Text);
        Assert.Equal("Syllabus", back.Blocks.OfType<HeadingBlock>().Single().Text);
        ReplyRules.AssertKept(course);
        ReplyRules.AssertKept(week);
    }

    [Fact]
    public async Task GivenAWeekOfManyPassages_WhenItsNotesAreRead_ThenPagesShowEachOnce()
    {
        Passage[] passages = [.. Enumerable.Range(0, 12).Select(i => Asking.Passage("w.md", i, $"Text {i}.", $"H{i}", 1, 1))];
        var set = Asking.SetOver(new FakeSearcher(passages) { Syllabus = TwoCourses });
        var week = await set.AskAsync("syllabus", null, ("course", "1"), ("week", "1"));

        var first = await set.PressAsync(week.StateOf("What do the notes say?"));
        var second = await set.PressAsync(first.StateOf("More"));
        var third = await set.PressAsync(second.StateOf("More"));

        Assert.Equal(
            passages.Select(passage => passage.Text), new[] { first, second, third }
                .SelectMany(reply => reply.Passages()).Select(block => block.Body));
        ReplyRules.AssertKept(second);
    }

    [Fact]
    public async Task GivenManyCourses_WhenAsked_ThenTheOverviewStaysShortAndTheSelectWithin25()
    {
        var courses = Enumerable.Range(1, 300).Select(n => new Course(n, new string('x', 300), [new Week(1, null)]));
        var set = Asking.SetOver(new FakeSearcher { Syllabus = new Syllabus([.. courses]) });

        ReplyRules.AssertKept(await set.AskAsync("syllabus", null));
        ReplyRules.AssertKept(await set.AskAsync("syllabus", null, ("course", "300")));
    }

    [Fact]
    public async Task GivenNotesWithoutCourses_WhenTheSyllabusIsAsked_ThenTheirFoldersAreShown()
    {
        var set = Asking.SetOver(new FakeSearcher(Asking.Passage("logic/and.md", 0, "First.", "And", null, null))
        {
            Syllabus = Syllabus.None with
            {
                Outline = [new OutlineEntry("logic", "logic", 2, 3, [new OutlineEntry("And", "logic/and.md", 1, 1, [])]) { IsFolder = true }],
            },
        });

        var reply = await set.AskAsync("syllabus", null);

        ReplyRules.AssertKept(reply);
        Assert.Contains("The notes list no courses or weeks.", reply.Sentences());
        Assert.Equal(
            [("logic", "2 notes", 0), ("And", null, 1)],
            reply.Blocks.OfType<ListBlock>().Single().Items.Select(item => (item.Text, item.Note, item.Indent)));
    }

    [Fact]
    public async Task GivenMoreFoldersThanAScreenHolds_WhenTheSyllabusIsAsked_ThenTheRestIsCounted()
    {
        var folders = Enumerable.Range(1, 50).Select(number => new OutlineEntry($"f{number}", $"f{number}", 1, 1, []) { IsFolder = true });
        var set = Asking.SetOver(new FakeSearcher { Syllabus = Syllabus.None with { Outline = [.. folders] } });

        var reply = await set.AskAsync("syllabus", null);

        ReplyRules.AssertKept(reply);
        Assert.Equal(40, reply.Blocks.OfType<ListBlock>().Single().Items.Count);
        Assert.Contains("and 10 more", reply.Sentences());
    }

    [Fact]
    public async Task GivenLecturesOfACourseWithoutANumber_WhenAsked_ThenTheyAreCalledAsTheNotesDo()
    {
        var lectures = new Course(1, "Compilers", [new Week(2, "Parsing") { Unit = CourseUnit.Lecture }]) { IsByOrder = true };
        var set = Asking.SetOver(new FakeSearcher(Asking.Passage("a.md", 0, "First.", "LL", 1, 2)) { Syllabus = new Syllabus([lectures]) });

        var overview = await set.AskAsync("syllabus", null);
        var hit = await set.AskAsync("find", null, ("query", "first"));

        Assert.Contains(overview.Blocks.OfType<ListBlock>().Single().Items, item => item.Text == "Lecture 2: Parsing");
        Assert.StartsWith("Compilers · Lecture 2", hit.Blocks.OfType<PassageBlock>().First().Place, StringComparison.Ordinal);
    }
}
