using NotesBot.Notes;

namespace NotesBot.Search.Tests;

public sealed class SyllabusTests : IDisposable
{
    private const string Contents = "- Week 1: Neural Architecture Search\n- Week 2: Model Serving Patterns and Infrastructures\n- Week 3: Interpretability";
    private readonly IndexFolder _folder = new();
    private readonly PassageIndexWriter _writer;

    public SyllabusTests() => _writer = _folder.Open();

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("neural architecture search", 1)]
    [InlineData("Neural arhcitecture serach", 1)]
    [InlineData("neural architecture", 1)]
    [InlineData("NAS", 1)]
    [InlineData("nas", 1)]
    [InlineData("model serving patterns", 2)]
    [InlineData("what is interpretability?", 3)]
    [InlineData("interpretab", 3)]
    public void GivenAWeekWithoutNotes_WhenItsTopicIsAsked_ThenTheSyllabusAnswers(string query, int week)
    {
        Write(Sample.Passage("README.md", 0, Contents), new Course(3, "Modeling", Weeks));

        var answer = Ask(query);

        Assert.Equal((week, false, Confidence.Answer), (answer.Syllabus?.Week?.Number, answer.Syllabus?.HasNotes, answer.Confidence));
    }

    [Theory]
    [InlineData("patterns")]
    [InlineData("interpretability of birds")]
    [InlineData("birds")]
    [InlineData("of and")]
    public void GivenAWeekWithoutNotes_WhenItsTitleIsNotWhatWasAsked_ThenTheSyllabusSaysNothing(string query)
    {
        Write(Sample.Passage("README.md", 0, Contents + "\nBirds fly south."), new Course(3, "Modeling", Weeks));

        var answer = Ask(query);

        Assert.Null(answer.Syllabus);
    }

    [Fact]
    public void GivenAWeekWithNotes_WhenItsTopicIsAsked_ThenTheNotesAnswer()
    {
        Write(Sample.Passage("w3.md", 0, "Interpretability is to know why.") with { Course = 3, Week = 3 }, new Course(3, "Modeling", Weeks));

        var answer = Ask("interpretability");

        Assert.Null(answer.Syllabus);
    }

    [Theory]
    [InlineData("quantization")]
    [InlineData("what is pruning")]
    public void GivenATitleThatListsTopics_WhenOneOfThemIsAsked_ThenItIsNamed(string query)
    {
        Write(Sample.Passage("README.md", 0, "Birds fly south."), new Course(1, "Compression", [new Week(1, "Quantization, pruning and small models of the world")]));

        var answer = Ask(query);

        Assert.Equal(1, answer.Syllabus?.Week?.Number);
    }

    [Fact]
    public void GivenANoteThatSaysIt_WhenTheSyllabusListsItWithoutNotes_ThenTheNoteAnswers()
    {
        const string said = "Interpretability is to know why a model says what it says, in words that people understand.";
        Write(Sample.Passage("README.md", 0, said), new Course(3, "Modeling", [new Week(3, "Interpretability")]));

        var answer = Ask("interpretability");

        Assert.Null(answer.Syllabus);
    }

    [Fact]
    public void GivenTwoWeeksOfOneTitle_WhenOneHasNotes_ThenTheNotesAnswer()
    {
        var twice = new Course(1, "Logic", [new Week(1, "Sets and relations"), new Week(2, "Sets and relations")]);
        Write(Sample.Passage("w2.md", 0, "Sets have elements; relations have pairs.") with { Course = 1, Week = 2 }, twice);

        var answer = Ask("sets and relations");

        Assert.Null(answer.Syllabus);
    }

    private static Week[] Weeks =>
        [new(1, "Neural Architecture Search"), new(2, "Model Serving Patterns and Infrastructures"), new(3, "Interpretability")];

    private void Write(Passage passage, Course course)
    {
        _writer.Replace(Sample.File(passage.Path), [passage]);
        _writer.Commit(LibraryFacts.None with { Syllabus = new Syllabus([course]) });
    }

    private SearchAnswer Ask(string query) =>
        _writer.Searcher.SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
