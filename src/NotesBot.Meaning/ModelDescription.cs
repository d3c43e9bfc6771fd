using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Meaning;

/// <summary>How a sentence model is to be asked: <c>model.json</c> in its folder, beside <c>model.onnx</c> and <c>vocab.txt</c>.</summary>
public sealed record ModelDescription
{
    /// <summary>Longest input that is accepted, in tokens, both marks included.</summary>
    public const int MaxLongest = 8192;

    /// <summary>How the rows of the output become one vector. Default: their mean.</summary>
    public Pooling Pooling { get; init; } = Pooling.Mean;

    /// <summary>What is put before a question. Default: nothing.</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>What is put before a passage. Default: nothing.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Longest input in tokens, both marks included, 8 to <see cref="MaxLongest"/>. Default 256. Longer texts are read in windows.</summary>
    public int Longest { get; init; } = 256;

    /// <summary>The languages that it knows, by their English names (<c>English</c>, <c>Spanish</c>); empty for all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>
    /// How near this model holds what has nothing to do with each other, and what is the same; <see langword="null"/> to find that out with the
    /// library's own passages.
    /// </summary>
    public SimilarityScale? Scale { get; init; }

    /// <summary>Reads the description in a folder.</summary>
    /// <exception cref="SentenceModelException">It is missing, or not as it should be; the message says what to do.</exception>
    internal static ModelDescription Read(string folder)
    {
        var file = Path.Combine(folder, "model.json");
        try
        {
            var description = JsonSerializer.Deserialize(File.ReadAllBytes(file), ModelJson.Default.ModelDescription)
                ?? throw new JsonException("It holds nothing.");
            return description.Longest is >= 8 and <= MaxLongest ? description : throw new JsonException($"\"longest\" must be 8 to {MaxLongest}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SentenceModelException($"The sentence model in {folder} needs a model.json that can be read: {exception.Message}", exception);
        }
    }

    /// <summary>Tells one model from another without reading all of it: 16 bytes of a hash of the description, the vocabulary and both ends.</summary>
    /// <exception cref="SentenceModelException">A file of it cannot be read.</exception>
    internal static byte[] IdentityOf(string folder)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, "model.json")));
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, "vocab.txt")));
            AppendEnds(hash, Path.Combine(folder, "model.onnx"));
            return hash.GetHashAndReset()[..16];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentenceModelException($"The sentence model in {folder} cannot be read: {exception.Message}", exception);
        }
    }

    private static void AppendEnds(IncrementalHash hash, string file)
    {
        using var stream = File.OpenRead(file);
        var end = new byte[(int)Math.Min(1 << 16, stream.Length)];
        hash.AppendData(BitConverter.GetBytes(stream.Length));
        stream.ReadExactly(end);
        hash.AppendData(end);
        stream.Seek(-end.Length, SeekOrigin.End);
        stream.ReadExactly(end);
        hash.AppendData(end);
    }
}

/// <summary>How the rows of a model's output become one vector.</summary>
public enum Pooling
{
    /// <summary>The mean of the rows of all tokens, both marks included.</summary>
    Mean,

    /// <summary>The row of the first mark.</summary>
    Cls,
}

/// <summary>What the cosines of a model mean.</summary>
/// <param name="Unrelated">Of a question and a passage that has nothing to do with it, on average.</param>
/// <param name="Same">Of a question and a passage of the same words; larger than <paramref name="Unrelated"/>.</param>
public sealed record SimilarityScale(double Unrelated, double Same);

/// <summary>Reads <see cref="ModelDescription"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(ModelDescription))]
internal sealed partial class ModelJson : JsonSerializerContext;
