using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Store;

/// <summary>The keys of the texts of a segment that a model reads, by document; see <see cref="MeaningText"/>.</summary>
internal static class SegmentTextKeys
{
    private static readonly ConditionalWeakTable<object, Keys> Known = [];

    /// <summary>0 for a passage without a text, and for one of a note in a language that the model does not know. Always the same array.</summary>
    /// <remarks>A note whose language nobody can tell, for it is short or all code, is taken to be in one that the others are in.</remarks>
    internal static long[] Of(IndexView view, AtomicReader leaf, ISentenceModel model)
    {
        if (!Known.TryGetValue(leaf.CoreCacheKey, out var known) || known.Model != model)
        {
            known = new Keys(model, Read(view, leaf, model));
            Known.AddOrUpdate(leaf.CoreCacheKey, known);
        }

        return known.Values;
    }

    private static long[] Read(IndexView view, AtomicReader leaf, ISentenceModel model)
    {
        var keys = SegmentNumbers.Of(leaf, IndexFields.TextKey);
        foreach (var language in KnownLanguages.All.Select(language => language.Name).Append(IndexFields.NoLanguage).Where(language => !IsKnown(language)))
        {
            var postings = leaf.GetTermDocsEnum(new Term(IndexFields.Language, language));
            while (postings is not null && postings.NextDoc() is var document && document != Postings.End)
            {
                keys[document] = 0;
            }
        }

        return keys;

        bool IsKnown(string language) => language == IndexFields.NoLanguage ? view.Languages.Any(other => model.Knows(other.Name)) : model.Knows(language);
    }

    private sealed record Keys(ISentenceModel Model, long[] Values);
}
