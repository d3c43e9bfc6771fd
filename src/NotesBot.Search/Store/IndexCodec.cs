using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;

namespace NotesBot.Search.Store;

/// <summary>Lucene's format, with texts in one of our own.</summary>
[CodecName(CodecName)]
internal sealed class IndexCodec : FilterCodec
{
    private const string CodecName = "NotesBot";

    internal static readonly IndexCodec Only = new();

    static IndexCodec() => SetCodecFactory(new Factory());

    private IndexCodec()
        : base(new Lucene46Codec())
    {
    }

    /// <inheritdoc/>
    public override StoredFieldsFormat StoredFieldsFormat { get; } = new TextsFormat();

    /// <summary>Makes Lucene find it by its name in an index.</summary>
    internal static void Register() => RuntimeHelpers.RunClassConstructor(typeof(IndexCodec).TypeHandle);

    /// <summary>An index of Lucene's own format is one of an older version of ours: it can be read enough to be told apart.</summary>
    private sealed class Factory : ICodecFactory
    {
        public Codec GetCodec(string name) => name == CodecName ? Only : new Lucene46Codec();
    }
}
