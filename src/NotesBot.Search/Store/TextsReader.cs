using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace NotesBot.Search.Store;

/// <summary>Reads a file of <see cref="TextsFormat"/>. The block that was last read is kept: neighbours are often read together.</summary>
internal sealed class TextsReader : StoredFieldsReader
{
    private readonly TextsTable _table;
    private readonly FieldInfos _fields;
    private readonly IndexInput _input;
    private readonly ByteArrayDataInput _documents = new();
    private byte[] _packed = [];
    private byte[] _block = [];
    private bool _isClone;

    /// <summary>The block that was read, and the document of it that stands where the next is read.</summary>
    private int _number = -1;
    private int _document;

    private TextsReader(TextsTable table, FieldInfos fields, IndexInput input) => (_table, _fields, _input) = (table, fields, input);

    /// <summary>Reads the dictionary and the table. Closes the file when it is damaged.</summary>
    internal static TextsReader Open(IndexInput input, FieldInfos fields)
    {
        try
        {
            return new TextsReader(TextsTable.Read(input), fields, input);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void VisitDocument(int n, StoredFieldVisitor visitor)
    {
        var (number, skipped) = _table.Find(n);
        if (number != _number)
        {
            _number = -1;
            ReadBlock(number);
            _number = number;
            Begin(n - skipped);
        }
        else if (n < _document)
        {
            Begin(n - skipped);
        }

        for (; _document < n; _document++)
        {
            Skip();
        }

        var start = _documents.Position;
        try
        {
            Visit(visitor);
        }
        finally
        {
            _documents.Position = start;
        }
    }

    /// <inheritdoc/>
    public override object Clone() => new TextsReader(_table, _fields, (IndexInput)_input.Clone()) { _isClone = true };

    /// <inheritdoc/>
    public override long RamBytesUsed() => _table.RamBytesUsed + _packed.Length + _block.Length;

    /// <inheritdoc/>
    public override void CheckIntegrity() => CodecUtil.ChecksumEntireFile(_input);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        _input.Dispose();
        if (!_isClone)
        {
            _table.Dispose();
        }
    }

    private void ReadBlock(int number)
    {
        var (length, packed) = (_table.BytesOf(number), _table.PackedBytesOf(number));
        _packed = _packed.Length < packed ? new byte[packed] : _packed;
        _block = _block.Length < length ? new byte[length] : _block;
        _input.Seek(_table.StartOf(number));
        _input.ReadBytes(_packed, 0, packed);
        _table.Unpack(_packed.AsSpan(0, packed), _block.AsSpan(0, length));
    }

    private void Begin(int document)
    {
        _documents.Reset(_block, 0, _table.BytesOf(_number));
        _document = document;
    }

    private void Skip()
    {
        for (var fields = _documents.ReadVInt32(); fields > 0; fields--)
        {
            _documents.ReadVInt32();
            _documents.SkipBytes(_documents.ReadVInt32());
        }
    }

    private void Visit(StoredFieldVisitor visitor)
    {
        for (var fields = _documents.ReadVInt32(); fields > 0; fields--)
        {
            var field = _fields.FieldInfo(_documents.ReadVInt32());
            var length = _documents.ReadVInt32();
            switch (visitor.NeedsField(field))
            {
                case StoredFieldVisitor.Status.YES:
                    var value = new byte[length];
                    _documents.ReadBytes(value, 0, length);
                    visitor.BinaryField(field, value);
                    break;
                case StoredFieldVisitor.Status.NO:
                    _documents.SkipBytes(length);
                    break;
                default:
                    return;
            }
        }
    }
}
