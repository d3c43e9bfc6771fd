using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Suggesting;

/// <summary>The headings of a segment, as written and as they are compared: folded words, a space before each.</summary>
internal sealed class SegmentHeadings
{
    private static readonly ConditionalWeakTable<object, SegmentHeadings> Known = new();

    /// <summary>Longest heading that is kept, in UTF-16 units.</summary>
    private const int MaxLength = 200;

    /// <summary>The number of the heading of each passage, -1 for none.</summary>
    private readonly int[] _ofDocument;

    private SegmentHeadings(AtomicReader leaf)
    {
        _ofDocument = new int[leaf.MaxDoc];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var document = 0; document < _ofDocument.Length; document++)
        {
            _ofDocument[document] = NumberOf(IndexView.HeadingOf(leaf, document), numbers);
        }

        Texts = [.. numbers.Keys];
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

    private static int NumberOf(string? heading, Dictionary<string, int> numbers)
    {
        if (string.IsNullOrEmpty(heading))
        {
            return -1;
        }

        var text = heading.Length > MaxLength ? heading[..MaxLength] : heading;
        numbers.TryAdd(text, numbers.Count);
        return numbers[text];
    }
}
