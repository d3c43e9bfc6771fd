using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Search;

namespace NotesBot.Meaning.Tests;

/// <summary>A folder of vectors of a few texts, gone with the test.</summary>
internal sealed class VectorFolder : IDisposable
{
    internal static readonly string Model = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "MiniLM");

    internal string Path { get; } = Directory.CreateTempSubdirectory("notesbot-vectors-").FullName;

    internal string File => System.IO.Path.Combine(Path, PassageVectors.FileName);

    internal PassageVectors Open() => new(Model, Path, NullLogger.Instance);

    internal PassageVectors Fill(params string[] texts)
    {
        var vectors = Open();
        vectors.Make(new Texts(texts), progress: null, CancellationToken.None);
        return vectors;
    }

    /// <summary>How near a question is to each of the texts that <see cref="Fill"/> was given.</summary>
    internal static float[] Compare(PassageVectors vectors, string question, int texts)
    {
        var similarities = new float[texts];
        vectors.Read(question)!.Compare([.. Enumerable.Range(1, texts).Select(key => (long)key)], similarities);
        return similarities;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Texts whose keys are 1, 2 and so on.</summary>
    internal sealed class Texts(params string[] texts) : IPassageTexts
    {
        /// <summary>Called for each text that is handed out.</summary>
        internal Action<string> Taken { get; init; } = static _ => { };

        public IReadOnlySet<long> TextKeys(ISentenceModel model) => Enumerable.Range(1, texts.Length).Select(key => (long)key).ToHashSet();

        public IReadOnlyList<PassageText> TextsWithout(Func<long, bool> isKnown, int count, ISentenceModel model)
        {
            var missing = texts.Select((text, i) => new PassageText(i + 1, text)).Where(text => !isKnown(text.Key)).Take(count).ToList();
            missing.ForEach(text => Taken(text.Text));
            return missing;
        }
    }
}
