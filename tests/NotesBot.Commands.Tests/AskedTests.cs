using NotesBot.Commands.Contract;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Tests;

/// <summary>What is said besides the hits, and where there are none.</summary>
public sealed class AskedTests
{
    private static readonly Passage Drift = Asking.Passage("drift.md", 0, "Drift is a change.", "Drift", course: 2, week: 3);

    private static readonly Syllabus Syllabus =
        new([new Course(1, "Introduction", [new Week(1, "Start")]), new Course(2, "Data", [new Week(3, "Change")])]);

    [Fact]
    public async Task GivenNothingAsked_WhenGreeted_ThenOneSentenceHasTwoExamplesOfTheNotes()
    {
        var set = Asking.SetOver(new FakeSearcher(Drift)
        {
            Suggestions = ["Data drift", "Canary deployment"],
            Answer = request => new SearchAnswer { Query = request.Query, Confidence = Confidence.None, Hits = [], Asked = Asked.Nothing },
        });

        var reply = await set.AskAsync("find", null, ("query", "hi"));

        Assert.EndsWith("such as “Data drift” or “Canary deployment”.", Assert.IsType<TextBlock>(Assert.Single(reply.Blocks)).Text);
    }

    [Fact]
    public async Task GivenAFilterWithoutHits_WhenAnotherPlaceAnswers_ThenItIsNamedAndAButtonLeadsThere()
    {
        var set = Asking.SetOver(new FakeSearcher(Drift)
        {
            Syllabus = Syllabus,
            Answer = request => FakeSearcher.Found(request.Query, request.Course is null ? [Drift] : []),
        });

        var reply = await set.AskAsync("find", null, ("query", "drift"), ("course", "1"));

        Assert.StartsWith("“drift” is not in the notes of", reply.Sentences());
        Assert.Contains("but in", reply.Sentences());
        Assert.Equal((ActionKind.FindPage, null, Drift.Id), PlaceOf(reply.StateOf("Show it in all courses")));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task GivenHits_WhenOthersSeeThem_ThenTheQuestionStandsSmallAbove(bool isPrivate, bool isShown)
    {
        var set = Asking.SetOver(new FakeSearcher(Drift));

        var reply = await set.AskAsync("find", null, ("query", "data drift"), ("private", isPrivate ? "true" : "false"));

        Assert.Equal(isShown, reply.Blocks[0] is TextBlock { Subtle: true, Text: "data drift" });
    }

    [Fact]
    public async Task GivenAFilter_WhenAskingAgain_ThenTheFormNamesIt()
    {
        var set = Asking.SetOver(new FakeSearcher(Drift) { Syllabus = Syllabus });

        var reply = await set.PressAsync(new ActionState(ActionKind.AskAgain) { Course = 2, Week = 3 });

        Assert.StartsWith("Ask again: ", reply.Form!.Title);
        Assert.InRange(reply.Form.Title.Length, 12, 45);
    }

    [Fact]
    public async Task GivenNearMisses_WhenTheyShareNothingRare_ThenOnlyHeadingsAreNamed()
    {
        var set = Asking.SetOver(new FakeSearcher(Drift)
        {
            Answer = request => FakeSearcher.Found(request.Query, Drift) with
            {
                Confidence = Confidence.None,
                Hits = [new Hit(Drift, new Snippet("Drift", [], 0), 1) { IsTelling = false }],
                Near = ["Drift"],
            },
        });

        var reply = await set.AskAsync("find", null, ("query", "best model"));

        Assert.Empty(reply.Passages());
        Assert.Contains("Headings that come near:", reply.Sentences());
    }

    [Fact]
    public async Task GivenACourseThatDoesNotExist_WhenAsked_ThenTheNoticeSaysSo()
    {
        var searcher = new FakeSearcher(Drift) { Syllabus = Syllabus };

        var found = await new JsonAnswers(Asking.ContextOver(searcher))
            .FindAsync(new SearchRequest("drift", 9), TestContext.Current.CancellationToken);

        Assert.StartsWith("There is no course 9.", found.Notice);
    }

    private static (ActionKind Kind, int? Course, PassageId First) PlaceOf(ActionState state) => (state.Kind, state.Course, state.Passages[0].Id);
}
