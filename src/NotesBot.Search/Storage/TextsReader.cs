using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace NotesBot.Search.Storage;

/// <summary>Reads a file of <see cref="TextsFormat"/>. The block that was last read is kept: neighbours are often read together.</summary>
internal sealed class TextsReader : StoredFieldsReader
{
    private readonly TextsTable _table;
    private readonly FieldInfos _fields;
    private readonly IndexInput _input;
    private byte[] _packed = [];
    private byte[] _block = [];
    private bool _isClone;
    private int _number = -1;

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
        }

        var stream = new MemoryStream(_block, 0, _table.BytesOf(number));
        var reader = new BinaryReader(stream);
        for (; skipped > 0; skipped--)
        {
            Skip(reader);
        }

        Visit(reader, visitor);
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

    private static void Skip(BinaryReader reader)
    {
        for (var fields = reader.Read7BitEncodedInt(); fields > 0; fields--)
        {
            reader.Read7BitEncodedInt();
            var length = reader.Read7BitEncodedInt();
            reader.BaseStream.Position += length;
        }
    }

    private void Visit(BinaryReader reader, StoredFieldVisitor visitor)
    {
        for (var fields = reader.Read7BitEncodedInt(); fields > 0; fields--)
        {
            var field = _fields.FieldInfo(reader.Read7BitEncodedInt());
            var length = reader.Read7BitEncodedInt();
            switch (visitor.NeedsField(field))
            {
                case StoredFieldVisitor.Status.YES:
                    visitor.BinaryField(field, reader.ReadBytes(length));
                    break;
                case StoredFieldVisitor.Status.NO:
                    reader.BaseStream.Position += length;
                    break;
                default:
                    return;
            }
        }
    }
}
