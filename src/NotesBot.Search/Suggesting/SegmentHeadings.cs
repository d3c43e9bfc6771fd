using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Suggesting;

/// <summary>The headings of a segment, as written and as they are compared: folded words, a space before each.</summary>
internal sealed class SegmentHeadings
{
    private static readonly ConditionalWeakTable<object, SegmentHeadings> Known = new();

    /// <summary>The number of the heading of each passage, -1 for none.</summary>
    private readonly int[] _ofDocument;

    private SegmentHeadings(AtomicReader leaf)
    {
        var headings = leaf.GetSortedDocValues(IndexFields.Heading);
        _ofDocument = new int[leaf.MaxDoc];
        for (var document = 0; document < _ofDocument.Length; document++)
        {
            _ofDocument[document] = headings?.GetOrd(document) ?? -1;
        }

        Texts = [.. Enumerable.Range(0, headings?.ValueCount ?? 0).Select(number => TextOf(headings!, number))];
        Folded = Array.ConvertAll(Texts, Fold);
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
        for (var document = 0; document < leaf.MaxDoc; document++)
        {
            if (_ofDocument[document] is >= 0 and var heading && (leaf.LiveDocs?.Get(document) ?? true) && allowed(document))
            {
                counts[heading]++;
            }
        }

        return counts;
    }

    private static string TextOf(SortedDocValues headings, int number)
    {
        var bytes = new BytesRef();
        headings.LookupOrd(number, bytes);
        return bytes.Utf8ToString();
    }
}
