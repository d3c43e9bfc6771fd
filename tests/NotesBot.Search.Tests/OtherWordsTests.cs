using NotesBot.Notes;

namespace NotesBot.Search.Tests;

/// <summary>Passages that say it in other words, by a model that knows what a test tells it.</summary>
public sealed class OtherWordsTests
{
    private const string Rollback = "If the newer version misbehaves, the router goes back to the one before.";
    private const string Cats = "Cats sleep for most of the day.";

    [Fact]
    public async Task GivenWordsThatTheNotesLack_WhenAPassageMeansThem_ThenItIsFirst()
    {
        using var folder = Filled();
        using var searcher = Open(folder, new Likeness(Rollback, 0.6f));

        var answer = await searcher.SearchAsync(new SearchRequest("how do I undo a release"), TestContext.Current.CancellationToken);

        Assert.Equal(Rollback, answer.Hits[0].Passage.Text);
    }

    [Fact]
    public async Task GivenWordsThatSuffice_WhenAsked_ThenTheModelIsNotAsked()
    {
        using var folder = Filled();
        var model = new Likeness(Rollback, 0.9f);
        using var searcher = Open(folder, model);

        var answer = await searcher.SearchAsync(new SearchRequest("cats sleep"), TestContext.Current.CancellationToken);

        Assert.Equal(Cats, answer.Hits[0].Passage.Text);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task GivenAFilter_WhenThePassageThatMeansItIsElsewhere_ThenItIsNotFound()
    {
        using var folder = Filled();
        using var searcher = Open(folder, new Likeness(Rollback, 0.9f));

        var answer = await searcher.SearchAsync(new SearchRequest("how do I undo a release", Course: 2), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(answer.Hits, hit => hit.Passage.Text == Rollback);
    }

    [Fact]
    public async Task GivenAnExcludedWord_WhenThePassageThatMeansItHasIt_ThenItIsNotFoundAndTheModelDoesNotSeeTheWord()
    {
        using var folder = Filled();
        var model = new Likeness(Rollback, 0.9f);
        using var searcher = Open(folder, model);

        var answer = await searcher.SearchAsync(new SearchRequest("how do I undo a release -router"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(answer.Hits, hit => hit.Passage.Text == Rollback);
        Assert.DoesNotContain("router", Assert.Single(model.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenVectorsOfHalfOfThePassages_WhenAsked_ThenWordsAnswer()
    {
        using var folder = Filled();
        using var searcher = Open(folder, new Likeness(Rollback, 0.9f) { KnowsOthers = false });

        var answer = await searcher.SearchAsync(new SearchRequest("how do I undo a release"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(answer.Hits, hit => hit.Passage.Text == Rollback);
    }

    [Fact]
    public async Task GivenAModelOfAnotherLanguage_WhenAsked_ThenWordsAnswer()
    {
        using var folder = Filled();
        var model = new Likeness(Rollback, 0.9f) { Language = "German" };
        using var searcher = Open(folder, model);

        _ = await searcher.SearchAsync(new SearchRequest("how do I undo a release"), TestContext.Current.CancellationToken);

        Assert.Empty(model.Asked);
        Assert.Empty(searcher.TextKeys(model));
    }

    [Fact]
    public void GivenPassages_WhenTheirTextsAreAsked_ThenContentsAreLeftOutAndTheNewestComeFirst()
    {
        using var folder = Filled();
        folder.Fill(
            Sample.Passage("later.md", 0, "Later words about dogs that bark at the postman."),
            Sample.Passage("toc.md", 0, "One. Two. Three.") with { Kind = PassageKind.Contents });
        var model = new Likeness(Rollback, 1);
        using var searcher = Open(folder, model);

        var texts = searcher.TextsWithout(static _ => false, 10, model);

        Assert.StartsWith("Later words", texts[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(texts, text => text.Text.StartsWith("One.", StringComparison.Ordinal));
        Assert.Equal(texts.Select(text => text.Key).Order(), searcher.TextKeys(model).Order());
    }

    private static IndexFolder Filled()
    {
        var folder = new IndexFolder();
        folder.Fill(
            Sample.Passage("a.md", 0, Rollback) with { Course = 1, Week = 1 },
            Sample.Passage("b.md", 0, Cats) with { Course = 2, Week = 1 },
            Sample.Passage("c.md", 0, "The release of the film was in the spring, and all of the town was there.") with { Course = 2, Week = 1 });
        return folder;
    }

    private static PassageSearcher Open(IndexFolder folder, ISentenceModel model)
    {
        var searcher = PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source, new SearchOptions { HasThesaurus = false, Model = model });
        model.Make(searcher, progress: null, CancellationToken.None);
        return searcher;
    }

    /// <summary>Finds one text like every question.</summary>
    private sealed class Likeness(string text, float similarity) : ISentenceModel, IQuestionMeaning
    {
        private long _key;

        internal List<string> Asked { get; } = [];

        internal bool KnowsOthers { get; init; } = true;

        internal string Language { get; init; } = "English";

        public VectorProgress Progress => default;

        public VectorProgress Count(IPassageTexts passages) => default;

        public string? Fault => null;

        public bool Knows(string language) => language == Language;

        public IQuestionMeaning? Read(string question)
        {
            Asked.Add(question);
            return this;
        }

        public IQuestionMeaning? Read(long text) => this;

        public void Make(IPassageTexts passages, IProgress<VectorProgress>? progress, CancellationToken cancellationToken) =>
            _key = passages.TextsWithout(static _ => false, 100, this).FirstOrDefault(passage => passage.Text == text)?.Key ?? 0;

        public void Compare(long[] texts, Span<float> similarities)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                similarities[i] = texts[i] == 0 ? float.NaN : texts[i] == _key ? similarity : KnowsOthers ? 0 : float.NaN;
            }
        }

        public float Compare(string text) => 0;
    }
}
