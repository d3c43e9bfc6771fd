using static NotesBot.Search.Tests.Mechanisms.SmallLibrary;

namespace NotesBot.Search.Tests.Mechanisms;

/// <summary>What a word of a question may mean in the notes, and how sure that is.</summary>
public sealed class MeaningCases
{
    /// <summary>Beside the word itself, another form of it counts less, and each the less the less sure it is.</summary>
    [Theory]
    [InlineData("monitor", "A monitor takes time.", "Monitoring takes time.", 0.4, 0.8)]
    [InlineData("general", "The general rests here.", "The generalship rests here.", 0.15, 0.3)]
    [InlineData("Äquivalenz", "Die Äquivalenz von zwei Formeln.", "Die Aequivalenz von zwei Formeln.", 0.67, 0.7)]
    [InlineData("CNN", "The CNN sees.", "The CNNs see.", 0.66, 0.7)]
    [InlineData("ExampleGen", "The ExampleGen reads files.", "The example gen reads files.", 0.6, 0.65)]
    public void GivenTheWordAndAnotherForm_WhenAsked_ThenTheFormCountsLess(string query, string exact, string form, double least, double most)
    {
        var share = Of(exact, form).Share(query, exact, form);

        Assert.InRange(share, least, most);
    }

    /// <summary>A word of courtesy only decides between what is alike.</summary>
    [Fact]
    public void GivenAWordOfCourtesy_WhenAsked_ThenItCountsHardlyAnything()
    {
        const string with = "They said hello to the rollback.";
        const string without = "They said nothing to the rollback.";

        var share = Of(with, without).Share("hello rollback", without, with);

        Assert.InRange(share, 1.01, 1.035);
    }

    /// <summary>Where the notes lack the word, what they have instead counts less than if it had been asked.</summary>
    [Theory]
    [InlineData("monitor", "monitoring", "Monitoring takes time.", 0.7, 0.85)]
    [InlineData("orchestr", "orchestrators", "Orchestrators schedule components.", 0.7, 0.9)]
    [InlineData("orch", "orchestrators", "Orchestrators schedule components.", 0.7, 0.9)]
    [InlineData("grassla", "grasslands", "Grasslands feed cattle.", 0.7, 0.9)]
    [InlineData("light", "lighthouse", "A lighthouse warns ships.", 0.3, 0.6)]
    [InlineData("kaleidoquartz", "kaleido quartz", "Of kaleido quartz nothing is known.", 0.36, 0.4)]
    [InlineData("kalequartz", "kale quartz", "Of kale quartz nothing is known.", 0.3, 0.45)]
    [InlineData("kasten", "werkzeugkasten", "Werkzeugkasten im Keller.", 0.4, 0.6)]
    [InlineData("deploymnt", "deployment", "Deployment is careful.", 0.8, 0.9)]
    [InlineData("canry", "canary", "Canary comes early.", 0.8, 0.9)]
    [InlineData("kubrnetse", "kubernetes", "Kubernetes schedules pods.", 0.55, 0.75)]
    public void GivenNotesWithoutTheWord_WhenAsked_ThenWhatTheyHaveCountsLess(string query, string known, string text, double least, double most)
    {
        var share = Of(text).Share(query, known);

        Assert.InRange(share, least, most);
    }

    [Theory]
    [InlineData("qu", "Quartz is a mineral.")]
    [InlineData("bund", "Verbund aus Teilen.")]
    [InlineData("zikalei", "Zi kalei belongs nothing.")]
    [InlineData("tfk", "A tfx pipeline.")]
    [InlineData("kubertse", "Kubernetes schedules pods.")]
    public void GivenTooFewLetters_WhenAsked_ThenNothingIsGuessed(string query, string text)
    {
        var texts = Of(text).Texts(query);

        Assert.Empty(texts);
    }

    /// <summary>A short word is no long beginning of others.</summary>
    [Fact]
    public void GivenAShortWord_WhenAsked_ThenLongerOnesThatBeginWithItAreNotMeant()
    {
        var texts = Of("The bird sings.", "The birdcage shines.").Texts("bird");

        Assert.DoesNotContain("The birdcage shines.", texts);
    }

    /// <summary>Acronyms and what they stand for: less sure than what was typed, and less again where the initials may agree by chance.</summary>
    [Theory]
    [InlineData("DAG", "directed acyclic graph", "A Directed Acyclic Graph orders jobs.", 0.11, 0.135)]
    [InlineData("neural architecture search method", "NAS", "NAS takes long.", 0.95, 1.15)]
    [InlineData("GDPR", "RGPD", "In Europe the RGPD asks for that.", 0.5, 0.7)]
    public void GivenAnAcronym_WhenAsked_ThenWhatItStandsForCountsLess(string query, string known, string text, double least, double most)
    {
        var share = Of(text).Share(query, known);

        Assert.InRange(share, least, most);
    }

    [Fact]
    public void GivenAnAcronymAndItsWords_WhenAsked_ThenTheAcronymIsFirst()
    {
        const string acronym = "The DAG orders jobs.";
        const string spelledOut = "A Directed Acyclic Graph orders jobs.";

        var share = Of(acronym, spelledOut).Share("DAG", acronym, spelledOut);

        Assert.InRange(share, 0.2, 0.4);
    }

    /// <summary>Words with the initials that stand together but once, in small letters, are doubtful; a name is not.</summary>
    [Fact]
    public void GivenInitialsByChance_WhenTheAcronymIsAsked_ThenANameCountsTwiceAsMuch()
    {
        const string name = "Some Directed Acyclic Graph orders jobs.";
        const string chance = "Some dusty attic grows warm jobs.";

        var share = Of(name, chance).Share("DAG", name, chance);

        Assert.InRange(share, 0.4, 0.65);
    }

    [Fact]
    public void GivenWordsWithTheInitialsTwice_WhenTheAcronymIsAsked_ThenTheyAreStillDoubtful()
    {
        const string name = "Some Directed Acyclic Graph orders jobs.";
        const string twice = "Some dusty attic grows warm jobs.";

        var share = Of(name, twice, "Another dusty attic grows cold.").Share("DAG", name, twice);

        Assert.InRange(share, 0.2, 0.65);
    }

    [Fact]
    public void GivenAStopWord_WhenAsked_ThenItCountsALittle()
    {
        const string with = "Above the rollback stands nothing.";
        const string without = "Above a rollback stands nothing.";

        var share = Of(with, without).Share("the rollback", with, without);

        Assert.InRange(share, 0.72, 0.93);
    }

    [Fact]
    public void GivenACommonWordAndATerm_WhenBothAreAsked_ThenTheTermCountsMore()
    {
        const string term = "A kaleidoscope was found.";
        const string common = "A time was found.";

        var share = Of(term, common).Share("time kaleidoscope", term, common);

        Assert.InRange(share, 0.5, 0.6);
    }

    [Fact]
    public void GivenASynonym_WhenAsked_ThenItCountsNearlyAsMuch()
    {
        const string text = "A kubernetes cluster runs.";
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "kates, kubernetes");
        var library = Of(text);

        var share = library.Score("kates", text, new SearchOptions { Synonyms = file }) / library.Score("kubernetes", text);
        File.Delete(file);

        Assert.InRange(share, 0.85, 0.95);
    }

    [Fact]
    public void GivenARelatedWord_WhenNothingElseAnswers_ThenItCountsByItsWeight()
    {
        const string text = "Wagons stand in rows.";
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "zebrafink\twagons:100 stand:50\n");
        var library = Of(text);

        var share = library.Score("zebrafink", text, new SearchOptions { Thesaurus = file }) / library.Score("wagons", text);
        File.Delete(file);

        Assert.InRange(share, 0.5, 0.7);
    }

    /// <summary>A related word that stands in every other passage says nothing.</summary>
    [Fact]
    public void GivenARelatedWordThatIsEverywhere_WhenAsked_ThenItIsNotLookedFor()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "zebrafink\twagons:100 carts:100\n");
        string[] texts = [.. Enumerable.Range(0, 20).Select(i => i < 9 ? $"Wagons stand in row {i}." : i < 13 ? $"Carts stand in row {i}." : $"Row {i} is empty.")];

        var found = Of(texts).Ask("zebrafink", new SearchOptions { Thesaurus = file }).Hits.Select(hit => hit.Passage.Text).ToList();
        File.Delete(file);

        Assert.Contains(texts[9], found);
        Assert.DoesNotContain(texts[0], found);
    }

    /// <summary>Where the words themselves answer, related ones only lead astray; where they hardly do, they help.</summary>
    [Theory]
    [InlineData("zebrafink nests", "Zebrafink nests hang high.", false)]
    [InlineData("zebrafink nests lawn", "Zebrafink nests hang high.", false)]
    [InlineData("zebrafink nests lawn", "A lawn is mown.", true)]
    public void GivenWordsThatAnswerOrNot_WhenAsked_ThenRelatedOnesHelpOnlyWhereNeeded(string query, string text, bool helps)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "zebrafink\twagons:100\n");

        var found = Of(text, "Wagons stand in rows.").Ask(query, new SearchOptions { Thesaurus = file }).Hits.Select(hit => hit.Passage.Text).ToList();
        File.Delete(file);

        Assert.Equal(helps, found.Contains("Wagons stand in rows."));
    }
}
