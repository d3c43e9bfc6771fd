using NotesBot.Notes;
using static NotesBot.Search.Tests.Mechanisms.SmallLibrary;

namespace NotesBot.Search.Tests.Mechanisms;

/// <summary>What becomes of the best passages: twins, the syllabus, and how sure the answer is.</summary>
public sealed class AnswerCases
{
    private const string Report =
        "A rollback goes back to the version before and takes about a minute when all gauges are green, and longer when somebody has to look "
        + "at each of them by hand, which is why the plan says to watch them from the beginning and to write down what they show all day.";

    [Fact]
    public void GivenTheSameTextTwice_WhenAsked_ThenItIsShownOnce()
    {
        var texts = Of(Report, Report.Replace("all day", "at night", StringComparison.Ordinal)).Texts("rollback gauges");

        Assert.Single(texts);
    }

    [Fact]
    public void GivenTextsThatShareHalf_WhenAsked_ThenBothAreShown()
    {
        var other = Report[..150] + "which nobody knew before the morning of that day, and so they went home to sleep until it was over.";

        var texts = Of(Report, other).Texts("rollback gauges");

        Assert.Equal(2, texts.Count);
    }

    [Fact]
    public void GivenAShortTextUnderTwoHeadings_WhenAsked_ThenBothPlacesAreShown()
    {
        var answer = Of(Note("a.md", "See the rollback below.", "Monday", "Plan"), Note("b.md", "See the rollback below.", "Friday", "Report")).Ask("rollback");

        Assert.Equal(2, answer.Hits.Count);
    }

    [Fact]
    public void GivenALongTextUnderTwoHeadings_WhenAsked_ThenItIsShownOnce()
    {
        var answer = Of(Note("a.md", Report, "Monday of all the weeks", "The plan of it"), Note("b.md", Report, "Friday", "Report of what we have seen")).Ask("rollback");

        Assert.Single(answer.Hits);
    }

    [Theory]
    [InlineData("kaleidoscope mirrors", true)]
    [InlineData("kaleidoscope", false)]
    public void GivenAWeekWithoutNotes_WhenMostOfItsTitleIsAsked_ThenItIsNamed(string query, bool isNamed)
    {
        var week = new Week(2, "Kaleidoscope mirrors of glass lenses");
        var facts = LibraryFacts.None with { Syllabus = new Syllabus([new Course(1, "Optics", [week])]) };

        var answer = Of([Note("syllabus.md", "Some note about nothing.")], facts).Ask(query);

        Assert.Equal(isNamed, answer.Syllabus is not null);
    }

    /// <summary>Two plain words that stand in one passage by chance are no answer; near each other, rare, or in a heading they are.</summary>
    [Theory]
    [InlineData("Notes", "The best of all practices came late, said the people who had written down a model.", false)]
    [InlineData("Notes", "The best late plan model was written down by the people of all practices.", true)]
    [InlineData("The weather model", "The best of all practices came late, said the people who had written it down.", true)]
    public void GivenTwoPlainWords_WhenTheyAreFarApart_ThenTheyAreNoAnswer(string heading, string text, bool isAnswer)
    {
        string[] others = ["The best bread is white.", "A model of the sea is blue.", "The best sand is white.", "A model of the town is grey."];

        var answer = Of([Note("a.md", text, heading), .. others.Select((other, i) => Note($"b{i}.md", other, "Elsewhere"))]).Ask("what is the best model");

        Assert.Equal(isAnswer, answer.Confidence == Confidence.Answer);
    }

    /// <summary>Two words that no other passage has hardly meet by chance.</summary>
    [Fact]
    public void GivenTwoPlainWordsThatAreRare_WhenTheyAreFarApart_ThenTheyAreAnAnswer()
    {
        const string text = "The bridge of the old town was built by people who had come from far away in the south to see a garden.";

        var answer = Of(text, "The bread is white.", "The sea is blue.", "The sand is white.", "The town is grey.").Ask("bridge and garden");

        Assert.Equal(Confidence.Answer, answer.Confidence);
    }

    /// <summary>Words in order, or near each other, in a passage far behind the first are evidence, but not in one that nobody reads.</summary>
    [Theory]
    [InlineData("orderedAny", 15, 1)]
    [InlineData("orderedAny", 25, 0)]
    [InlineData("togetherAny", 7, 1)]
    [InlineData("togetherAny", 15, 0)]
    public void GivenWordsTogetherBehindBetterPassages_WhenAsked_ThenTheyAreEvidenceUpToAPlace(string name, int better, double value)
    {
        var apart = Enumerable.Range(0, better).Select(i => $"drift drift drift one two three four five six seven eight nine data data data {i}");
        var together = "data drift " + string.Join(' ', Enumerable.Repeat("and nothing else of note happened that afternoon", 12));

        var evidence = Of([.. apart, together]).Evidence("data drift");

        Assert.Equal(value, evidence[name]);
    }

    /// <summary>The first is ahead of the nine after it, not of the next one alone, and not of all.</summary>
    [Fact]
    public void GivenASecondAsGoodAsTheFirst_WhenOthersAreWorse_ThenTheFirstIsAhead()
    {
        string[] good = ["rollback rollback rollback here now", "rollback rollback rollback here then"];
        var fair = Enumerable.Range(0, 8).Select(i => $"rollback here and there {i}");
        var poor = Enumerable.Range(0, 12).Select(i => $"rollback {string.Join(' ', Enumerable.Repeat("and nothing else of note happened", 15))} {i}");

        var evidence = Of([.. good, .. fair, .. poor]).Evidence("rollback");

        Assert.InRange(evidence["ahead"], 0.22, 0.27);
    }

    [Fact]
    public void GivenALibrary_WhenAsked_ThenItsSizeIsEvidence()
    {
        var evidence = Of("A rollback goes back.").Evidence("rollback");

        Assert.InRange(evidence["passages"], 0.8, 1.0);
    }

    /// <summary>A missing name speaks against an answer, a missing common word hardly, but always a little.</summary>
    [Theory]
    [InlineData("zebrafink kaleidoscope", 1, 1)]
    [InlineData("day kaleidoscope", 0.2, 0.45)]
    [InlineData("person kaleidoscope", 0.09, 0.11)]
    public void GivenAWordThatIsMissing_WhenAsked_ThenItSpeaksAgainstTheAnswerByHowRareItIs(string query, double least, double most)
    {
        var evidence = Of("A kaleidoscope was found.").Evidence(query);

        Assert.InRange(evidence["lacking"], least, most);
    }

    [Fact]
    public void GivenAWordThatIsEverywhere_WhenAsked_ThenItHardlySpeaksAgainstTheAnswer()
    {
        var evidence = Of([.. Enumerable.Range(0, 40).Select(i => $"The gauge stands at {i}.")]).Evidence("gauge");

        Assert.Equal(-1, evidence["unlikely"]);
    }

    /// <summary>In a long passage a word stands more easily by chance, up to four times as easily.</summary>
    [Fact]
    public void GivenAVeryLongPassage_WhenAsked_ThenItsWordsAreLessUnlikely()
    {
        var words = string.Join(' ', Enumerable.Repeat("and nothing else of note happened that afternoon", 20));
        var filler = Enumerable.Range(0, 40).Select(i => $"The gauge stands at {i}.");

        var evidence = Of([.. filler, $"A rollback of the canary, {words}"]).Evidence("rollback canary");

        Assert.InRange(evidence["unlikely"], 0, 0.4);
    }
}
