using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Search.Queries;
using NotesBot.Search.Store;

namespace NotesBot.Search.Ranking;

/// <summary>Which passages may be an answer: those of the chosen course and week, with the quoted phrases, without the excluded words.</summary>
internal sealed class PassageFilter(SearchRequest request, SearchQuery query)
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(int?, int?), FixedBitSet>> Places = new();

    /// <summary>Whether a passage of a segment is allowed; <see langword="null"/> where none is, since a phrase does not stand there.</summary>
    internal Func<int, bool>? Of(TermReader terms, int leaf)
    {
        var place = request.Course is null && request.Week is null ? null : PlaceOf(terms.View.Leaves[leaf]);
        var required = query.Phrases.Select(phrase => SetOf(terms, leaf, [new Variant(phrase, 1, Tier.Exact, 0)])).ToArray();
        var excluded = query.Excluded.Count == 0
            ? null
            : SetOf(terms, leaf, query.Excluded.Select(term => Variant.Of(term, 1, Tier.Exact, 0)));
        if (Array.Exists(required, set => set.Cardinality == 0))
        {
            return null;
        }

        if (place is null && excluded is null && required.Length == 0)
        {
            return static _ => true;
        }

        return document => (place is null || place.Get(document)) && !(excluded?.Get(document) ?? false)
            && Array.TrueForAll(required, set => set.Get(document));
    }

    private FixedBitSet PlaceOf(AtomicReader leaf) =>
        Places.GetValue(leaf.CoreCacheKey, static _ => new ConcurrentDictionary<(int?, int?), FixedBitSet>())
            .GetOrAdd((request.Course, request.Week), static (place, leaf) => PlaceOf(leaf, place), leaf);

    private static FixedBitSet PlaceOf(AtomicReader leaf, (int? Course, int? Week) place)
    {
        var set = new FixedBitSet(leaf.MaxDoc);
        var terms = leaf.GetTerms(place.Week is null ? IndexFields.Course : IndexFields.Week)?.GetEnumerator();
        while (terms is not null && terms.MoveNext())
        {
            if (IsPlace(terms.Term.Utf8ToString(), place))
            {
                set.Or(terms.Docs(null, null, DocsFlags.NONE));
            }
        }

        return set;
    }

    private static bool IsPlace(string term, (int? Course, int? Week) place) => place switch
    {
        ({ } course, null) => term == IndexFields.CourseTerm(course),
        ({ } course, { } week) => term == IndexFields.WeekTerm(course, week),
        (_, { } week) => term.EndsWith(IndexFields.WeekTerm(0, week)[1..], StringComparison.Ordinal),
        _ => false,
    };

    private static FixedBitSet SetOf(TermReader terms, int leaf, IEnumerable<Variant> variants)
    {
        var set = new FixedBitSet(terms.View.Leaves[leaf].MaxDoc);
        foreach (var cursor in variants.Select(variant => Cursor.Open(terms, leaf, variant, positions: false)).OfType<Cursor>())
        {
            while (cursor.Next() is var document && document != Postings.End)
            {
                set.Set(document);
            }
        }

        return set;
    }
}
