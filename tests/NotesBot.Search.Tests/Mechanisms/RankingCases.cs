using NotesBot.Notes;
using static NotesBot.Search.Tests.Mechanisms.SmallLibrary;

namespace NotesBot.Search.Tests.Mechanisms;

/// <summary>What makes a passage the better one.</summary>
public sealed class RankingCases
{
    /// <summary>What comes again counts, each time less.</summary>
    [Fact]
    public void GivenAWordThreeTimes_WhenAsked_ThenItCountsHalfAsMuchAgain()
    {
        const string once = "The rollback of yesterday was slow indeed.";
        const string thrice = "The rollback rollback rollback was slow indeed.";

        var share = Of(once, thrice).Share("rollback", once, thrice);

        Assert.InRange(share, 1.35, 1.65);
    }

    [Fact]
    public void GivenAShortAndALongPassage_WhenAsked_ThenTheLongOneCountsALittleLess()
    {
        const string brief = "The rollback was slow.";
        var lengthy = "The rollback was slow. " + string.Join(' ', Enumerable.Repeat("Nothing else of note happened on that long afternoon.", 8));

        var share = Of(brief, lengthy).Share("rollback", brief, lengthy);

        Assert.InRange(share, 0.5, 0.75);
    }

    [Fact]
    public void GivenATableOfContents_WhenAsked_ThenItIsLast()
    {
        var section = Note("a.md", "Slow and careful.", "Rollback");
        var contents = Note("b.md", "Rollback and more", "Overview") with { Kind = PassageKind.Contents };

        var share = Of(section, contents).Share("rollback and more", section.Text, contents.Text);

        Assert.InRange(share, 0.1, 0.5);
    }

    [Fact]
    public void GivenAHeadingThatIsWhatWasAsked_WhenAsked_ThenItsPassageCountsNearlyThrice()
    {
        var named = Note("a.md", "Slow and careful.", "Notes", "Rollback");
        var said = Note("b.md", "Slow rollback careful.", "Notes", "Other");

        var share = Of(named, said).Share("rollback", said.Text, named.Text);

        Assert.InRange(share, 2.7, 3.0);
    }

    [Theory]
    [InlineData("schön")]
    [InlineData("Schön")]
    public void GivenMarksThatWereTyped_WhenAPassageHasTheWordWithoutThem_ThenItIsFoundBehind(string typed)
    {
        const string marked = "Es ist schön hier und ruhig heute.";
        const string plain = "Am Abend schon wurde alles wieder kalt.";

        var share = Of(marked, plain).Share(typed, marked, plain);

        Assert.InRange(share, 0.79, 0.88);
    }

    /// <summary>Words that stand together as in the question count more than the same words apart, in the other order, or far apart.</summary>
    [Theory]
    [InlineData("drift data of slow gauges", 0.9, 0.96)]
    [InlineData("data gauges of slow drift", 0.83, 0.92)]
    [InlineData("data one two three four five six seven drift", 0.5, 0.87)]
    [InlineData("data is one two drift here", 0.83, 0.97)]
    public void GivenWordsSideBySide_WhenAsked_ThenTheyCountMoreThanApart(string apart, double least, double most)
    {
        const string together = "data drift of slow gauges";

        var share = Of(together, apart).Share("data drift", together, apart);

        Assert.InRange(share, least, most);
    }

    /// <summary>Two words five places further apart than asked still belong together, seven do not.</summary>
    [Fact]
    public void GivenWordsFarApart_WhenAsked_ThenBeyondTheReachTheyCountNothing()
    {
        const string within = "data one two three four five drift";
        const string beyond = "data one two three four five six seven drift";

        var share = Of(within, beyond).Share("data drift", within, beyond);

        Assert.InRange(share, 0.92, 0.945);
    }

    [Fact]
    public void GivenADefinition_WhenItIsAsked_ThenItCountsMore()
    {
        const string definition = "Provenance is the place from where data come.";
        var library = Of(definition);

        var gain = library.Score("what is provenance", definition) / library.Score("is provenance", definition);

        Assert.InRange(gain, 1.7, 2.1);
    }

    [Fact]
    public void GivenADefinition_WhenOnlyItsNameIsAsked_ThenItCountsALittleMore()
    {
        const string definition = "Provenance means where data come from.";
        const string other = "Provenance matters where data come from.";

        var gain = Of(definition, other).Share("provenance", other, definition);

        Assert.InRange(gain, 1.45, 1.75);
    }

    /// <summary>After a colon may stand anything: where its line says nothing, or the name is only the end of another, it counts less.</summary>
    [Theory]
    [InlineData("Provenance:\n- the origin of some files.", 0.7, 0.85)]
    [InlineData("In some files, their provenance: the origin.", 0.57, 0.7)]
    public void GivenAColonBehindAName_WhenItsMeaningIsAsked_ThenItCountsLess(string colon, double least, double most)
    {
        const string sure = "Provenance: where all data come from.";

        var share = Of(sure, colon).Share("define provenance", sure, colon);

        Assert.InRange(share, least, most);
    }

    /// <summary>A reference names a thing and says nothing about it.</summary>
    [Fact]
    public void GivenAReference_WhenItsSubjectIsAsked_ThenItIsBehindProse()
    {
        var said = Note("a.md", "A slow rollback of careful Smith.", "Notes", "Other");
        var reference = Note("b.md", "A careful rollback of slow Jones.", "Notes", "References");

        var share = Of(said, reference).Share("rollback", said.Text, reference.Text);

        Assert.InRange(share, 0.3, 0.6);
    }

    /// <summary>The note that is called what was asked begins with the answer; the rest of it is only a little nearer.</summary>
    [Theory]
    [InlineData(0, 2.8, 3.2)]
    [InlineData(1, 1.03, 1.17)]
    public void GivenANoteThatIsCalledWhatWasAsked_WhenAsked_ThenItsBeginningCountsMost(int ordinal, double least, double most)
    {
        Passage[] titled =
        [
            Sample.Passage("a.md", 0, "Slow and careful.", "Rollback", "Start"), Sample.Passage("a.md", 1, "Steady and patient.", "Rollback", "Later"),
        ];
        var said = Note("b.md", "Slow rollback careful.", "Other", "Start");

        var share = Of([.. titled, said]).Share("rollback", said.Text, titled[ordinal].Text);

        Assert.InRange(share, least, most);
    }

    /// <summary>Under the heading that was asked for what is nearly as good comes as it was written, what is better comes first.</summary>
    [Theory]
    [InlineData("data drift", "Data drift moves in all gauges of the plant, they say.", false)]
    [InlineData("data drift", "Data drift is a drift of data: data drift, and nothing but data drift.", true)]
    [InlineData("data drift slow gauges", "In all of the plant the drift moves, they say to us.", false)]
    [InlineData("data drift slow gauges", "In all of the plant data drift of slow gauges moves.", true)]
    public void GivenTwoPassagesUnderTheHeadingAskedFor_WhenTheSecondIsBetter_ThenItIsFirstOnlyIfMuchSo(string heading, string text, bool isFirst)
    {
        var first = Sample.Passage("a.md", 0, "In all of the plant it moves gently, they say to us.", heading);
        var second = Sample.Passage("a.md", 1, text, heading);

        var texts = Of(first, second).Texts(heading);

        Assert.Equal(isFirst ? second.Text : first.Text, texts[0]);
    }

    /// <summary>Who gives a lecture introduces a term once: where sections are long, its passages come as they were given.</summary>
    [Fact]
    public void GivenALectureWithLongSections_WhenATermIsAsked_ThenItComesFirstWhereItIsIntroduced()
    {
        var introduced = Sample.Passage("a.md", 0, "The rollback was slow on that day, they said to us.", "Lecture", "Monday");
        var again = Sample.Passage("a.md", 3, "The rollback was slow.", "Lecture", "Tuesday");

        var texts = Of(
            introduced,
            Sample.Passage("a.md", 1, "Of gauges and valves.", "Lecture", "Monday"),
            Sample.Passage("a.md", 2, "Of valves and pipes.", "Lecture", "Tuesday"),
            again).Texts("rollback");

        Assert.Equal(introduced.Text, texts[0]);
    }

    [Fact]
    public void GivenAPassageThatSpellsOutTheAcronym_WhenTheAcronymIsAsked_ThenItCountsHalfAsMuchAgain()
    {
        const string plain = "Somewhere the DAG orders all jobs today.";
        const string spelledOut = "A directed acyclic graph (DAG) orders jobs.";

        var share = Of(plain, spelledOut).Share("DAG", plain, spelledOut);

        Assert.InRange(share, 2.2, 2.6);
    }

    /// <summary>A stop word of the question decides little beside a word of content.</summary>
    [Fact]
    public void GivenAStopWordOfTheQuestion_WhenAPassageLacksIt_ThenItCountsLittleLess()
    {
        const string with = "The rollback stays between.";
        const string without = "The rollback stays upstairs.";

        var share = Of(with, without).Share("rollback between", with, without);

        Assert.InRange(share, 0.75, 0.82);
    }
}
