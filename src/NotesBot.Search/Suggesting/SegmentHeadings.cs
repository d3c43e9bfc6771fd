using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Search.Analysis;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Suggesting;

/// <summary>The headings of a segment, as written and as they are compared: folded words, a space before each.</summary>
internal sealed class SegmentHeadings
{
    private static readonly ConditionalWeakTable<object, SegmentHeadings> Known = new();

    private SegmentHeadings(AtomicReader leaf)
    {
        var values = leaf.GetSortedDocValues(IndexFields.Heading);
        var count = values?.ValueCount ?? 0;
        (Texts, Folded) = (new string[count], new string[count]);
        var bytes = new BytesRef();
        for (var i = 0; i < count; i++)
        {
            values!.LookupOrd(i, bytes);
            Texts[i] = bytes.Utf8ToString();
            Folded[i] = Fold(Texts[i]);
        }
    }

    internal string[] Texts { get; }

    internal string[] Folded { get; }

    internal static SegmentHeadings Of(AtomicReader leaf) => Known.GetValue(leaf.CoreCacheKey, _ => new SegmentHeadings(leaf));

    internal static string Fold(string text) =>
        string.Concat(WordReader.Read(text).Where(word => word.Reading == Reading.Whole).Select(word => " " + word.Term));

    /// <summary>How many passages each heading has among those that are allowed; <see langword="null"/> stands for all.</summary>
    internal int[] Passages(AtomicReader leaf, Func<int, bool> allowed)
    {
        var counts = new int[Texts.Length];
        var values = leaf.GetSortedDocValues(IndexFields.Heading);
        for (var document = 0; document < leaf.MaxDoc && values is not null; document++)
        {
            if (values.GetOrd(document) is >= 0 and var heading && (leaf.LiveDocs?.Get(document) ?? true) && allowed(document))
            {
                counts[heading]++;
            }
        }

        return counts;
    }
}
