using Microsoft.ML.OnnxRuntime;

namespace NotesBot.Meaning;

/// <summary>A sentence model: texts become vectors whose directions are near where the texts mean nearly the same.</summary>
/// <remarks>Safe to use from many threads; each call computes on the thread that makes it, on one core.</remarks>
internal sealed class SentenceModel : IDisposable
{
    /// <summary>Tokens that the next window of a long text repeats of the one before, both marks counted.</summary>
    private const int Overlap = 16;

    private readonly ModelDescription _description;
    private readonly WordPieces _pieces;
    private readonly InferenceSession _session;
    private readonly string _output;

    /// <summary>Loads it, which takes some 400 ms.</summary>
    /// <exception cref="SentenceModelException">It cannot be loaded.</exception>
    internal SentenceModel(string folder)
    {
        _description = ModelDescription.Read(folder);
        try
        {
            _pieces = new WordPieces(Path.Combine(folder, "vocab.txt"));
            using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableCpuMemArena = false };
            _session = new InferenceSession(Path.Combine(folder, "model.onnx"), options);
            _output = _session.OutputMetadata.First(output => output.Value.Dimensions.Length == 3).Key;
            Dimensions = _session.OutputMetadata[_output].Dimensions[2];
        }
        catch (Exception exception)
        {
            // Native code says what it likes about a file or a platform; without the model words alone answer.
            throw new SentenceModelException($"The sentence model in {folder} cannot be loaded: {exception.Message}", exception);
        }
    }

    /// <summary>Numbers in a vector.</summary>
    internal int Dimensions { get; }

    /// <summary>The vector of a question, of length 1. What does not fit into one input is left out.</summary>
    internal float[] OfQuestion(string question) => Run(Window(_pieces.Of(_description.QuestionPrefix + question), 0));

    /// <summary>The vector of a passage, of length 1: the mean of its windows'.</summary>
    /// <exception cref="OperationCanceledException">It was stopped between two windows.</exception>
    internal float[] OfPassage(string text, CancellationToken cancellationToken)
    {
        var tokens = _pieces.Of(_description.PassagePrefix + text);
        var sum = new float[Dimensions];
        for (var start = 0; start == 0 || start < tokens.Count - Overlap; start += _description.Longest - Overlap)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(sum, Run(Window(tokens, start)));
        }

        return ToLengthOne(sum);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private long[] Window(IReadOnlyList<int> tokens, int start)
    {
        var count = Math.Min(tokens.Count - start, _description.Longest - 2);
        var window = new long[count + 2];
        window[0] = _pieces.First;
        for (var i = 0; i < count; i++)
        {
            window[i + 1] = tokens[start + i];
        }

        window[^1] = _pieces.Last;
        return window;
    }

    private float[] Run(long[] tokens)
    {
        long[] shape = [1, tokens.Length];
        var ones = new long[tokens.Length];
        Array.Fill(ones, 1);
        using var ids = OrtValue.CreateTensorValueFromMemory(tokens, shape);
        using var mask = OrtValue.CreateTensorValueFromMemory(ones, shape);
        using var types = OrtValue.CreateTensorValueFromMemory(new long[tokens.Length], shape);
        var known = new Dictionary<string, OrtValue> { ["input_ids"] = ids, ["attention_mask"] = mask, ["token_type_ids"] = types };
        var inputs = known.Where(input => _session.InputMetadata.ContainsKey(input.Key)).ToDictionary();
        using var options = new RunOptions();
        using var outputs = _session.Run(options, inputs, [_output]);
        return Pooled(outputs[0].GetTensorDataAsSpan<float>(), tokens.Length);
    }

    private float[] Pooled(ReadOnlySpan<float> rows, int count)
    {
        var sum = new float[Dimensions];
        for (var row = 0; row < (_description.Pooling == Pooling.Cls ? 1 : count); row++)
        {
            Add(sum, rows.Slice(row * Dimensions, Dimensions));
        }

        return ToLengthOne(sum);
    }

    private static void Add(float[] sum, ReadOnlySpan<float> vector)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += vector[i];
        }
    }

    private static float[] ToLengthOne(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return length == 0 ? vector : Array.ConvertAll(vector, x => x / length);
    }
}
