using Lucene.Net.Codecs;
using Lucene.Net.Store;
using ZstdSharp;

namespace NotesBot.Search.Store;

/// <summary>Where the blocks of a file of <see cref="TextsFormat"/> are, and what unpacks them. For all threads that read it.</summary>
internal sealed class TextsTable : IDisposable
{
    private readonly System.Threading.Lock _gate = new();
    private readonly Decompressor _decompressor = new();
    private readonly int _dictionaryBytes;

    /// <summary>The first document of each block, and one more.</summary>
    private readonly int[] _documents;
    private readonly int[] _bytes;

    /// <summary>Where each block begins in the file, and one more.</summary>
    private readonly long[] _starts;

    private TextsTable(byte[] dictionary, int blocks, long start)
    {
        if (dictionary.Length > 0)
        {
            _decompressor.LoadDictionary(dictionary);
        }

        _dictionaryBytes = dictionary.Length;
        (_documents, _bytes, _starts) = (new int[blocks + 1], new int[blocks], new long[blocks + 1]);
        _starts[0] = start;
    }

    internal long RamBytesUsed => _dictionaryBytes + (sizeof(int) * (_documents.Length + _bytes.Length)) + (sizeof(long) * _starts.Length);

    internal static TextsTable Read(IndexInput input)
    {
        CodecUtil.CheckHeader(input, TextsFormat.Name, TextsFormat.Version, TextsFormat.Version);
        var dictionary = ReadDictionary(input);
        var start = input.Position;
        input.Seek(input.Length - CodecUtil.FooterLength() - TextsFormat.TailBytes);
        input.Seek(input.ReadInt64());
        var table = new TextsTable(dictionary, input.ReadVInt32(), start);
        table.ReadBlocks(input);
        return table;
    }

    /// <summary>The block of a document, and how many documents of it are before that one.</summary>
    internal (int Block, int Skipped) Find(int document)
    {
        var found = Array.BinarySearch(_documents, document);
        var block = found >= 0 ? found : ~found - 1;
        return (block, document - _documents[block]);
    }

    internal int BytesOf(int block) => _bytes[block];

    internal long StartOf(int block) => _starts[block];

    internal int PackedBytesOf(int block) => (int)(_starts[block + 1] - _starts[block]);

    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    internal void Unpack(ReadOnlySpan<byte> packed, Span<byte> block)
    {
        lock (_gate)
        {
            if (!_decompressor.TryUnwrap(packed, block, out var length) || length != block.Length)
            {
                throw new InvalidDataException("A text of the index is damaged.");
            }
        }
    }

    public void Dispose() => _decompressor.Dispose();

    private void ReadBlocks(IndexInput input)
    {
        for (var block = 0; block < _bytes.Length; block++)
        {
            _documents[block + 1] = _documents[block] + input.ReadVInt32();
            _bytes[block] = input.ReadVInt32();
            _starts[block + 1] = _starts[block] + input.ReadVInt32();
        }
    }

    private static byte[] ReadDictionary(IndexInput input)
    {
        var dictionary = new byte[input.ReadVInt32()];
        if (dictionary.Length > 0)
        {
            var packed = new byte[input.ReadVInt32()];
            input.ReadBytes(packed, 0, packed.Length);
            using var decompressor = new Decompressor();
            decompressor.Unwrap(packed, dictionary);
        }

        return dictionary;
    }
}
