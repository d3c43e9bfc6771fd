using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Store;

/// <summary>What a state of the index says about the library as a whole.</summary>
internal static class LibraryReading
{
    internal static LibraryState StateOf(IndexView view)
    {
        var facts = view.Facts();
        var files = view.DocumentsWith(IndexFields.File, IndexFields.FileWithPassages).Count();
        var others = view.DocumentsWith(IndexFields.File, IndexFields.FileWithout).Count();
        var records = view.DocumentsWith(IndexFields.Facts, IndexFields.FactsTerm).Count();
        return new LibraryState
        {
            Syllabus = facts.Syllabus,
            PassagesByWeek = PassagesByWeek(view),
            Notes = files,
            Passages = view.Reader.NumDocs - files - others - records,
            Refreshed = facts.Refreshed,
            Faults = facts.Faults,
            Skipped = facts.Skipped,
            Version = facts.Version,
        };
    }

    /// <summary>A language of fewer passages than one in so many is that of a quotation; of so many passages it never is.</summary>
    private const int RareLanguage = 20;

    internal static IReadOnlyList<Language> LanguagesOf(IndexView view)
    {
        var least = Math.Clamp(view.Reader.NumDocs / RareLanguage, 1, RareLanguage);
        var spoken = KnownLanguages.All
            .Where(language => view.Reader.DocFreq(new Term(IndexFields.Language, language.Name)) >= least).ToList();
        return spoken.Count > 0 ? spoken : [KnownLanguages.English];
    }

    private static Dictionary<(int Course, int Week), int> PassagesByWeek(IndexView view)
    {
        var counts = new Dictionary<(int, int), int>();
        foreach (var leaf in view.Leaves)
        {
            Count(leaf, counts);
        }

        return counts;
    }

    private static void Count(AtomicReader leaf, Dictionary<(int, int), int> counts)
    {
        if (leaf.GetTerms(IndexFields.Week)?.GetEnumerator() is not { } terms)
        {
            return;
        }

        while (terms.MoveNext())
        {
            var postings = terms.Docs(leaf.LiveDocs, null, DocsFlags.NONE);
            var live = 0;
            while (postings.NextDoc() != Postings.End)
            {
                live++;
            }

            if (live > 0)
            {
                var key = Parse(terms.Term);
                counts[key] = counts.GetValueOrDefault(key) + live;
            }
        }
    }

    private static (int Course, int Week) Parse(BytesRef term)
    {
        var parts = term.Utf8ToString().Split('/');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
