using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ZstdSharp;

namespace NotesBot.Search.Store;

/// <summary>Writes a file of <see cref="TextsFormat"/>. Only binary values are stored.</summary>
internal sealed class TextsWriter : StoredFieldsWriter
{
    /// <summary>A block is full from so many bytes on.</summary>
    private const int BlockBytes = 8 << 10;

    /// <summary>So many bytes wait for the dictionary, which is trained on documents from all over them, or as many as there are.</summary>
    private const int MaxPending = 4 << 20;
    private const int MinPending = 64 << 10;
    private const int MaxTraining = 512 << 10;

    /// <summary>A dictionary is a sixteenth of what waits for it: it takes room too.</summary>
    private const int PendingToDictionary = 16;

    /// <summary>What is written once is packed well; what is merged is packed again and again, and so faster.</summary>
    private const int Level = 6;
    private const int LevelOfMerges = 3;

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly string _name;
    private readonly IndexOutput _output;
    private readonly Compressor _compressor;
    private readonly MemoryStream _pending = new();
    private readonly BinaryWriter _writer;

    /// <summary>Where each document ends among the pending bytes.</summary>
    private readonly List<int> _ends = [];
    private readonly List<(int Documents, int Bytes, int Packed)> _blocks = [];
    private byte[] _packed = [];
    private bool _isTrained;

    internal TextsWriter(Lucene.Net.Store.Directory directory, string name, IOContext context)
    {
        (_directory, _name) = (directory, name);
        _writer = new BinaryWriter(_pending);
        _compressor = new Compressor(context.Context == IOContext.UsageContext.MERGE ? LevelOfMerges : Level);
        _output = directory.CreateOutput(name, context);
        CodecUtil.WriteHeader(_output, TextsFormat.Name, TextsFormat.Version);
    }

    /// <inheritdoc/>
    public override void StartDocument(int numStoredFields) => _writer.Write7BitEncodedInt(numStoredFields);

    /// <inheritdoc/>
    public override void WriteField(FieldInfo info, IIndexableField field)
    {
        var value = field.GetBinaryValue() ?? throw new NotSupportedException($"{info.Name} is no binary value.");
        _writer.Write7BitEncodedInt(info.Number);
        _writer.Write7BitEncodedInt(value.Length);
        _writer.Write(value.Bytes.AsSpan(value.Offset, value.Length));
    }

    /// <inheritdoc/>
    public override void FinishDocument()
    {
        _ends.Add((int)_pending.Length);
        if (_pending.Length >= (_isTrained ? BlockBytes : MaxPending))
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public override void Finish(FieldInfos fis, int numDocs)
    {
        Flush();
        if (_blocks.Sum(block => block.Documents) != numDocs)
        {
            throw new InvalidOperationException($"{_blocks.Sum(block => block.Documents)} documents were stored of {numDocs}.");
        }

        var table = _output.Position;
        _output.WriteVInt32(_blocks.Count);
        foreach (var (documents, bytes, packed) in _blocks)
        {
            _output.WriteVInt32(documents);
            _output.WriteVInt32(bytes);
            _output.WriteVInt32(packed);
        }

        _output.WriteInt64(table);
        CodecUtil.WriteFooter(_output);
    }

    /// <inheritdoc/>
    public override void Abort()
    {
        Dispose();
        IOUtils.DeleteFilesIgnoringExceptions(_directory, _name);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _compressor.Dispose();
            _writer.Dispose();
            _output.Dispose();
        }
    }

    /// <summary>Packs what is pending.</summary>
    private void Flush()
    {
        var bytes = _pending.GetBuffer().AsSpan(0, (int)_pending.Length);
        if (!_isTrained)
        {
            WriteDictionary(bytes);
            _isTrained = true;
        }

        var (begin, first) = (0, 0);
        for (var document = 0; document < _ends.Count; document++)
        {
            if (_ends[document] - begin >= BlockBytes || document == _ends.Count - 1)
            {
                WriteBlock(bytes[begin.._ends[document]], document + 1 - first);
                (begin, first) = (_ends[document], document + 1);
            }
        }

        _pending.SetLength(0);
        _ends.Clear();
    }

    private void WriteBlock(ReadOnlySpan<byte> bytes, int documents)
    {
        var packed = Pack(_compressor, bytes);
        _output.WriteBytes(_packed, 0, packed);
        _blocks.Add((documents, bytes.Length, packed));
    }

    /// <summary>Its length and its packed length, and itself; the length is 0 when there is none.</summary>
    private void WriteDictionary(ReadOnlySpan<byte> bytes)
    {
        var dictionary = Train(bytes);
        _output.WriteVInt32(dictionary.Length);
        if (dictionary.Length > 0)
        {
            using var plain = new Compressor(Level);
            var packed = Pack(plain, dictionary);
            _output.WriteVInt32(packed);
            _output.WriteBytes(_packed, 0, packed);
            _compressor.LoadDictionary(dictionary);
        }
    }

    private byte[] Train(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < MinPending)
        {
            return [];
        }

        var samples = new List<byte[]>();
        var step = Math.Max(1, bytes.Length / MaxTraining);
        for (var document = 0; document < _ends.Count; document += step)
        {
            samples.Add(bytes[(document == 0 ? 0 : _ends[document - 1]).._ends[document]].ToArray());
        }

        try
        {
            return DictBuilder.TrainFromBuffer(samples, bytes.Length / PendingToDictionary);
        }
        catch (ZstdException)
        {
            // These texts have nothing in common.
            return [];
        }
    }

    private int Pack(Compressor compressor, ReadOnlySpan<byte> bytes)
    {
        var bound = Compressor.GetCompressBound(bytes.Length);
        _packed = _packed.Length < bound ? new byte[bound] : _packed;
        return compressor.Wrap(bytes, _packed);
    }
}
