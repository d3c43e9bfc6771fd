using System.Runtime.CompilerServices;

namespace NotesBot.Meaning;

/// <summary>The vectors of texts, in memory, by the keys of the texts.</summary>
/// <param name="dimensions">Numbers in a vector.</param>
internal sealed class VectorTable(int dimensions)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, int> _rows = [];
    private readonly ConditionalWeakTable<long[], RowList> _known = [];
    private sbyte[] _numbers = [];
    private float[] _factors = [];

    internal int Dimensions => dimensions;

    internal int Count => Reading(() => _rows.Count);

    internal IReadOnlyList<long> Keys => Reading<IReadOnlyList<long>>(() => [.. _rows.Keys]);

    internal bool Contains(long key) => Reading(() => _rows.ContainsKey(key));

    /// <summary>Adds a vector; a key that is there keeps the one it has.</summary>
    internal void Add(long key, ReadOnlySpan<sbyte> vector, float factor)
    {
        lock (_gate)
        {
            var row = _rows.Count;
            if (_rows.TryAdd(key, row))
            {
                Grow(row + 1);
                vector.CopyTo(_numbers.AsSpan(row * dimensions));
                _factors[row] = factor;
            }
        }
    }

    /// <summary>The cosine of each key's vector and this one; NaN where there is none.</summary>
    internal void Compare(long[] keys, sbyte[] vector, float factor, Span<float> cosines)
    {
        var (rows, numbers, factors) = Reading(() => (RowsOf(keys), _numbers, _factors));
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            cosines[i] = row < 0
                ? float.NaN
                : ByteVector.Dot(numbers.AsSpan(row * dimensions, dimensions), vector) * factors[row] * factor;
        }
    }

    /// <summary>A vector by a number from 0 to <see cref="Count"/> - 1, and the factor that makes its numbers what they were.</summary>
    internal (sbyte[] Numbers, float Factor) At(int row) => Reading(() => (_numbers.AsSpan(row * dimensions, dimensions).ToArray(), _factors[row]));

    /// <summary>The vector of a key.</summary>
    /// <exception cref="KeyNotFoundException">It has none.</exception>
    internal (sbyte[] Numbers, float Factor) Of(long key) => At(Reading(() => _rows[key]));

    /// <summary>Which rows some keys have; looked up once for as long as nothing is added.</summary>
    private int[] RowsOf(long[] keys)
    {
        if (!_known.TryGetValue(keys, out var list) || list.Count != _rows.Count)
        {
            list = new RowList(_rows.Count, Array.ConvertAll(keys, key => _rows.GetValueOrDefault(key, -1)));
            _known.AddOrUpdate(keys, list);
        }

        return list.Rows;
    }

    /// <summary>What is read meanwhile is read from the arrays as they were: rows are only added.</summary>
    private void Grow(int rows)
    {
        if (_factors.Length < rows)
        {
            var room = Math.Max(64, rows + (rows / 4));
            Array.Resize(ref _factors, room);
            Array.Resize(ref _numbers, room * dimensions);
        }
    }

    private T Reading<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private sealed record RowList(int Count, int[] Rows);
}
