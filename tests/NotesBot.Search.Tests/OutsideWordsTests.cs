using Microsoft.Extensions.Logging.Abstractions;

namespace NotesBot.Search.Tests;

public sealed class OutsideWordsTests : IDisposable
{
    private readonly IndexFolder _folder = new();
    private readonly string _words = Directory.CreateTempSubdirectory("notesbot-words-").FullName;

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_words, recursive: true);
    }

    [Theory]
    [InlineData("k8s, kubernetes", "k8s", "Kubernetes schedules containers.")]
    [InlineData("k8s, kubernetes", "kubernetes", "With k8s it runs.")]
    [InlineData("CI, continuous integration", "CI pipeline", "Continuous integration runs all tests.")]
    [InlineData("CI, continuous integration", "continuous integration", "The CI runs all tests.")]
    [InlineData("# of the exam\nÜbung, Aufgabenblatt # both", "ubung", "Das Aufgabenblatt ist leicht.")]
    [InlineData("quiz => test, exam", "quiz", "The exam is in June.")]
    public async Task GivenSynonyms_WhenOneIsAsked_ThenTheOtherIsAnAnswer(string synonyms, string query, string text)
    {
        Fill(text);
        using var searcher = Open(new SearchOptions { Synonyms = Write("synonyms.txt", synonyms) });

        var answer = await AskAsync(searcher, query);

        Assert.Equal(text, answer.Hits[0].Passage.Text);
        Assert.NotEmpty(answer.Hits[0].Snippet.Marks);
    }

    [Fact]
    public async Task GivenSynonymsInOneDirection_WhenTheOtherIsAsked_ThenNothingIsFound()
    {
        Fill("The quiz is in June.");
        using var searcher = Open(new SearchOptions { Synonyms = Write("synonyms.txt", "quiz => exam"), HasThesaurus = false });

        var answer = await AskAsync(searcher, "exam");

        Assert.Empty(answer.Hits);
    }

    [Fact]
    public async Task GivenAnOpenIndex_WhenSynonymsAreAdded_ThenTheyHoldFromTheNextLookOnAndNoQuestionReadsThem()
    {
        Fill("Kubernetes schedules containers.");
        var path = Path.Combine(_words, "synonyms.txt");
        using var index = PassageIndexWriter.Open(_folder.Path, IndexFolder.Source, NullLogger.Instance, new SearchOptions { Synonyms = path });
        Write("synonyms.txt", "k8s, kubernetes");
        var before = await AskAsync(index.Searcher, "k8s");

        index.ReloadWords();
        var after = await AskAsync(index.Searcher, "k8s");

        Assert.Empty(before.Hits);
        Assert.Single(after.Hits);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("commas")]
    [InlineData("a link out of the folder")]
    public async Task GivenSynonymsThatCouldHurt_WhenAsked_ThenTheyAreAFaultAndCostNothing(string kind)
    {
        Fill("Kubernetes schedules containers.");
        var path = Path.Combine(_words, "synonyms.txt");
        _ = kind switch
        {
            "words" => Write("synonyms.txt", "k8s, " + string.Join(' ', Enumerable.Range(0, 20_000).Select(number => $"w{number}"))),
            "commas" => Write("synonyms.txt", "k8s, " + string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"w{number}"))),
            _ => File.CreateSymbolicLink(path, "/dev/zero").FullName,
        };
        var options = new SearchOptions { Synonyms = path };
        using var searcher = Open(options);

        Assert.Empty((await AskAsync(searcher, "k8s")).Hits);
        Assert.Contains("synonyms.txt", Assert.Single(options.SynonymFaults()), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenALineOfSynonymsThatSaysNothing_WhenAskedForFaults_ThenItIsNamed()
    {
        var options = new SearchOptions { Synonyms = Write("synonyms.txt", "k8s, kubernetes\n\nalone\na => b => c\n") };

        var faults = options.SynonymFaults();

        Assert.Equal(2, faults.Count);
        Assert.StartsWith("synonyms.txt, line 3:", faults[0], StringComparison.Ordinal);
        Assert.StartsWith("synonyms.txt, line 4:", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheThesaurus_WhenARelatedWordIsAsked_ThenItRanksAndProvesNothing()
    {
        Fill("The car is red.");
        using var searcher = Open(new SearchOptions());

        var answer = await AskAsync(searcher, "automobile");

        Assert.Equal("The car is red.", Assert.Single(answer.Hits).Passage.Text);
        Assert.NotEqual(Confidence.Answer, answer.Confidence);
    }

    [Theory]
    [InlineData("vegetarian", "Only a meal is left.")]
    [InlineData("pandemic", "Nobody foresaw the virus.")]
    [InlineData("firm", "An industry needs rules.")]
    public async Task GivenAWordThatIsSaidInTheSamePlaces_WhenAsked_ThenThePassageIsFound(string asked, string text)
    {
        Fill(text);
        using var searcher = Open(new SearchOptions());

        Assert.Equal(text, (await AskAsync(searcher, asked)).Hits[0].Passage.Text);
    }

    [Fact]
    public async Task GivenNoThesaurus_WhenARelatedWordIsAsked_ThenNothingIsFound()
    {
        Fill("The car is red.");
        using var searcher = Open(new SearchOptions { HasThesaurus = false });

        Assert.Empty((await AskAsync(searcher, "automobile")).Hits);
    }

    [Fact]
    public async Task GivenATableOfTheOwner_WhenARelatedWordIsAsked_ThenItIsFoundInAnyLanguage()
    {
        Fill("Der Wagen ist rot und steht in der Garage.");
        using var searcher = Open(new SearchOptions { Thesaurus = Write("german.txt", "# cars\nPkw\tWagen:90\nAuto\tWagen:100 Kfz:80\n") });

        Assert.Single((await AskAsync(searcher, "Auto")).Hits);
    }

    [Theory]
    [InlineData("Auto Wagen:100", "line 1")]
    [InlineData("# cars\nAuto\tWagen:100\nPkw\tWagen", "line 3")]
    [InlineData("Auto\tWagen:0", "line 1")]
    public void GivenATableWithALineThatIsNone_WhenAskedForFaults_ThenTheLineIsNamed(string table, string place)
    {
        var options = new SearchOptions { Thesaurus = Write("table.txt", table) };

        Assert.Contains(place, Assert.Single(options.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenATableThatIsNotThere_WhenAskedForFaults_ThenItsPathIsNamed()
    {
        var options = new SearchOptions { Thesaurus = Path.Combine(_words, "missing.txt") };

        Assert.Contains("missing.txt", Assert.Single(options.Faults()), StringComparison.Ordinal);
    }

    private static Task<SearchAnswer> AskAsync(IPassageSearcher searcher, string query) =>
        searcher.SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken);

    private PassageSearcher Open(SearchOptions options) => PassageSearcher.OpenForReading(_folder.Path, IndexFolder.Source, options);

    private void Fill(string text) => _folder.Fill(Sample.Passage("a.md", 0, text), Sample.Passage("b.md", 0, "Birds fly south when winter comes."));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_words, name);
        File.WriteAllText(path, text);
        return path;
    }
}
