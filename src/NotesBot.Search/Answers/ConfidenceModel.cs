using System.Text.Json;

namespace NotesBot.Search.Answers;

/// <summary>How evidence becomes a probability that the first hits answer: a logistic model whose weights were fitted by a script.</summary>
/// <param name="Bias">Log odds without any evidence.</param>
/// <param name="Weights">Log odds for one unit of each piece of evidence, by its name.</param>
/// <param name="Answer">From this probability on it is an answer.</param>
/// <param name="Closest">From this probability on it is worth calling near; below it is nothing.</param>
internal sealed record ConfidenceModel(double Bias, IReadOnlyDictionary<string, double> Weights, double Answer, double Closest)
{
    private static readonly Lazy<ConfidenceModel> Embedded = new(Load);

    /// <summary>The weights in <c>confidence.json</c>.</summary>
    internal static ConfidenceModel Fitted => Embedded.Value;

    internal double Probability(Evidence evidence)
    {
        var odds = Bias;
        for (var i = 0; i < Evidence.Names.Length; i++)
        {
            odds += Weights.GetValueOrDefault(Evidence.Names[i]) * evidence.Values[i];
        }

        return 1 / (1 + Math.Exp(-odds));
    }

    internal Confidence Judge(double probability) =>
        probability >= Answer ? Confidence.Answer : probability >= Closest ? Confidence.Closest : Confidence.None;

    private static ConfidenceModel Load()
    {
        // Read by hand: a serializer for these few numbers takes longer to start than a whole answer.
        using var stream = typeof(ConfidenceModel).Assembly.GetManifestResourceStream("confidence.json")!;
        using var document = JsonDocument.Parse(stream);
        var model = document.RootElement;
        var weights = model.GetProperty("weights").EnumerateObject().ToDictionary(weight => weight.Name, weight => weight.Value.GetDouble());
        return new ConfidenceModel(NumberOf("bias"), weights, NumberOf("answer"), NumberOf("closest"));

        double NumberOf(string name) => model.GetProperty(name).GetDouble();
    }
}
