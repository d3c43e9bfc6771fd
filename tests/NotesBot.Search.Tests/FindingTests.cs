using NotesBot.Notes;

namespace NotesBot.Search.Tests;

public sealed class FindingTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly PassageIndexWriter _writer;

    public FindingTests() => _writer = _folder.Open();

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("tf.data", "Read files with tf.data and shuffle them.")]
    [InlineData("ExampleGen", "The ExampleGen component reads files.")]
    [InlineData("example gen", "The ExampleGen component reads files.")]
    [InlineData("snake_case", "Names are written in snake_case here.")]
    [InlineData("C++", "Servers are often written in C++ for speed.")]
    [InlineData("F1", "The F1 score joins precision and recall.")]
    [InlineData("model's", "A model's weights are saved.")]
    [InlineData("dataset", "A data set needs labels.")]
    [InlineData("data set", "A dataset needs labels.")]
    [InlineData("ML Ops", "MLOps is a set of practices.")]
    [InlineData("deploymnt", "A canary deployment is careful.")]
    [InlineData("orchestr", "Orchestrators schedule components.")]
    [InlineData("labeling", "Experts labeled the pictures.")]
    [InlineData("Aequivalenz", "Die Äquivalenz ist eine Bijunktion.")]
    [InlineData("Aquivalenz", "Die Äquivalenz ist eine Bijunktion.")]
    [InlineData("Äquivalenz", "Die Aequivalenz ist eine Bijunktion.")]
    [InlineData("Äquivalenz", "Die A\u0308quivalenz ist eine Bijunktion.")]
    [InlineData("komplement", "Das Zweierkomplement wird so gebildet.")]
    [InlineData("DAG", "Workflows are a directed acyclic graph.")]
    [InlineData("TFDV", "Use Tensorflow Data Validation for that.")]
    [InlineData("GDPR", "In Europe the RGPD asks for that.")]
    [InlineData("neural architecture search", "NAS takes long.")]
    [InlineData("机器", "机器学习 is Chinese.")]
    public void GivenAPassage_WhenAskedAsPeopleType_ThenItIsFirst(string query, string text)
    {
        Fill([text, "Something else about birds and their nests.", "Cooking with rice and beans is cheap."]);

        var answer = Ask(query);

        Assert.Equal(text, answer.Hits[0].Passage.Text);
    }

    [Fact]
    public void GivenTheExactWordAndAnotherForm_WhenAsked_ThenTheExactWordIsFirst()
    {
        Fill(["Monitoring takes time.", "A monitor takes time.", "Birds fly south."]);

        var answer = Ask("monitor");

        Assert.Equal(["A monitor takes time.", "Monitoring takes time."], answer.Hits.Select(hit => hit.Passage.Text));
    }

    [Theory]
    [InlineData("what is provenance", "Provenance is the place from which data come.", "For provenance, keep records.")]
    [InlineData("whats provenance", "Provenance is the place from which data come.", "For provenance, keep records.")]
    [InlineData("What's provenance", "Provenance is the place from which data come.", "For provenance, keep records.")]
    [InlineData("define provenance", "Provenance: the place from which data come.", "For provenance, keep records.")]
    [InlineData("what is provenance", "Provenance: the place from which data come.", "For provenance, keep records.")]
    [InlineData("Was ist ein Hashwert?", "Ein Hashwert ist eine Zahl fester Länge.", "Hashwert wird hier verglichen.")]
    [InlineData("what is area under curve", "The area under curve (AUC) is a share.", "Under area or curve is nothing.")]
    [InlineData("what is area under curve", "The area under curve (AUC) is a share.", "The area under curve is important.")]
    [InlineData("what does lineage mean", "Lineage describes how data were made.", "For lineage, keep records.")]
    [InlineData("difference between lineage and provenance", "Provenance means where data come from.", "Of provenance, keep records.")]
    [InlineData("lineage vs provenance", "Provenance means where data come from.", "Of provenance, keep records.")]
    [InlineData("Unterschied zwischen Kante und Knoten", "Ein Knoten ist ein Punkt.", "Mit Knoten wird gerechnet.")]
    public void GivenAPassageThatSaysWhatSomethingIs_WhenThatIsAsked_ThenItIsBeforeOneThatNamesIt(string query, string definition, string other)
    {
        Fill([other, definition, "Birds fly south."]);

        var answer = Ask(query);

        Assert.Equal(definition, answer.Hits[0].Passage.Text);
    }

    [Theory]
    [InlineData("lineage", "So lineage basically means how data were made.", "The lineage of lineage needs lineage.")]
    [InlineData("lineage", "How data were made is called lineage, they say.", "The lineage of lineage needs lineage.")]
    [InlineData("data lineage", "- Data lineage: how some files were made before.", "- Store data lineage. Of data lineage we know little.")]
    [InlineData("what is lineage", "- Lineage: how some files were made before.", "- Data lineage: of lineage and lineage nobody spoke.")]
    [InlineData("what is start with a model", "- Start with a model: begin with an initial one.", "Start early. A model may start a model.")]
    [InlineData("what is data lineage (DL)", "- Data lineage (DL) - how some files were made", "Data lineage, DL, data lineage, DL and data lineage.")]
    [InlineData("GDPR", "The General Rule of Old Kings, or GDPR, is asked for.", "The GDPR, the GDPR and the GDPR are asked for.")]
    public void GivenAPassageThatIntroducesAName_WhenTheNameIsAsked_ThenItIsBeforeOneThatRepeatsIt(string query, string introduction, string other)
    {
        Fill([other, introduction, "Birds fly south."]);

        var answer = Ask(query);

        Assert.Equal(introduction, answer.Hits[0].Passage.Text);
    }

    /// <summary>A note of another title that calls itself so in its front matter, and begins with the name.</summary>
    [Fact]
    public void GivenANoteWithAnAlias_WhenTheAliasIsAsked_ThenItsBeginningIsBeforeSectionsThatRepeatIt()
    {
        const string beginning = "OSPF routing is widely used for routing inside of one system, where each router keeps a map of all of it.";
        const string section = "Multicast OSPF adds to OSPF.";
        Sample.Write(
            _writer,
            Sample.Passage("Open Shortest Path First.md", 0, beginning, "Definition") with { Keywords = ["network/layer", "OSPF"] },
            Sample.Passage("Open Shortest Path First.md", 1, section, "Definition", "Support of multicast") with { Keywords = ["network/layer", "OSPF"] },
            Sample.Passage("b.md", 0, "Birds fly south."));

        Assert.Equal(beginning, Ask("OSPF").Hits[0].Passage.Text);
    }

    /// <summary>Who spoke where, and what else there is to read, say nothing about what is asked.</summary>
    [Theory]
    [InlineData("Splicing\nLocation: Residency\nTranscript by: Ann Smith")]
    [InlineData("Slides: https://example.org/splicing.pdf\nVideo: https://example.org/splicing")]
    [InlineData("- A. Smith et al. (2019). Splicing. Vol. 3\n- B. Jones. Splicing. University Press")]
    public void GivenABlockOfNamesAndAddresses_WhenASubjectIsAsked_ThenProseIsBeforeIt(string block)
    {
        const string prose = "Yesterday we spoke of channels and of splicing, of fees, of the weather, and of many other things besides.";
        Fill([block, prose, "Birds fly south."]);

        var answer = Ask("splicing");

        Assert.Equal(prose, answer.Hits[0].Passage.Text);
    }

    [Theory]
    [InlineData("difference between precision and recall", "Recall is a share of what is there. Precision means how much is right.")]
    [InlineData("Define recall and precision please", "Recall is a share of what is there. Precision means how much is right.")]
    [InlineData("Define the recall and a precision", "Recall is a share of what is there. Precision means how much is right.")]
    [InlineData("what are recall and precision?", "- Recall: a share of what is there.\n- Precision: how much is right.")]
    public void GivenAQuestionForTwoThings_WhenAPassageDefinesBoth_ThenItIsBeforeOneThatDefinesOne(string query, string both)
    {
        Fill(["Recall is a share of what is there. Of precision nobody spoke.", both, "Birds fly south."]);

        var answer = Ask(query);

        Assert.Equal(both, answer.Hits[0].Passage.Text);
    }

    [Fact]
    public void GivenNotesInTwoLanguages_WhenAskedInTheOther_ThenItsWordsAreNotTakenForNames()
    {
        const string question = "Darf ich in der Klausur einen Taschenrechner oder ein Lineal benutzen?";
        const string exam = "In der Klausur ist ein Rechner nicht erlaubt, und das Skript darf auch nicht auf dem Tisch liegen.";
        string[] german = [exam, .. Enumerable.Range(0, 4).Select(i => $"Die Vögel der Insel {i} fliegen im Winter in den Süden, und sie kommen wieder.")];
        Fill(german);
        var alone = Ask(question);
        Fill([.. german, .. Enumerable.Range(0, 30).Select(i => $"The birds of the island {i} fly to the south in the winter, and they come back.")]);

        var beside = Ask(question);

        Assert.Equal(Confidence.Answer, alone.Confidence);
        Assert.Equal(Confidence.Answer, beside.Confidence);
        Assert.Equal(exam, beside.Hits[0].Passage.Text);
    }

    [Fact]
    public void GivenALongQuestion_WhenItSaysAWordAgainAndAgain_ThenThatIsWhatItIsAbout()
    {
        Fill(["Journals are listed by price.", "Libraries keep journals.", "Birds fly south."]);

        var once = Ask("libraries, listed by price");
        var again = Ask("libraries, listed by price: which libraries, and what do libraries do?");

        Assert.StartsWith("Journals", once.Hits[0].Passage.Text, StringComparison.Ordinal);
        Assert.StartsWith("Libraries", again.Hits[0].Passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAPastedPage_WhenItsLastWordIsTheRarestOfTheNotes_ThenItIsLookedFor()
    {
        var common = Enumerable.Range(0, 200).Select(i => $"wandering{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}").ToList();
        Fill([.. Enumerable.Range(0, 40).Select(i => string.Join(' ', common.Skip(i * 2).Take(100))), "Coelacanths swim deep."]);

        var answer = Ask($"{string.Join(' ', common)} coelacanths");

        Assert.Contains(answer.Hits, hit => hit.Passage.Text.StartsWith("Coelacanths", StringComparison.Ordinal));
    }

    [Fact]
    public void GivenTheWordsOfAHeading_WhenAsked_ThenWhatStandsUnderItComesAsItWasWritten()
    {
        Sample.Write(_writer,
            Sample.Passage("drift.md", 0, "It has many faces.", "Where data drift comes from"),
            Sample.Passage("drift.md", 1, "Look at the inputs each day.", "Where data drift comes from", "Causes"),
            Sample.Passage("drift.md", 2, "There is always drift.", "Where data drift comes from", "Summary"),
            Sample.Passage("birds.md", 0, "Birds fly south.", "Birds"));

        var answer = Ask("where data drift comes from");

        Assert.Equal([0, 1, 2], answer.Hits.Select(hit => hit.Passage.Ordinal));
    }

    [Theory]
    [InlineData("canray", 1)]
    [InlineData("caanary", 1)]
    [InlineData("cnary", 1)]
    [InlineData("canxry", 1)]
    [InlineData("cnaray", 0)]
    [InlineData("deplyomnt", 1)]
    [InlineData("dplyomnt", 0)]
    public void GivenSlipsOfTheFinger_WhenAsked_ThenOneIsForgivenAndInALongWordTwo(string query, int hits)
    {
        Fill(["A canary deployment is careful.", "Birds fly south."]);

        var answer = Ask(query);

        Assert.Equal(hits, answer.Hits.Count);
    }

    [Theory]
    [InlineData("Minimally invasive adenocarcinoma (MIA) grows slowly.", 0)]
    [InlineData("Model inversion attacks (MIA) ask for faces. MIA takes long.", 1)]
    [InlineData("MIA takes long.", 1)]
    public void GivenAnAcronym_WhenWordsWithItsInitialsAreAsked_ThenItIsTakenForThemUnlessTheNotesSayOtherwise(string text, int hits)
    {
        Fill([text, "Birds fly south."]);

        var answer = Ask("model inversion attack");

        Assert.Equal(hits, answer.Hits.Count);
    }

    [Theory]
    [InlineData("model with inversion and attack", 1)]
    [InlineData("a model that does inversion when we attack", 0)]
    public void GivenAnAcronym_WhenItsInitialsStandInAQuestion_ThenOnlyWhatCanBeOneNameIsTakenForIt(string query, int hits)
    {
        Fill(["MIA takes long.", "Birds fly south."]);

        Assert.Equal(hits, Ask(query).Hits.Count);
    }

    [Theory]
    [InlineData("confusion matrix example", "The sheets of CME 106 are short.", false)]
    [InlineData("general data protection regulation", "The GDPR holds for all.", true)]
    public void GivenAnAcronymOfThreeLetters_WhenNothingSaysWhatItIsShortFor_ThenItIsNoAnswer(string query, string text, bool isAnswer)
    {
        Fill([text, .. Enumerable.Range(1, 40).Select(number => $"Example {number} has a matrix of rice in general.")]);

        Assert.Equal(isAnswer, Ask(query).Confidence == Confidence.Answer);
    }

    [Fact]
    public void GivenLettersInCapitals_WhenAWordBeginsWithThem_ThenItIsLessSureThanInSmallOnes()
    {
        Fill(["Pockets are deep.", "Birds fly south.", "Rice is cheap.", "Rain falls on the hills.", "Tea grows there."]);

        Assert.True(Ask("POC").Hits[0].Score < Ask("poc").Hits[0].Score);
    }

    [Fact]
    public void GivenAMisspeltWord_WhenFound_ThenTheAnswerSaysWhatItSearchedFor()
    {
        Fill(["A canary deployment is careful.", "Birds fly south."]);

        var answer = Ask("canary deploymnt");

        Assert.Equal("canary deployment", answer.SearchedFor);
    }

    [Fact]
    public void GivenAnEnglishWordThatTheNotesLack_WhenAnotherIsNear_ThenItIsNotTakenForASlip()
    {
        Fill(["Many shows are on at night.", "Birds fly south."]);

        var answer = Ask("shops");

        Assert.Null(answer.SearchedFor);
        Assert.Empty(answer.Hits);
    }

    [Fact]
    public void GivenACommonWordThatIsRareInTheNotes_WhenAskedWithATerm_ThenTheTermCountsMore()
    {
        Fill(["People watch birds.", "Kubernetes schedules containers.", "Rice is cheap."]);

        var answer = Ask("people kubernetes");

        Assert.Contains("Kubernetes", answer.Hits[0].Passage.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSE", "It went south, so everyone stayed.")]
    [InlineData("PDF", "Here the past does. For it is so, data flow.")]
    [InlineData("MLMD", "Model Management and Delivery comes last.")]
    public void GivenInitialsByChance_WhenAnAcronymIsAsked_ThenItIsNoAnswer(string query, string text)
    {
        Fill([text, "Birds fly south when the winter comes.", "Rice is cheap."]);

        Assert.NotEqual(Confidence.Answer, Ask(query).Confidence);
    }

    [Fact]
    public void GivenAQuotedPhrase_WhenAsked_ThenOnlyPassagesWithItAreHits()
    {
        Fill(["The drift of data is slow.", "We watch for data drift daily."]);

        var answer = Ask("\"data drift\"");

        Assert.Equal("We watch for data drift daily.", Assert.Single(answer.Hits).Passage.Text);
    }

    [Fact]
    public void GivenAnExcludedWord_WhenAsked_ThenPassagesWithItAreNoHits()
    {
        Fill(["Drift of concepts.", "Drift of data."]);

        var answer = Ask("drift -concepts");

        Assert.Equal("Drift of data.", Assert.Single(answer.Hits).Passage.Text);
    }

    [Fact]
    public void GivenACourseAndWeek_WhenAsked_ThenOnlyTheirPassagesAreHits()
    {
        Sample.Write(
            _writer,
            Sample.Passage("a.md", 0, "Drift in week one.") with { Course = 1, Week = 1 },
            Sample.Passage("b.md", 0, "Drift in week two.") with { Course = 1, Week = 2 },
            Sample.Passage("c.md", 0, "Drift of course two.") with { Course = 2, Week = 2 });

        var ofWeek = Ask(new SearchRequest("drift", Course: 1, Week: 2));
        var ofCourse = Ask(new SearchRequest("drift", Course: 1));

        Assert.Equal("b.md", Assert.Single(ofWeek.Hits).Passage.Path);
        Assert.Equal(2, ofCourse.Hits.Count);
    }

    [Fact]
    public void GivenATableOfContents_WhenItsWordsAreAsked_ThenItComesLast()
    {
        Sample.Write(
            _writer,
            Sample.Passage("a.md", 0, "- Data drift\n- Data drift again", "Contents") with { Kind = PassageKind.Contents },
            Sample.Passage("a.md", 1, "It is when the data drift away from what they were, slowly or at once.", "Data drift"));

        var answer = Ask("data drift");

        Assert.Equal([PassageKind.Prose, PassageKind.Contents], answer.Hits.Select(hit => hit.Passage.Kind));
    }

    [Fact]
    public void GivenTheSameTextInANoteAndItsPrintout_WhenAsked_ThenTheNoteAloneIsAHit()
    {
        const string text = "You can add a new parameter to the request by extending it with its name and a value of your own.";
        Sample.Write(_writer, Sample.Passage("a.pdf", 0, text) with { Page = 3 }, Sample.Passage("z.ipynb", 0, text) with { Cell = 4 });

        var answer = Ask("add a parameter to the request");

        Assert.Equal("z.ipynb", Assert.Single(answer.Hits).Passage.Path);
    }

    [Fact]
    public void GivenNothingLikeIt_WhenAsked_ThenItIsNotInTheNotes()
    {
        Fill(["A canary deployment is careful.", "Birds fly south.", "Rice is cheap."]);

        var answer = Ask("photosynthesis chlorophyll");

        Assert.Equal(Confidence.None, answer.Confidence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("-")]
    [InlineData("--- -x -\"y\" \"-\"")]
    [InlineData("+(]{}~^*?:\\/ AND OR NOT")]
    [InlineData("\uD800 \uDC00 \u0000 \u0308")]
    [InlineData("the of and")]
    [InlineData("@everyone <script> 'or 1=1")]
    public void GivenAnyText_WhenAsked_ThenItIsOnlyText(string query)
    {
        Fill(["A canary deployment is careful.", "Birds fly south."]);

        var answer = Ask(query);

        Assert.Equal(query, answer.Query);
    }

    [Fact]
    public void GivenTenThousandCharacters_WhenAsked_ThenThereIsAnAnswer()
    {
        Fill(["A canary deployment is careful.", "Birds fly south."]);

        var answer = Ask(string.Concat(Enumerable.Range(0, 1_250).Select(i => $"wo{i:0000}d ")) + "canary");

        Assert.NotNull(answer.Hits);
    }

    private void Fill(string[] texts) =>
        Sample.Write(_writer, [.. texts.Select((text, i) => Sample.Passage($"{i}.md", 0, text))]);

    private SearchAnswer Ask(string query) => Ask(new SearchRequest(query));

    private SearchAnswer Ask(SearchRequest request) =>
        _writer.Searcher.SearchAsync(request, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
