namespace NotesBot.Search.Tests;

/// <summary>Words and questions that are made to confuse.</summary>
public sealed class HostileWordsTests : IDisposable
{
    private const int LongestMs = 120_000;
    private readonly IndexFolder _folder = new();
    private readonly PassageIndexWriter _writer;

    public HostileWordsTests()
    {
        _writer = _folder.Open();
        Sample.Write(
            _writer,
            Sample.Passage("a.md", 0, "The regular field of a plough is large."),
            Sample.Passage("b.md", 0, "Rice and beans are cheap."));
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Theory, Trait("Case", "SA-07")]
    [InlineData("gradient\u200Bdescent")]
    [InlineData("gra\u200Bdi\u200Cent descent")]
    [InlineData("gra\u00ADdient de\u2060scent")]
    [InlineData("\uFEFFgradient descent\u200B")]
    [InlineData("gradi\u200Dent descent")]
    public void GivenZeroWidthCharactersInANote_WhenTheWordIsAsked_ThenItIsFound(string text)
    {
        Sample.Write(_writer, Sample.Passage("c.md", 0, $"We use {text} here, a lot."));

        var answer = Ask(text.Contains("\u200Bdescent", StringComparison.Ordinal) ? "gradientdescent" : "gradient descent");

        Assert.Equal("c.md", answer.Hits[0].Passage.Path);
        Assert.Equal(Confidence.Answer, answer.Confidence);
    }

    [Theory, Trait("Case", "SA-07")]
    [InlineData("pl\u200Bough")]
    [InlineData("plou\u00ADgh")]
    [InlineData("\u2060plough\uFEFF")]
    public void GivenZeroWidthCharactersInAQuestion_WhenAsked_ThenTheWordIsFound(string query)
    {
        var answer = Ask(query);

        Assert.Equal("a.md", answer.Hits[0].Passage.Path);
    }

    [Theory, Trait("Case", "SA-19")]
    [InlineData("*:*")]
    [InlineData("/(.*)*/")]
    [InlineData("(((")]
    [InlineData("*")]
    [InlineData("?????")]
    [InlineData("[a TO z]")]
    [InlineData("text:* OR path:*")]
    [InlineData("_:*^1000")]
    [InlineData("\\")]
    [InlineData("\"")]
    [InlineData("-")]
    public void GivenLucenesSyntax_WhenAsked_ThenItIsTextThatTheNotesDoNotHold(string query)
    {
        var answer = Ask(query);

        Assert.Equal(Confidence.None, answer.Confidence);
    }

    [Theory, Trait("Case", "SA-19")]
    [InlineData("field:plough")]
    [InlineData("+field AND (plough)")]
    [InlineData("plough~~~")]
    [InlineData("plough^10 field^0")]
    [InlineData("{plough} [field]")]
    [InlineData("/plough field/")]
    public void GivenWordsInLucenesSyntax_WhenAsked_ThenTheWordsAreFound(string query)
    {
        var answer = Ask(query);

        Assert.Equal("a.md", answer.Hits[0].Passage.Path);
    }

    // The limit is far beyond what it takes: only what never ends gets there.
    [Theory(Timeout = LongestMs), Trait("Case", "SA-19")]
    [InlineData("?")]
    [InlineData("a~ ")]
    [InlineData("(a* ")]
    [InlineData("\"plough ")]
    [InlineData("-plough ")]
    [InlineData("plouhg ")]
    public async Task GivenTenThousandOfThem_WhenAsked_ThenThereIsAnAnswer(string part)
    {
        var query = string.Concat(Enumerable.Repeat(part, 10_000));

        var answer = await _writer.Searcher.SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken);

        Assert.NotNull(answer.Hits);
    }

    private SearchAnswer Ask(string query) =>
        _writer.Searcher.SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
