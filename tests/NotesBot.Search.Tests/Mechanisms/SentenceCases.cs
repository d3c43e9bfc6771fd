using static NotesBot.Search.Tests.Mechanisms.SmallLibrary;

namespace NotesBot.Search.Tests.Mechanisms;

/// <summary>What nearness in meaning counts beside words. The model of these cases finds one text like every question.</summary>
public sealed class SentenceCases
{
    private const string Words = "Undo is a word of the menu.";
    private const string Meaning = "The router goes back to the older version.";

    /// <summary>Where words cover little, a passage that means it comes before one that has a word; one that hardly means it does not.</summary>
    [Theory]
    [InlineData(0.30f, Meaning)]
    [InlineData(0.15f, Words)]
    public void GivenAQuestionInOtherWords_WhenAPassageMeansIt_ThenItsNearnessDecides(float similarity, string first)
    {
        var hits = Of(Words, Meaning).Ask("undo gadolinium ytterbium", new SearchOptions { HasThesaurus = false, Model = new Like(Meaning, similarity) }).Hits;

        Assert.Equal(first, hits[0].Passage.Text);
    }

    /// <summary>Where a long question's words suffice, nearness counts a quarter as much.</summary>
    [Theory]
    [InlineData(0.9f, true)]
    [InlineData(0.4f, false)]
    public void GivenALongQuestionWhoseWordsSuffice_WhenAPassageMeansIt_ThenItsNearnessCountsLess(float similarity, bool isFirst)
    {
        const string covered = "The canary router sends traffic slowly towards fresh servers.";
        const string half = "The canary router sends nothing.";
        var library = Of(covered, half);

        var hits = library.Ask("canary router sends traffic slowly towards fresh servers", Options(half, similarity)).Hits;

        Assert.Equal(isFirst, hits[0].Passage.Text == half);
    }

    /// <summary>The model takes time: it is asked where words suffice only when there are at least six of them.</summary>
    [Theory]
    [InlineData("canary router sends traffic slowly", false)]
    [InlineData("canary router sends traffic slowly towards", true)]
    public void GivenWordsThatSuffice_WhenTheyAreFew_ThenTheModelIsNotAsked(string query, bool isAsked)
    {
        var hits = Of("The canary router sends traffic slowly towards fresh servers.").Ask(query, Options("", 0), explain: true).Hits;

        Assert.Equal(isAsked, hits[0].Explanation.Any(line => line.StartsWith("near in meaning", StringComparison.Ordinal)));
    }

    /// <summary>Beside a passage stand those that mean much the same, and none that does not.</summary>
    [Theory]
    [InlineData(0.6f, 1)]
    [InlineData(0.3f, 0)]
    public void GivenAPassage_WhenAnotherOneIsNearInMeaning_ThenItIsWorthALook(float similarity, int expected)
    {
        var near = Of(Words, Meaning).SeeAlso("0.md", Options(Meaning, similarity));

        Assert.Equal(Enumerable.Repeat(Meaning, expected), near);
    }

    private static SearchOptions Options(string text, float similarity) =>
        new() { HasThesaurus = false, Model = new Like(text, similarity) };

    private sealed class Like(string text, float similarity) : ISentenceModel, IQuestionMeaning
    {
        private readonly long _key = KeyOf(text);

        public VectorProgress Progress => default;

        public VectorProgress Count(IPassageTexts passages) => default;

        public string? Fault => null;

        public bool Knows(string language) => true;

        public IQuestionMeaning? Read(string question) => this;

        public IQuestionMeaning? Read(long text) => this;

        public void Make(IPassageTexts passages, IProgress<VectorProgress>? progress, CancellationToken cancellationToken)
        {
        }

        public void Compare(long[] texts, Span<float> similarities)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                similarities[i] = texts[i] == 0 ? float.NaN : texts[i] == _key ? similarity : 0;
            }
        }

        public float Compare(string other) => 0;

        private static long KeyOf(string text) =>
            BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))) | 1;
    }
}
