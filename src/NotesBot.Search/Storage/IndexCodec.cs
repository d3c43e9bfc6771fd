using System.IO.Compression;
using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Store;
using Lucene.Net.Util;
using CompressionMode = Lucene.Net.Codecs.Compressing.CompressionMode;

namespace NotesBot.Search.Storage;

/// <summary>
/// Lucene's format with texts packed tighter: in chunks of a note or two, since ten hits stand in ten of them, by Brotli, which knows common
/// words of several languages before it has read any.
/// </summary>
[CodecName(CodecName)]
internal sealed class IndexCodec : FilterCodec
{
    /// <summary>So much text is packed together: twice as much would need a twelfth less room, and each hit twice the time.</summary>
    private const int ChunkBytes = 8 << 10;

    private const string CodecName = "NotesBot";

    internal static readonly IndexCodec Only = new();

    static IndexCodec() => SetCodecFactory(new Factory());

    private IndexCodec()
        : base(new Lucene46Codec())
    {
    }

    /// <inheritdoc/>
    public override StoredFieldsFormat StoredFieldsFormat { get; } =
        new CompressingStoredFieldsFormat("NotesBotTexts", new BrotliMode(), ChunkBytes);

    /// <summary>Makes Lucene find it by its name in an index.</summary>
    internal static void Register() => RuntimeHelpers.RunClassConstructor(typeof(IndexCodec).TypeHandle);

    /// <summary>An index of Lucene's own format is one of an older version of ours: it can be read enough to be told apart.</summary>
    private sealed class Factory : ICodecFactory
    {
        public Codec GetCodec(string name) => name == CodecName ? Only : new Lucene46Codec();
    }

    private sealed class BrotliMode : CompressionMode
    {
        public override Compressor NewCompressor() => new Packer();

        public override Decompressor NewDecompressor() => new Unpacker();
    }

    private sealed class Packer : Compressor
    {
        /// <summary>A third of the time of 5, for a twelfth more room.</summary>
        private const int Quality = 2;
        private const int Window = 16;

        private byte[] _packed = [];

        public override void Compress(byte[] bytes, int off, int len, DataOutput output)
        {
            _packed = _packed.Length < BrotliEncoder.GetMaxCompressedLength(len) ? new byte[BrotliEncoder.GetMaxCompressedLength(len)] : _packed;
            if (!BrotliEncoder.TryCompress(bytes.AsSpan(off, len), _packed, out var length, Quality, Window))
            {
                throw new InvalidOperationException("Brotli needs more room than it says it does.");
            }

            output.WriteVInt32(length);
            output.WriteBytes(_packed, 0, length);
        }
    }

    private sealed class Unpacker : Decompressor
    {
        private byte[] _packed = [];

        public override void Decompress(DataInput input, int originalLength, int offset, int length, BytesRef bytes)
        {
            var packed = input.ReadVInt32();
            _packed = _packed.Length < packed ? new byte[packed] : _packed;
            input.ReadBytes(_packed, 0, packed);
            bytes.Bytes = bytes.Bytes.Length < originalLength ? new byte[originalLength] : bytes.Bytes;
            if (!BrotliDecoder.TryDecompress(_packed.AsSpan(0, packed), bytes.Bytes, out var unpacked) || unpacked != originalLength)
            {
                throw new InvalidDataException("A text of the index is damaged.");
            }

            (bytes.Offset, bytes.Length) = (offset, length);
        }

        public override object Clone() => new Unpacker();
    }
}
