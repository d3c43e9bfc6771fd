using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Tests;

/// <summary>What is shown of a hit that is not the first, and of the passages of a week.</summary>
public sealed class BriefHitTests
{
    [Fact]
    public async Task GivenAHitUnderAnInnerHeading_WhenFound_ThenThatHeadingNamesItAndIsNotRepeated()
    {
        const string Text = "2. Label drift\nThe share of the classes changes.";
        var passage = Asking.Passage("a.md", 0, Text, "Drift") with
        {
            Parts = [new PassagePart(PassagePartKind.Heading, 0, 14), new PassagePart(PassagePartKind.Prose, 15, Text.Length - 15)],
        };
        var set = Asking.SetOver(new FakeSearcher(Asking.Passage("b.md", 0, "Best.", "First"), passage));

        var block = (await set.AskAsync("find", null, ("query", "label"))).Passages()[1];

        Assert.Equal(("Label drift", "a.md › Drift"), (block.Title, block.Place));
        Assert.EndsWith("The share of the classes changes.", block.Body);
    }

    [Fact]
    public async Task GivenASnippetWithGaps_WhenShownShort_ThenAnEllipsisTakesNoLineOfItsOwn()
    {
        var passage = Asking.Passage("a.md", 0, "One is said.\nTwo is said.\nThree is said.");
        var hits = new[] { new Hit(passage, new Snippet("…\nOne is said.\n…\nThree is said.", [], 0), 1) };
        var set = Asking.SetOver(new FakeSearcher
        {
            Answer = request => FakeSearcher.Found(request.Query) with { Confidence = Confidence.None, Hits = hits },
        });

        Assert.Equal("One is said.\nThree is said.", (await set.AskAsync("find", null, ("query", "x"))).Passages().Single().Body);
    }

    [Fact]
    public async Task GivenAListThatIsCut_WhenAWeekIsRead_ThenItEndsWithAWholeItemAndTheEllipsisIsOfIt()
    {
        var lines = Enumerable.Range(1, 8).Select(i => $"- item number {i} of them").ToList();
        var text = string.Join('\n', lines);
        var passage = Asking.Passage("w1.md", 0, text) with
        {
            Course = 1,
            Week = 1,
            Parts = [.. lines.Select((line, i) => new PassagePart(PassagePartKind.ListItem, i * (line.Length + 1), line.Length))],
        };
        var set = Asking.SetOver(new FakeSearcher(passage) { Syllabus = new([new Course(1, "Basics", [new Week(1, "Data")])]) });

        var block = (await set.PressAsync(new ActionState(ActionKind.WeekPassages) { Course = 1, Week = 1 })).Passages().Single();

        Assert.Equal("- item number 1 of them\n- item number 2 of them\n- item number 3 of them\n- item number 4 of them …", block.Body);
        Assert.Equal(block.Body.Length, block.Parts[^1].Start + block.Parts[^1].Length);
    }

    [Fact]
    public async Task GivenASnippetThatIsCutAfterASentence_WhenShownShort_ThenThereAreNotFourDots()
    {
        var first = "A sentence that is nearly as long as what is shown of a further hit, in order to be its end.";
        var passage = Asking.Passage("a.md", 0, $"{first} Andmoreofit.");
        var hits = new[] { Asking.Passage("b.md", 0, "Best."), passage }.Select((each, i) => new Hit(each, new Snippet(each.Text, [], 0), 2 - i)).ToList();
        var set = Asking.SetOver(new FakeSearcher { Answer = request => FakeSearcher.Found(request.Query) with { Hits = hits } });

        Assert.Equal($"{first} …", (await set.AskAsync("find", null, ("query", "x"))).Passages()[1].Body);
    }
}
