using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;
using NotesBot.Search.Text;

namespace NotesBot.Search.Store;

/// <summary>
/// All words of a segment in memory, in order. A table of hashes finds one at once, its neighbours share its beginning, and a signature
/// (its letters, of any script) finds those near to a misspelt one by looking through all of about its length: a number compared for each
/// word, and letters only for the few whose numbers agree. It needs a tenth of the memory of a dictionary of deletions, and hardly any time to make.
/// </summary>
internal sealed class SegmentWords
{
    private const int MinLength = 3;
    private const int MaxLength = 32;

    /// <summary>So many words are looked at below one beginning.</summary>
    private const int MaxScanned = 3_000;

    private static readonly ConditionalWeakTable<object, SegmentWords> Known = new();

    private readonly byte[] _letters;
    private readonly int[] _starts;
    private readonly int[] _frequencies;

    /// <summary>Words of nothing but letters by how many they have: only they are near to others, or part of them.</summary>
    private readonly int[] _plain;
    private readonly uint[] _signatures;

    /// <summary>Where the plain words of each length begin.</summary>
    private readonly int[] _lengths = new int[MaxLength + 2];

    /// <summary>Numbers of words, plus one, by their hashes; as many again stand empty.</summary>
    private readonly int[] _slots;

    private SegmentWords(AtomicReader leaf)
    {
        var letters = new MemoryStream();
        var (starts, frequencies) = (new List<int>(), new List<int>());
        var terms = leaf.GetTerms(IndexFields.Text)?.GetEnumerator();
        while (terms is not null && terms.MoveNext())
        {
            var word = terms.Term.Bytes.AsSpan(terms.Term.Offset, terms.Term.Length);
            starts.Add((int)letters.Length);
            frequencies.Add(terms.DocFreq);
            letters.Write(word);
        }

        starts.Add((int)letters.Length);
        (_letters, _starts, _frequencies) = (letters.ToArray(), [.. starts], [.. frequencies]);
        _slots = SlotsOf(frequencies.Count);
        _plain = PlainByLength();
        _signatures = Array.ConvertAll(_plain, SignatureOf);
    }

    internal static SegmentWords Of(AtomicReader leaf) => Known.GetValue(leaf.CoreCacheKey, _ => new SegmentWords(leaf));

    /// <summary>The number of a word; -1 when the segment does not have it.</summary>
    internal int Find(ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(word.Length)];
        bytes = bytes[..Encoding.UTF8.GetBytes(word, bytes)];
        for (var slot = SlotOf(bytes); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (WordAt(_slots[slot] - 1).SequenceEqual(bytes))
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>In how many passages a word is, deleted ones included.</summary>
    internal int FrequencyOf(int word) => _frequencies[word];

    /// <summary>Adds the words with a beginning, and how many passages they are in.</summary>
    internal void AddStarting(string beginning, Dictionary<string, int> found)
    {
        var bytes = Encoding.UTF8.GetBytes(beginning);
        var first = FirstFrom(bytes);
        for (var word = first; word < Math.Min(_frequencies.Length, first + MaxScanned) && WordAt(word).StartsWith(bytes); word++)
        {
            Add(found, Encoding.UTF8.GetString(WordAt(word)), word);
        }
    }

    /// <summary>Adds the words within a distance, and how many passages they are in.</summary>
    internal void AddNear(string word, int limit, Dictionary<string, int> found)
    {
        var signature = Signature(word);
        var first = _lengths[Math.Clamp(word.Length - limit, MinLength, MaxLength)];
        var end = word.Length - limit > MaxLength ? first : _lengths[Math.Min(word.Length + limit, MaxLength) + 1];
        var edits = new Edits(word);
        Span<char> letters = stackalloc char[MaxLength];
        for (var i = first; i < end; i++)
        {
            if (BitOperations.PopCount(_signatures[i] ^ signature) > 2 * limit)
            {
                continue;
            }

            var length = Encoding.UTF8.GetChars(WordAt(_plain[i]), letters);
            if (edits.To(letters[..length], limit) <= limit)
            {
                Add(found, new string(letters[..length]), _plain[i]);
            }
        }
    }

    /// <summary>Adds the words that hold a word inside or at their end (compounds), and how many passages they are in.</summary>
    internal void AddHolding(string part, Dictionary<string, int> found)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        var signature = Signature(part);
        for (var i = _lengths[Math.Min(part.Length, MaxLength) + 1]; i < _plain.Length; i++)
        {
            if ((_signatures[i] & signature) == signature && WordAt(_plain[i]).IndexOf(bytes) > 0)
            {
                Add(found, Encoding.UTF8.GetString(WordAt(_plain[i])), _plain[i]);
            }
        }
    }

    private void Add(Dictionary<string, int> found, string word, int at) =>
        found[word] = found.GetValueOrDefault(word) + _frequencies[at];

    private ReadOnlySpan<byte> WordAt(int word) => _letters.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>The first word that is not before another one.</summary>
    private int FirstFrom(ReadOnlySpan<byte> other)
    {
        var (low, high) = (0, _frequencies.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = WordAt(middle).SequenceCompareTo(other) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int[] SlotsOf(int words)
    {
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, words * 2))];
        for (var word = 0; word < words; word++)
        {
            var slot = Hash(WordAt(word)) & (slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = word + 1;
        }

        return slots;
    }

    private int[] PlainByLength()
    {
        for (var word = 0; word < _frequencies.Length; word++)
        {
            if (LettersIn(WordAt(word)) is > 0 and var letters)
            {
                _lengths[letters + 1]++;
            }
        }

        for (var length = 1; length < _lengths.Length; length++)
        {
            _lengths[length] += _lengths[length - 1];
        }

        var (plain, next) = (new int[_lengths[^1]], (int[])_lengths.Clone());
        for (var word = 0; word < _frequencies.Length; word++)
        {
            if (LettersIn(WordAt(word)) is > 0 and var letters)
            {
                plain[next[letters]++] = word;
            }
        }

        return plain;
    }

    private int SlotOf(ReadOnlySpan<byte> word) => Hash(word) & (_slots.Length - 1);

    /// <summary>FNV-1a, its upper half folded in.</summary>
    private static int Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash ^ (hash >> 15));
    }

    /// <summary>How many letters a word has; 0 for one with other characters, too short, or too long.</summary>
    private static int LettersIn(ReadOnlySpan<byte> word)
    {
        if (Ascii.IsValid(word))
        {
            return word.Length is >= MinLength and <= MaxLength && !word.ContainsAnyExceptInRange((byte)'a', (byte)'z') ? word.Length : 0;
        }

        Span<char> letters = stackalloc char[MaxLength];
        if (word.Length > MaxLength * 3 || !Encoding.UTF8.TryGetChars(word, letters, out var length) || length < MinLength)
        {
            return 0;
        }

        foreach (var letter in letters[..length])
        {
            if (!char.IsLetter(letter) || char.IsAsciiLetterUpper(letter))
            {
                return 0;
            }
        }

        return length;
    }

    private uint SignatureOf(int word)
    {
        Span<char> letters = stackalloc char[MaxLength];
        return Signature(letters[..Encoding.UTF8.GetChars(WordAt(word), letters)]);
    }

    /// <summary>A bit for each letter that is in the word. One slip changes at most two of them.</summary>
    private static uint Signature(ReadOnlySpan<char> letters)
    {
        var signature = 0u;
        foreach (var letter in letters)
        {
            signature |= 1u << ((letter - 'a') & 31);
        }

        return signature;
    }
}
