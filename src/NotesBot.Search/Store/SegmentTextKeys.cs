using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace NotesBot.Search.Store;

/// <summary>The keys of the texts of a segment, by document; see <see cref="MeaningText"/>.</summary>
internal static class SegmentTextKeys
{
    private static readonly ConditionalWeakTable<object, long[]> Known = [];

    /// <summary>Always the same array for a segment.</summary>
    internal static long[] Of(AtomicReader leaf) => Known.GetValue(leaf.CoreCacheKey, _ => SegmentNumbers.Of(leaf, IndexFields.TextKey));
}
