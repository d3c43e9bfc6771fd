using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NotesBot.Search.Store;

/// <summary>Looks up words in the segments of a state of the index. For one query, on one thread: one enumerator a segment serves all.</summary>
internal sealed class TermReader(IndexView view)
{
    private readonly TermsEnum?[] _terms = new TermsEnum?[view.Leaves.Count];

    internal IndexView View { get; } = view;

    /// <summary>The words of each segment.</summary>
    internal SegmentWords[] Words { get; } = [.. view.Leaves.Select(SegmentWords.Of)];

    /// <summary>The live passages of a segment with a word; <see langword="null"/> when the segment lacks it.</summary>
    internal DocsEnum? Open(int leaf, string word, bool positions)
    {
        if (Words[leaf].Find(word) < 0 || !TermsOf(leaf).SeekExact(new BytesRef(word)))
        {
            return null;
        }

        return positions
            ? _terms[leaf]!.DocsAndPositions(View.Leaves[leaf].LiveDocs, null, DocsAndPositionsFlags.NONE)
            : _terms[leaf]!.Docs(View.Leaves[leaf].LiveDocs, null, DocsFlags.FREQS);
    }

    private TermsEnum TermsOf(int leaf) => _terms[leaf] ??= View.Leaves[leaf].GetTerms(IndexFields.Text).GetEnumerator();
}
