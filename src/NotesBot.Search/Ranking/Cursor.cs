using Lucene.Net.Index;
using NotesBot.Search.Queries;
using NotesBot.Search.Store;

namespace NotesBot.Search.Ranking;

/// <summary>Walks the passages of a segment in which a variant stands.</summary>
internal abstract class Cursor
{
    /// <summary>How often it stands in the passage.</summary>
    internal abstract int Frequency { get; }

    /// <summary>The next passage, or <see cref="Postings.End"/>.</summary>
    internal abstract int Next();

    /// <summary>The first passage from here on, this one included, or <see cref="Postings.End"/>.</summary>
    internal abstract int Advance(int document);

    /// <summary>Where it stands in the passage, in order. Only when opened with positions.</summary>
    internal abstract void AddPositions(List<int> positions);

    /// <summary>A cursor of a segment; <see langword="null"/> when the segment lacks the variant.</summary>
    internal static Cursor? Open(TermReader terms, int leaf, Variant variant, bool positions)
    {
        if (variant.Terms.Count == 1)
        {
            return TermCursor.Of(terms, leaf, variant.Terms[0], positions);
        }

        var parts = variant.Terms.Select(term => TermCursor.Of(terms, leaf, term, positions: true)).OfType<TermCursor>().ToArray();
        return parts.Length == variant.Terms.Count ? new RunCursor(parts, variant.Reach) : null;
    }
}

/// <summary>The passages of one term.</summary>
internal sealed class TermCursor(DocsEnum postings) : Cursor
{
    internal override int Frequency => postings.Freq;

    internal int Document => postings.DocID;

    internal static TermCursor? Of(TermReader terms, int leaf, string term, bool positions) =>
        terms.Open(leaf, term, positions) is { } postings ? new TermCursor(postings) : null;

    internal override int Next() => postings.NextDoc();

    internal override int Advance(int document) => postings.DocID >= document ? postings.DocID : postings.Advance(document);

    internal override void AddPositions(List<int> positions)
    {
        var places = (DocsAndPositionsEnum)postings;
        for (var left = places.Freq; left > 0; left--)
        {
            positions.Add(places.NextPosition());
        }
    }
}

/// <summary>The passages in which several terms stand in order, each near to the one before it.</summary>
internal sealed class RunCursor(TermCursor[] terms, int reach) : Cursor
{
    private readonly List<int>[] _positions = [.. terms.Select(_ => new List<int>())];
    private readonly List<int> _starts = [];
    private int _document = -1;

    internal override int Frequency => _starts.Count;

    internal override int Next() => _document = FindFrom(terms[0].Next());

    internal override int Advance(int document) =>
        _document >= document ? _document : _document = FindFrom(terms[0].Advance(document));

    internal override void AddPositions(List<int> positions) => positions.AddRange(_starts);

    private int FindFrom(int document)
    {
        while (document != Postings.End)
        {
            var next = FirstWithAll(document);
            if (next == document && ReadStarts())
            {
                return document;
            }

            document = next == document ? terms[0].Next() : next == Postings.End ? next : terms[0].Advance(next);
        }

        return Postings.End;
    }

    /// <summary>The document itself when all terms stand in it, else the first that may be the next.</summary>
    private int FirstWithAll(int document)
    {
        foreach (var term in terms)
        {
            var found = term.Advance(document);
            if (found != document)
            {
                return found;
            }
        }

        return document;
    }

    private bool ReadStarts()
    {
        for (var i = 0; i < terms.Length; i++)
        {
            _positions[i].Clear();
            terms[i].AddPositions(_positions[i]);
        }

        _starts.Clear();
        foreach (var start in _positions[0])
        {
            if (GoesOn(start))
            {
                _starts.Add(start);
            }
        }

        return _starts.Count > 0;
    }

    /// <summary>Whether the other terms follow. Parts of a name share the place of the whole, so the same place counts as next.</summary>
    private bool GoesOn(int at)
    {
        for (var i = 1; i < terms.Length; i++)
        {
            var next = FirstFrom(_positions[i], at);
            if (next < 0 || next > at + reach)
            {
                return false;
            }

            at = next;
        }

        return true;
    }

    private static int FirstFrom(List<int> positions, int at)
    {
        foreach (var position in positions)
        {
            if (position >= at)
            {
                return position;
            }
        }

        return -1;
    }
}
