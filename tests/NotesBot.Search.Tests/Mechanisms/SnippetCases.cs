using static NotesBot.Search.Tests.Mechanisms.SmallLibrary;

namespace NotesBot.Search.Tests.Mechanisms;

/// <summary>Which sentences of a passage are shown.</summary>
public sealed class SnippetCases
{
    /// <summary>Two sentences of this length fill a snippet.</summary>
    private const string Filler =
        "Nothing of what is written here is of any use to whoever came to look for something else in these pages, and so it goes on and on until it stops at its very end, which is here.";

    private static string Shown(string query, string text, params string[] trail) =>
        Of(Note("a.md", text, trail)).Ask(query).Hits[0].Snippet.Text;

    private static string Half(string beginning) => $"{beginning}, {Filler[..150].ToLowerInvariant()}.";

    /// <summary>Beside a sentence of this length only a short line has room.</summary>
    private static string Long(string beginning) => $"{beginning}, {Filler.ToLowerInvariant().Replace('.', ',')} {Filler[..60].ToLowerInvariant()}.";

    [Fact]
    public void GivenTheWordTwice_WhenTheSecondStandsElsewhere_ThenItIsShownRatherThanWhatFollows()
    {
        var text = $"{Half("A rollback goes back")} {Filler} {Filler} {Filler} {Half("The rollback was slow")}";

        var shown = Shown("rollback", text);

        Assert.Contains("The rollback was slow", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenALineThatOnlyNamesWhatWasAsked_WhenShown_ThenWhatFollowsItIsShown()
    {
        var text = $"{Filler}\nThe rollback, the canary\n{Long("It goes back at once")}\n{Filler}\n{Long("For a rollback, a canary")}";

        var hits = Of(Note("a.md", text), Note("b.md", "Canary, rollback.")).Ask("rollback canary").Hits;
        var shown = hits.Single(hit => hit.Passage.Path == "a.md").Snippet.Text;

        Assert.Contains("It goes back at once", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenALineThatNamesOneWord_WhenTheOtherStandsElsewhere_ThenTheOtherIsShown()
    {
        var text = $"{Filler}\nThe rollback\n{Long("It goes back at once")}\n{Filler}\n{Long("Of canary nothing")}";

        var shown = Shown("rollback canary", text);

        Assert.Contains("Of canary nothing", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenALongLineThatIsShown_WhenTheWordComesAgain_ThenThatIsShownRatherThanWhatFollows()
    {
        const string longLine = "A slow rollback needs much care and patience of everybody who takes part in all of it today";
        var text = $"{Filler}\n{longLine}\n{Long("It goes back at once")}\n{Filler}\n{Long("For a rollback")}";

        var shown = Shown("rollback", text);

        Assert.Contains("For a rollback", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenWordsOnlyInAHeadingAbove_WhenShown_ThenTheBeginningIs()
    {
        var shown = Shown("rollback", $"{Half("It goes back at once")} {Filler} {Filler}", "Rollback", "Other things");

        Assert.StartsWith("It goes back at once", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenTheHeadingThatWasAsked_WhenASentenceSaysWhatItIs_ThenItIsShown()
    {
        var text = $"{Long("It goes back at once")} {string.Join(' ', Enumerable.Repeat("Nothing here.", 10))} {Long("A rollback is the way back")}";

        var shown = Shown("rollback", text, "Rollback");

        Assert.Contains("A rollback is the way back", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenASentenceThatDefinesOneWord_WhenAnotherHasBoth_ThenTheOtherIsShown()
    {
        var text = $"{Long("A rollback is the way back")} {Filler} {Filler} {Long("Of rollback and canary")}";

        var shown = Shown("rollback canary", text);

        Assert.Contains("Of rollback and canary", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAStopWordOfTheQuestion_WhenShown_ThenOnlyTheContentIsMarked()
    {
        var snippet = Of("A rollback between two versions.", "Birds between trees.").Ask("between rollback").Hits[0].Snippet;

        Assert.Equal(["rollback"], snippet.Marks.Select(mark => snippet.Text.Substring(mark.Start, mark.Length)));
    }

    [Fact]
    public void GivenOneSentenceThatAnswers_WhenShown_ThenTheNextGoesWithIt()
    {
        var text = $"{Half("Here begins it")} {Filler} {Half("A rollback goes back")} {Half("It takes a minute")}";

        var shown = Shown("rollback", text);

        Assert.Contains("It takes a minute", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenTheLastSentenceThatAnswers_WhenShown_ThenTheOneBeforeGoesWithIt()
    {
        var text = $"{Filler} {Filler} {Filler} {Filler} {Half("It takes a minute")} {Half("A rollback goes back")}";

        var shown = Shown("rollback", text);

        Assert.Contains("It takes a minute", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenNoSentenceWithTheWords_WhenShown_ThenTheBeginningIs()
    {
        var shown = Shown("rollback", $"{Half("It goes back at once")} {Filler} {Filler}", "Rollback");

        Assert.StartsWith("It goes back at once", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenTheHeadingThatWasAsked_WhenShown_ThenTheBeginningIsTheAnswer()
    {
        var text = $"{Half("It goes back at once")} {Filler} {Filler} {Half("A rollback, or a canary")}";

        var shown = Shown("rollback", text, "Rollback");

        Assert.StartsWith("It goes back at once", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenTwoSentencesWithTheWord_WhenOneSaysWhatItIs_ThenItIsShown()
    {
        var text = $"{Long("For a rollback keep notes")} {Filler} {Filler} {Long("A rollback is the way back")}";

        var shown = Shown("rollback", text);

        Assert.Contains("is the way back", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAStopWordOfTheQuestion_WhenShown_ThenItIsNotMarked()
    {
        var snippet = Of("The rollback is the way back to the start of the day.").Ask("the rollback").Hits[0].Snippet;

        Assert.Equal(["rollback"], snippet.Marks.Select(mark => snippet.Text.Substring(mark.Start, mark.Length)));
    }

    [Fact]
    public void GivenAWordThatIsNotTheBest_WhenShown_ThenItIsMarkedToo()
    {
        var snippet = Of("Monitoring and a rollback, they say.").Ask("monitor rollback").Hits[0].Snippet;

        Assert.Equal(["Monitoring", "rollback"], snippet.Marks.Select(mark => snippet.Text.Substring(mark.Start, mark.Length)));
    }
}
