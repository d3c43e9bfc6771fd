using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Notes;

namespace NotesBot.Search.Store;

/// <summary>The ids of all passages of a segment, held in memory: a term for each would take more room in the index than its words.</summary>
internal sealed class SegmentIds
{
    private static readonly ConditionalWeakTable<object, SegmentIds> Known = new();

    private readonly long[] _ids;

    private SegmentIds(AtomicReader leaf) => _ids = SegmentNumbers.Of(leaf, IndexFields.Id);

    /// <summary>The id of a document.</summary>
    internal long this[int document] => _ids[document];

    internal static SegmentIds Of(AtomicReader leaf) => Known.GetValue(leaf.CoreCacheKey, _ => new SegmentIds(leaf));

    /// <summary>The live document of an id, -1 for none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="live">Those that are not deleted; <see langword="null"/> when none is.</param>
    internal int Find(PassageId id, IBits? live)
    {
        for (var from = 0; Array.IndexOf(_ids, (long)id.Value, from) is >= 0 and var found; from = found + 1)
        {
            if (live?.Get(found) ?? true)
            {
                return found;
            }
        }

        return -1;
    }
}
