using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Lexicon;

/// <summary>The words that a library has. For one query, on one thread.</summary>
internal sealed class LibraryWords
{
    /// <summary>So many terms of a segment are looked at below one beginning.</summary>
    private const int MaxScanned = 3_000;

    /// <summary>A term in no more passages than this may be in deleted ones only, which is then looked up.</summary>
    private const int Rare = 8;

    private readonly IndexView _view;
    private readonly TermsEnum?[] _terms;
    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);

    internal LibraryWords(IndexView view)
    {
        _view = view;
        _terms = [.. view.Leaves.Select(leaf => leaf.GetTerms(IndexFields.Text)?.GetEnumerator())];
    }

    /// <summary>In how many passages a term is; 0 when the library does not have it.</summary>
    internal int Frequency(string term)
    {
        if (!_frequencies.TryGetValue(term, out var frequency))
        {
            var bytes = new BytesRef(term);
            for (var i = 0; i < _terms.Length; i++)
            {
                frequency += _terms[i] is { } terms && terms.SeekExact(bytes) ? LiveFrequency(terms, _view.Leaves[i]) : 0;
            }

            _frequencies[term] = frequency;
        }

        return frequency;
    }

    /// <summary>The terms with a beginning, and in how many passages each is.</summary>
    internal Dictionary<string, int> StartingWith(string beginning)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var bytes = new BytesRef(beginning);
        for (var i = 0; i < _terms.Length; i++)
        {
            if (_terms[i] is { } terms && terms.SeekCeil(bytes) != TermsEnum.SeekStatus.END)
            {
                AddStarting(terms, _view.Leaves[i], bytes, found);
            }
        }

        return found;
    }

    /// <summary>The words within a distance of one that the library does not have.</summary>
    internal Dictionary<string, int> Near(string word, int limit)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in _view.Leaves)
        {
            SegmentWords.Of(leaf).AddNear(word, limit, found);
        }

        return Living(found);
    }

    /// <summary>The words that hold a word inside or at their end.</summary>
    internal Dictionary<string, int> Holding(string part)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in _view.Leaves)
        {
            SegmentWords.Of(leaf).AddHolding(part, found);
        }

        return Living(found);
    }

    private static void AddStarting(TermsEnum terms, AtomicReader leaf, BytesRef beginning, Dictionary<string, int> found)
    {
        for (var scanned = 0; scanned < MaxScanned && StringHelper.StartsWith(terms.Term, beginning); scanned++)
        {
            if (LiveFrequency(terms, leaf) is > 0 and var frequency)
            {
                var term = terms.Term.Utf8ToString();
                found[term] = found.GetValueOrDefault(term) + frequency;
            }

            if (!terms.MoveNext())
            {
                return;
            }
        }
    }

    private static int LiveFrequency(TermsEnum terms, AtomicReader leaf)
    {
        var frequency = terms.DocFreq;
        return frequency <= Rare && leaf.HasDeletions
            && terms.Docs(leaf.LiveDocs, null, DocsFlags.NONE).NextDoc() == Postings.End ? 0 : frequency;
    }

    private Dictionary<string, int> Living(Dictionary<string, int> found) =>
        found.Where(pair => pair.Value > Rare || Frequency(pair.Key) > 0).ToDictionary(StringComparer.Ordinal);
}
