using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Lexicon;

/// <summary>
/// All words of a segment in memory with a signature each (its letters and its length), so that the words near to a misspelt one are
/// found by looking through all: a number compared for each word, and letters only for the few whose numbers agree. It needs a
/// tenth of the memory of a dictionary of deletions, and hardly any time to make.
/// </summary>
internal sealed class SegmentWords
{
    private const int MinLength = 3;
    private const int MaxLength = 32;
    private static readonly ConditionalWeakTable<object, SegmentWords> Known = new();

    private readonly byte[] _letters;
    private readonly int[] _starts;
    private readonly uint[] _signatures;
    private readonly int[] _frequencies;

    private SegmentWords(AtomicReader leaf)
    {
        var letters = new MemoryStream();
        var (starts, signatures, frequencies) = (new List<int>(), new List<uint>(), new List<int>());
        var terms = leaf.GetTerms(IndexFields.Text)?.GetEnumerator();
        while (terms is not null && terms.MoveNext())
        {
            var term = terms.Term;
            var bytes = term.Bytes.AsSpan(term.Offset, term.Length);
            if (bytes.Length is < MinLength or > MaxLength || bytes.ContainsAnyExceptInRange((byte)'a', (byte)'z'))
            {
                continue;
            }

            starts.Add((int)letters.Length);
            signatures.Add(Signature(bytes));
            frequencies.Add(terms.DocFreq);
            letters.Write(bytes);
        }

        starts.Add((int)letters.Length);
        (_letters, _starts, _signatures, _frequencies) = (letters.ToArray(), [.. starts], [.. signatures], [.. frequencies]);
    }

    internal static SegmentWords Of(AtomicReader leaf) => Known.GetValue(leaf.CoreCacheKey, _ => new SegmentWords(leaf));

    /// <summary>Adds the words within a distance, and how many passages they are in.</summary>
    internal void AddNear(string word, int limit, Dictionary<string, int> found)
    {
        var signature = Signature(Encoding.ASCII.GetBytes(word));
        Span<char> letters = stackalloc char[MaxLength];
        for (var i = 0; i < _signatures.Length; i++)
        {
            var length = _starts[i + 1] - _starts[i];
            if (Math.Abs(length - word.Length) > limit || BitOperations.PopCount(_signatures[i] ^ signature) > 2 * limit)
            {
                continue;
            }

            Encoding.ASCII.GetChars(_letters.AsSpan(_starts[i], length), letters);
            if (Edits.Between(word, letters[..length], limit) <= limit)
            {
                Add(found, new string(letters[..length]), i);
            }
        }
    }

    /// <summary>Adds the words that hold a word inside or at their end (compounds), and how many passages they are in.</summary>
    internal void AddHolding(string part, Dictionary<string, int> found)
    {
        var bytes = Encoding.ASCII.GetBytes(part);
        var signature = Signature(bytes);
        for (var i = 0; i < _signatures.Length; i++)
        {
            if ((_signatures[i] & signature) != signature || _starts[i + 1] - _starts[i] <= part.Length)
            {
                continue;
            }

            var word = _letters.AsSpan(_starts[i], _starts[i + 1] - _starts[i]);
            if (word.IndexOf(bytes) > 0)
            {
                Add(found, Encoding.ASCII.GetString(word), i);
            }
        }
    }

    private void Add(Dictionary<string, int> found, string word, int at) =>
        found[word] = found.GetValueOrDefault(word) + _frequencies[at];

    /// <summary>A bit for each letter that is in the word. One slip changes at most two of them.</summary>
    private static uint Signature(ReadOnlySpan<byte> letters)
    {
        var signature = 0u;
        foreach (var letter in letters)
        {
            signature |= 1u << ((letter - 'a') & 31);
        }

        return signature;
    }
}
