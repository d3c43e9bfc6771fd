using Lucene.Net.Index;

namespace NotesBot.Search.Store;

/// <summary>Reads a number of each document of a segment into memory.</summary>
internal static class SegmentNumbers
{
    /// <summary>By document; 0 where it has none.</summary>
    internal static long[] Of(AtomicReader leaf, string field)
    {
        var numbers = new long[leaf.MaxDoc];
        var values = leaf.GetNumericDocValues(field);
        for (var document = 0; document < numbers.Length && values is not null; document++)
        {
            numbers[document] = values.Get(document);
        }

        return numbers;
    }
}
