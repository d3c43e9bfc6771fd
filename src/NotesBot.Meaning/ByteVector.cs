using System.Numerics;
using System.Runtime.InteropServices;

namespace NotesBot.Meaning;

/// <summary>Vectors with 8 bits a number, which is as exact as ranking needs.</summary>
internal static class ByteVector
{
    /// <summary>Makes 8 bits of each number.</summary>
    /// <returns>The factor that makes them the numbers again.</returns>
    internal static float Pack(ReadOnlySpan<float> vector, Span<sbyte> packed)
    {
        var largest = 1e-9f;
        foreach (var x in vector)
        {
            largest = Math.Max(largest, Math.Abs(x));
        }

        for (var i = 0; i < vector.Length; i++)
        {
            packed[i] = (sbyte)MathF.Round(vector[i] / largest * sbyte.MaxValue);
        }

        return largest / sbyte.MaxValue;
    }

    /// <summary>The sum of the products.</summary>
    internal static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sums = Vector<int>.Zero;
        var ones = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(one);
        var others = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(other);
        for (var i = 0; i < ones.Length; i++)
        {
            Vector.Widen(ones[i], out var lowOne, out var highOne);
            Vector.Widen(others[i], out var lowOther, out var highOther);

            // Two products of at most 127 x 127 fit into 16 bits.
            Vector.Widen((lowOne * lowOther) + (highOne * highOther), out var low, out var high);
            sums += low + high;
        }

        var sum = Vector.Sum(sums);
        for (var i = ones.Length * Vector<sbyte>.Count; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
