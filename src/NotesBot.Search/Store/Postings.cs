using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NotesBot.Search.Store;

/// <summary>Where a term stands in a segment.</summary>
internal static class Postings
{
    /// <summary>What a posting list returns after its last document.</summary>
    internal const int End = DocIdSetIterator.NO_MORE_DOCS;

    /// <summary>Live documents with the term, and how often it stands in each; <see langword="null"/> for none.</summary>
    internal static DocsEnum? Of(AtomicReader leaf, string field, BytesRef term)
    {
        var terms = leaf.GetTerms(field)?.GetEnumerator();
        return terms is not null && terms.SeekExact(term) ? terms.Docs(leaf.LiveDocs, null, DocsFlags.FREQS) : null;
    }
}
