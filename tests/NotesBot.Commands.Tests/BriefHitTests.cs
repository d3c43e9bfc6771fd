using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Tests;

/// <summary>What is shown of a hit that is not the first, and of the passages of a week.</summary>
public sealed class BriefHitTests
{
    [Fact]
    public async Task GivenASentenceThatIsTooLong_WhenShownShort_ThenTheWordThatWasAskedForIsInIt()
    {
        var text = $"{string.Join(' ', Enumerable.Repeat("before", 40))} drift {string.Join(' ', Enumerable.Repeat("after", 40))}.";
        var block = (await Two(text, at: 0, marked: "drift").AskAsync("find", null, ("query", "drift"))).Passages()[1];

        Assert.InRange(block.Body.Length, 60, 102);
        Assert.Equal(["drift"], block.Marks.Select(mark => block.Body.Substring(mark.Start, mark.Length)));
    }

    [Fact]
    public async Task GivenARowOfATable_WhenShownShort_ThenItStandsWholeBelowTheHeader()
    {
        const string Text = "Term | Meaning\nHLP | human level performance, what people reach\nPSI | population stability index";
        var block = (await Two(Text, at: Text.IndexOf("PSI", StringComparison.Ordinal), marked: "PSI",
            new(PassagePartKind.TableHeader, 0, 14), new(PassagePartKind.TableRow, 15, 48), new(PassagePartKind.TableRow, 64, 32))
            .AskAsync("find", null, ("query", "psi"))).Passages()[1];

        Assert.Equal("Term | Meaning\nPSI | population stability index", block.Body);
        Assert.Equal([StretchKind.TableHeader, StretchKind.TableRow], block.Stretches.Select(stretch => stretch.Kind));
    }

    [Fact]
    public async Task GivenAFurtherHit_WhenGoneBackToOrShared_ThenTheSameWordsAreShown()
    {
        var text = $"{string.Join(' ', Enumerable.Repeat("Some words before.", 20))} Drift is a change. {string.Join(' ', Enumerable.Repeat("More words.", 20))}";
        var set = Two(text, at: text.IndexOf("Drift", StringComparison.Ordinal), marked: "Drift");
        var asked = await set.AskAsync("find", Asking.Student, ("query", "drift"), ("private", "true"));

        var read = await set.PressAsync(asked.Select("Read one in full").State, press => press with { Values = ["2"] });
        var back = await set.PressAsync(read.StateOf("Back to the hits"));
        var shared = await set.PressAsync(asked.StateOf("Share here"));

        Assert.StartsWith("Drift is a change.", asked.Passages()[1].Body, StringComparison.Ordinal);
        Assert.Equal(asked.Passages().Select(block => block.Body), back.Passages().Select(block => block.Body));
        Assert.Equal(asked.Passages().Select(block => block.Body), shared.Passages().Select(block => block.Body));
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

        Assert.Equal("- item number 1 of them\n- item number 2 of them\n- item number 3 of them …", block.Body);
        Assert.Equal(block.Body.Length, block.Stretches[^1].Start + block.Stretches[^1].Length);
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

    [Fact]
    public async Task GivenATable_WhenAWeekIsRead_ThenItsFirstRowIsShownBelowItsHeader()
    {
        string[] lines = ["Situation | What there is to compare with in the first weeks", "a new capability | nothing", "an old one | people"];
        var parts = lines.Select((line, i) => new PassagePart(
            i == 0 ? PassagePartKind.TableHeader : PassagePartKind.TableRow, lines.Take(i).Sum(before => before.Length + 1), line.Length));
        var passage = Asking.Passage("w1.md", 0, string.Join('\n', lines)) with { Course = 1, Week = 1, Parts = [.. parts] };
        var set = Asking.SetOver(new FakeSearcher(passage) { Syllabus = new([new Course(1, "Basics", [new Week(1, "Data")])]) });

        var block = (await set.PressAsync(new ActionState(ActionKind.WeekPassages) { Course = 1, Week = 1 })).Passages().Single();

        Assert.StartsWith($"{lines[0]}\n{lines[1]}", block.Body, StringComparison.Ordinal);
    }

    /// <summary>Two hits, the second of this text.</summary>
    private static CommandSet Two(string text, int at, string marked, params PassagePart[] parts)
    {
        var (first, second) = (Asking.Passage("b.md", 0, "Best."), Asking.Passage("a.md", 0, text) with { Parts = parts });
        var mark = new TextMark(text.IndexOf(marked, StringComparison.Ordinal), marked.Length);
        return Asking.SetOver(new FakeSearcher(first, second)
        {
            Answer = request => FakeSearcher.Found(request.Query) with
            {
                Confidence = Confidence.Answer,
                Hits = [new Hit(first, new Snippet(first.Text, [], 0), 2), new Hit(second, new Snippet(text[at..], [mark], at), 1)],
            },
        });
    }
}
