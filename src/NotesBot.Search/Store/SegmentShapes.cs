using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NotesBot.Search.Text;

namespace NotesBot.Search.Store;

/// <summary>The shapes of all passages of a segment, held in memory: they are asked for at every match.</summary>
internal sealed class SegmentShapes
{
    private static readonly ConditionalWeakTable<object, SegmentShapes> Known = new();

    private readonly long[] _packed;

    private SegmentShapes(AtomicReader leaf) => _packed = SegmentNumbers.Of(leaf, IndexFields.Shape);

    internal PassageShape this[int document] => PassageShape.Unpack(_packed[document]);

    internal static SegmentShapes Of(AtomicReader leaf) => Known.GetValue(leaf.CoreCacheKey, _ => new SegmentShapes(leaf));
}
