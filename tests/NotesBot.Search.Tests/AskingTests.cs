using NotesBot.Notes;

namespace NotesBot.Search.Tests;

/// <summary>How a question is typed, what it asks for, and what is no answer to it.</summary>
public sealed class AskingTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly PassageIndexWriter _writer;

    public AskingTests() => _writer = _folder.Open();

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("hi, canary deployment")]
    [InlineData("canary deployment?? pls")]
    [InlineData("<@123456789012345678> canary deployment")]
    [InlineData("hey guys, canary deployment, thanks")]
    [InlineData("canary deployment in the course")]
    [InlineData("canary deployment in this lecture")]
    [InlineData("notes on canary deployment")]
    [InlineData("canary deployment meaning")]
    [InlineData("CANARY DEPLOYMENT")]
    [InlineData("WHAT IS A CANARY DEPLOYMENT")]
    public void GivenAQuestion_WhenItIsTypedOtherwise_ThenPlaceAndVerdictAreTheSame(string query)
    {
        Fill(["A canary deployment is careful.", "Each course has notes, hi.", "Lecture notes of the course are in the lecture.", "Birds fly south."]);

        var answer = Ask(query);

        Assert.Equal((Confidence.Answer, "0.md"), (answer.Confidence, answer.Hits[0].Passage.Path));
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("thanks")]
    [InlineData("help")]
    [InlineData("who are you")]
    [InlineData("wer bist du")]
    [InlineData("can you help me please?")]
    public void GivenNoQuestion_WhenAsked_ThenNothingIsAsked(string query)
    {
        Fill(["Hi, who are you? Thanks for the help.", "Birds fly south."]);

        var answer = Ask(query);

        Assert.Equal((Asked.Nothing, Confidence.None, 0), (answer.Asked, answer.Confidence, answer.Hits.Count));
    }

    [Theory]
    [InlineData("CNN", "CNNs see pictures.")]
    [InlineData("CNNs", "A CNN sees pictures.")]
    [InlineData("gpus", "A GPU is fast.")]
    [InlineData("GPU", "GPUs are fast.")]
    [InlineData("VMs", "A VM is a machine in a machine.")]
    public void GivenAnAcronymAndItsPlural_WhenOneIsAsked_ThenTheOtherIsFound(string query, string text)
    {
        Fill([text, "Birds fly south.", "Rice is cheap."]);

        var answer = Ask(query);

        Assert.Equal((Confidence.Answer, text), (answer.Confidence, answer.Hits[0].Passage.Text));
    }

    [Theory]
    [InlineData("edge deployment", "Deployment has edge-cases.")]
    [InlineData("Riemann activity", "An activity is a step of a process.")]
    [InlineData("foo", "The footer ends a page.")]
    public void GivenNotAllOfIt_WhenAsked_ThenItIsNoAnswer(string query, string text)
    {
        Fill([text, "Birds fly south.", "Rice is cheap."]);

        var answer = Ask(query);

        Assert.NotEqual(Confidence.Answer, answer.Confidence);
    }

    [Fact]
    public void GivenABeginning_WhenItIsTakenForAWord_ThenThatIsSaid()
    {
        Fill(["The footer ends a page.", "Birds fly south."]);

        var answer = Ask("foo");

        Assert.Equal("footer", answer.SearchedFor);
    }

    [Fact]
    public void GivenANearMiss_WhenItSharesOnlyCommonWords_ThenItTellsNothing()
    {
        Fill(["The model is trained.", "A model is saved.", "Each model has a name.", "Models and model cards.", "Rare zebrafish.", "Birds."]);

        var answer = Ask("best model of photosynthesis");

        Assert.All(answer.Hits, hit => Assert.False(hit.IsTelling));
    }

    [Fact]
    public void GivenATerm_WhenALaterPieceOfItsSectionIsDenser_ThenTheFirstComesFirst()
    {
        Sample.Write(_writer,
            Sample.Passage("talk.md", 0, "A watchtower is somebody who looks at the chain for you.", "Talk", "Incentives"),
            Sample.Passage("talk.md", 1, "Every watchtower gets paid.", "Talk", "Incentives"),
            Sample.Passage("birds.md", 0, "Birds fly south.", "Birds"));

        var answer = Ask("watchtower");

        Assert.Equal(0, answer.Hits[0].Passage.Ordinal);
    }

    [Fact]
    public void GivenAnAcronym_WhenAPassageSpellsItOut_ThenItComesBeforeThoseThatUseIt()
    {
        Sample.Write(_writer,
            Sample.Passage("a.md", 0, "The HTLC is forwarded, then the HTLC fails.", "Life"),
            Sample.Passage("b.md", 0, "Payments use an HTLC, which means Hash Timed Lock Contract.", "Context"));

        var answer = Ask("HTLC");

        Assert.Equal("b.md", answer.Hits[0].Passage.Path);
    }

    [Theory]
    [InlineData("sistema operativo")]
    [InlineData("C1W2")]
    public void GivenTheNameOfAFile_WhenAsked_ThenTheFileComesFirst(string query)
    {
        Sample.Write(_writer,
            Sample.Passage("C1W2-Sistema operativo.md", 0, "Administra los recursos.", "Definición"),
            Sample.Passage("Procesos.md", 0, "El sistema operativo crea procesos; un sistema operativo los termina.", "Resumen"),
            Sample.Passage("Memoria.md", 0, "El sistema operativo asigna memoria.", "Resumen"));

        var answer = Ask(query);

        Assert.Equal("C1W2-Sistema operativo.md", answer.Hits[0].Passage.Path);
    }

    [Theory]
    [InlineData("course 2", 2, null)]
    [InlineData("what is in week 1 of course 2?", 2, 1)]
    [InlineData("Kurs 1 Woche 2", 1, 2)]
    public void GivenASyllabus_WhenACourseOrWeekIsAsked_ThenItIsThat(string query, int course, int? week)
    {
        FillCourses();

        var answer = Ask(query);

        Assert.Equal((Asked.Place, course, week), (answer.Asked, answer.Syllabus?.Course.Number ?? 0, answer.Syllabus?.Week?.Number));
    }

    [Fact]
    public void GivenASyllabus_WhenAQuestionNamesAPlace_ThenTheHitsAreOfIt()
    {
        FillCourses();

        var answer = Ask("error analysis course 1 week 2");

        Assert.Equal((1, 2, "c1w2.md"), (answer.Course ?? 0, answer.Week ?? 0, Assert.Single(answer.Hits).Passage.Path));
    }

    [Theory]
    [InlineData("which courses are there")]
    [InlineData("Welche Kurse gibt es?")]
    public void GivenASyllabus_WhenTheCoursesAreAsked_ThenTheyAre(string query)
    {
        FillCourses();

        var answer = Ask(query);

        Assert.Equal((Asked.Courses, Confidence.Answer), (answer.Asked, answer.Confidence));
    }

    private void FillCourses()
    {
        Passage[] passages =
        [
            Sample.Passage("c1w1.md", 0, "Error analysis is tedious. Error analysis takes time.", "Error analysis") with { Course = 1, Week = 1 },
            Sample.Passage("c1w2.md", 0, "Error analysis finds what goes wrong.", "Errors") with { Course = 1, Week = 2 },
            Sample.Passage("c2w1.md", 0, "Pipelines move data.", "Pipelines") with { Course = 2, Week = 1 },
        ];
        foreach (var passage in passages)
        {
            _writer.Replace(Sample.File(passage.Path), [passage]);
        }

        Week[] weeks = [new(1, "Start"), new(2, "Models")];
        _writer.Commit(LibraryFacts.None with { Syllabus = new Syllabus([new(1, "Introduction", weeks), new(2, "Data", weeks)]) });
    }

    private void Fill(string[] texts) =>
        Sample.Write(_writer, [.. texts.Select((text, i) => Sample.Passage($"{i}.md", 0, text))]);

    private SearchAnswer Ask(string query) =>
        _writer.Searcher.SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
