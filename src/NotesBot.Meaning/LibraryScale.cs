using System.Runtime.CompilerServices;

namespace NotesBot.Meaning;

/// <summary>
/// What the numbers of a model mean, which differ from one to the other as if they measured in other units: 0 is what questions of everyday
/// life have to do with the library's own passages, 1 is a question and a passage of the same words.
/// </summary>
internal static class LibraryScale
{
    private const int Passages = 500;

    /// <summary>A model for which the same words are no nearer than that is of no use, and does not divide by nothing.</summary>
    private const double Least = 0.05;

    private static readonly string[] Questions =
    [
        "how long do I bake bread", "who won the football match yesterday", "when does the last train to the coast leave",
        "what does the king wear at his coronation", "how do I tune a guitar", "which vegetables grow in the shade",
        "is it going to rain on the weekend", "how much does a new kitchen cost", "what is the best film of the year",
        "how do I get rid of a cold", "where do whales go in winter", "how do I change the tyre of a bicycle",
    ];

    private static readonly ConditionalWeakTable<VectorTable, StrongBox<(int Count, SimilarityScale Scale)>> Known = [];

    /// <summary>Measured when it is first needed, and anew when the library has grown by a half.</summary>
    internal static SimilarityScale Of(SentenceModel model, VectorTable table)
    {
        var count = table.Count;
        if (!Known.TryGetValue(table, out var known) || count > known.Value.Count * 1.5)
        {
            known = new StrongBox<(int, SimilarityScale)>((count, Measured(model, table, count)));
            Known.AddOrUpdate(table, known);
        }

        return known.Value.Scale;
    }

    private static SimilarityScale Measured(SentenceModel model, VectorTable table, int count)
    {
        var step = Math.Max(1, count / Passages);
        var passages = Enumerable.Range(0, count / step).Select(i => table.At(i * step)).ToList();
        var questions = Questions.Select(question => (Text: question, Vector: model.OfQuestion(question))).ToList();
        var unrelated = questions.Average(question => Mean(question.Vector, passages));
        var same = questions.Average(question => Dot(question.Vector, model.OfPassage(question.Text, CancellationToken.None)));
        return new SimilarityScale(unrelated, Math.Max(unrelated + Least, same));
    }

    private static double Mean(float[] question, List<(sbyte[] Numbers, float Factor)> passages)
    {
        var packed = new sbyte[question.Length];
        var factor = ByteVector.Pack(question, packed);
        return passages.Average(passage => (double)ByteVector.Dot(packed, passage.Numbers) * factor * passage.Factor);
    }

    private static double Dot(float[] one, float[] other) => one.Zip(other, (x, y) => (double)x * y).Sum();
}
