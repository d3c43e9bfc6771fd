using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Search;

namespace NotesBot.Meaning.Tests;

public sealed class PassageVectorsTests
{
    private const string Canary = "A canary deployment sends a small share of the traffic to the new model first.";
    private const string Precision = "Precision is the share of the alarms that were right.";
    private const string Bread = "Bake the bread for forty minutes in a hot oven.";

    [Theory]
    [InlineData("how do I try a release on a few users before all get it", 0)]
    [InlineData("how many of the things we flagged were really bad", 1)]
    [InlineData("how long does a loaf have to be in the heat", 2)]
    public void GivenAQuestionInOtherWords_WhenCompared_ThenThePassageThatMeansItIsNearest(string question, int nearest)
    {
        using var folder = new VectorFolder();
        using var vectors = folder.Fill(Canary, Precision, Bread);

        var similarities = VectorFolder.Compare(vectors, question, 3);

        Assert.Equal(nearest, Array.IndexOf(similarities, similarities.Max()));
    }

    [Fact]
    public void GivenAPassageMore_WhenVectorsAreCounted_ThenItsOwnIsLackingAndNoneIsMade()
    {
        using var folder = new VectorFolder();
        using var vectors = folder.Fill(Canary, Precision);
        using var later = folder.Open();

        var count = later.Count(new VectorFolder.Texts(Canary, Precision, Bread));

        Assert.Equal(new VectorProgress(2, 3), count);
        Assert.Equal(count, later.Count(new VectorFolder.Texts(Canary, Precision, Bread)));
    }

    /// <summary>However many passages there are, what they have in common is not measured at a passage and itself.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void GivenAFewPassages_WhenOneIsAskedWordForWord_ThenItStandsFarAboveTheOthers(int count)
    {
        string[] subjects = ["bread", "rivers", "taxes", "violins", "planets", "football", "grammar"];
        string[] texts = [.. Enumerable.Range(0, count).Select(i => $"Some {subjects[i % subjects.Length]} are {i} times better than {subjects[i / subjects.Length]}.")];
        using var folder = new VectorFolder();
        using var vectors = folder.Fill(texts);

        var similarities = VectorFolder.Compare(vectors, texts[4], count);

        Assert.True(similarities[4] - similarities.Average() > 0.35, $"{similarities[4]} and {similarities.Average()} on average");
    }

    [Theory]
    [InlineData("naïve Bayes über café", "naive bayes uber cafe")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("CANARY Deployment", "canary deployment")]
    [InlineData("array_split", "array _ split")]
    [InlineData("can\u200Bary", "canary")]
    public void GivenTextThatDiffersInSignsAlone_WhenCompared_ThenItMeansTheSame(string one, string other)
    {
        using var folder = new VectorFolder();
        using var vectors = folder.Fill(one);

        var similarity = VectorFolder.Compare(vectors, other, 1)[0];

        Assert.Equal(1, similarity, 0.01f);
    }

    [Theory]
    [InlineData("機械学習のモデル")]
    [InlineData("🚀🚀")]
    [InlineData("")]
    public void GivenTextThatTheModelHardlyKnows_WhenMade_ThenThereIsAVector(string text)
    {
        using var folder = new VectorFolder();
        using var vectors = folder.Fill(text, new string('x', 5_000));

        var similarities = VectorFolder.Compare(vectors, Canary, 2);

        Assert.All(similarities, similarity => Assert.InRange(similarity, -1.01f, 1.01f));
    }

    [Fact]
    public void GivenALongText_WhenItsEndIsAsked_ThenItIsNearerThanWithoutThatEnd()
    {
        using var folder = new VectorFolder();
        var filler = string.Concat(Enumerable.Repeat("The committee met again and spoke about the weather. ", 60));
        using var vectors = folder.Fill(filler + Bread + Bread + Bread, filler);

        var similarities = VectorFolder.Compare(vectors, Bread, 2);

        Assert.True(similarities[0] > similarities[1]);
    }

    [Fact]
    public void GivenVectorsOfAnEarlierProcess_WhenOpened_ThenNothingIsMadeAgain()
    {
        using var folder = new VectorFolder();
        folder.Fill(Canary, Precision).Dispose();
        var taken = new List<string>();

        using var vectors = folder.Open();
        vectors.Make(new VectorFolder.Texts(Canary, Precision, Bread) { Taken = taken.Add }, progress: null, CancellationToken.None);

        Assert.Equal([Bread], taken);
        Assert.Equal((3, 3), (vectors.Progress.Made, vectors.Progress.Of));
    }

    [Fact]
    public void GivenAProcessThatOnlyReads_WhenAnotherAdds_ThenItSeesThem()
    {
        using var folder = new VectorFolder();
        using var writer = folder.Fill(Canary);
        using var reader = folder.Open();
        _ = reader.Read("bread");

        writer.Make(new VectorFolder.Texts(Canary, Precision, Bread), progress: null, CancellationToken.None);

        Assert.DoesNotContain(VectorFolder.Compare(reader, "bread", 3), float.IsNaN);
    }

    [Fact]
    public void GivenAFlippedBit_WhenOpened_ThenThatVectorIsMissingAndMadeAnew()
    {
        using var folder = new VectorFolder();
        folder.Fill(Canary, Precision, Bread).Dispose();
        var bytes = File.ReadAllBytes(folder.File);
        bytes[^10] ^= 4;
        File.WriteAllBytes(folder.File, bytes);

        using var vectors = folder.Open();
        var before = VectorFolder.Compare(vectors, Bread, 3);
        vectors.Make(new VectorFolder.Texts(Canary, Precision, Bread), progress: null, CancellationToken.None);
        var after = VectorFolder.Compare(vectors, Bread, 3);

        Assert.Equal([false, false, true], before.Select(float.IsNaN));
        Assert.Equal(1, after[2], 0.01f);
    }

    [Fact]
    public void GivenAFileCutAnywhere_WhenOpened_ThenTheWholeVectorsAreThereAndTheRestIsMade()
    {
        using var folder = new VectorFolder();
        folder.Fill(Canary, Precision, Bread).Dispose();
        var bytes = File.ReadAllBytes(folder.File);

        foreach (var length in Enumerable.Range(0, 20).Select(i => bytes.Length * i / 20))
        {
            File.WriteAllBytes(folder.File, bytes[..length]);
            using var vectors = folder.Open();
            vectors.Make(new VectorFolder.Texts(Canary, Precision, Bread), progress: null, CancellationToken.None);
            Assert.DoesNotContain(VectorFolder.Compare(vectors, Bread, 3), float.IsNaN);
        }
    }

    [Fact]
    public void GivenVectorsOfAnotherModel_WhenOpened_ThenTheyAreNotUsed()
    {
        using var folder = new VectorFolder();
        folder.Fill(Canary).Dispose();
        using var other = new OtherModel();

        using var vectors = new PassageVectors(other.Path, folder.Path, NullLogger.Instance);

        Assert.Null(vectors.Read("canary"));
    }

    [Fact]
    public void GivenTextsThatAreGone_WhenTheyAreMoreThanTheOthers_ThenTheirVectorsAreDropped()
    {
        using var folder = new VectorFolder();
        using var vectors = folder.Fill(Canary, Precision, Bread);
        var before = new FileInfo(folder.File).Length;

        vectors.Make(new VectorFolder.Texts(Canary), progress: null, CancellationToken.None);

        Assert.True(new FileInfo(folder.File).Length < before / 2);
        Assert.Equal([false, true, true], VectorFolder.Compare(vectors, "canary", 3).Select(float.IsNaN));
    }

    [Fact]
    public void GivenItIsStopped_WhenMadeAgain_ThenItGoesOnWhereItWas()
    {
        using var folder = new VectorFolder();
        using var stop = new CancellationTokenSource();
        using var vectors = folder.Fill(Canary);
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => vectors.Make(new VectorFolder.Texts(Canary, Bread), progress: null, stop.Token));
        vectors.Make(new VectorFolder.Texts(Canary, Bread), progress: null, CancellationToken.None);

        Assert.DoesNotContain(VectorFolder.Compare(vectors, "bread", 2), float.IsNaN);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    [InlineData("""{"longest": 3}""")]
    [InlineData("""{"longest": 64}""")]
    public void GivenAModelThatCannotBeUsed_WhenAsked_ThenThereIsNoHelpAndASentenceSaysWhy(string? description)
    {
        using var folder = new VectorFolder();
        folder.Fill(Canary).Dispose();
        using var broken = new OtherModel(description);

        using var vectors = new PassageVectors(broken.Path, folder.Path, NullLogger.Instance);
        vectors.Make(new VectorFolder.Texts(Canary), progress: null, CancellationToken.None);

        Assert.Null(vectors.Read("canary"));
        Assert.Contains(broken.Path, vectors.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("English", true)]
    [InlineData("German", false)]
    [InlineData("", false)]
    public void GivenTheModelOfTheProgram_WhenItsLanguagesAreAsked_ThenItKnowsEnglish(string language, bool knows)
    {
        using var folder = new VectorFolder();
        using var vectors = folder.Open();

        Assert.Equal(knows, vectors.Knows(language));
    }

    /// <summary>A folder with another model: the same but for its description, or one that is broken.</summary>
    private sealed class OtherModel : IDisposable
    {
        internal OtherModel()
        {
            File.WriteAllText(System.IO.Path.Combine(Path, "model.json"), """{"pooling": "cls", "longest": 128}""");
            File.Copy(System.IO.Path.Combine(VectorFolder.Model, "vocab.txt"), System.IO.Path.Combine(Path, "vocab.txt"));
            File.CreateSymbolicLink(System.IO.Path.Combine(Path, "model.onnx"), System.IO.Path.Combine(VectorFolder.Model, "model.onnx"));
        }

        internal OtherModel(string? description)
        {
            if (description is not null)
            {
                File.WriteAllText(System.IO.Path.Combine(Path, "model.json"), description);
            }
        }

        internal string Path { get; } = Directory.CreateTempSubdirectory("notesbot-model-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
