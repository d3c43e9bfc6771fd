using System.Runtime.CompilerServices;

namespace NotesBot.Meaning;

/// <summary>Where the similarities of a library's own passages lie: most of them have nothing to do with each other.</summary>
internal static class LibraryScale
{
    /// <summary>Where those of the model lie that the weights were fitted with: mean and deviation over libraries of many subjects.</summary>
    internal static readonly SimilarityScale Reference = new(0.16, 0.13);

    private const int Pairs = 2_000;

    private static readonly ConditionalWeakTable<VectorTable, StrongBox<(int Count, SimilarityScale Scale)>> Known = [];

    /// <summary>Measured at pairs of passages, anew when the library has grown by a half.</summary>
    internal static SimilarityScale Of(VectorTable table)
    {
        var count = table.Count;
        if (!Known.TryGetValue(table, out var known) || count > known.Value.Count * 1.5)
        {
            known = new StrongBox<(int, SimilarityScale)>((count, Measured(table, count)));
            Known.AddOrUpdate(table, known);
        }

        return known.Value.Scale;
    }

    private static SimilarityScale Measured(VectorTable table, int count)
    {
        if (count < 10)
        {
            return Reference;
        }

        // Always the same pairs, and never a passage with itself.
        var cosines = Enumerable.Range(0, Pairs).Select(i => Cosine(table, i % count, (i + 1 + (int)(i * 104_729L % (count - 1))) % count)).ToList();
        var mean = cosines.Average();
        return new SimilarityScale(mean, Math.Max(0.01, Math.Sqrt(cosines.Average(cosine => (cosine - mean) * (cosine - mean)))));
    }

    private static double Cosine(VectorTable table, int one, int other)
    {
        var (first, second) = (table.At(one), table.At(other));
        return ByteVector.Dot(first.Numbers, second.Numbers) * first.Factor * second.Factor;
    }
}
