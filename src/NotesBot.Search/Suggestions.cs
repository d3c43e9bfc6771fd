using NotesBot.Search.Storage;

namespace NotesBot.Search;

internal static class Suggestions
{
    internal static IReadOnlyList<Suggestion> Of(IndexView view, SuggestRequest request)
    {
        var headings = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var leaf in view.Leaves)
        {
            var values = leaf.GetSortedDocValues(IndexFields.Heading);
            for (var i = 0; i < (values?.ValueCount ?? 0); i++)
            {
                var bytes = new Lucene.Net.Util.BytesRef();
                values!.LookupOrd(i, bytes);
                headings.Add(bytes.Utf8ToString());
            }
        }

        return [.. headings.Where(heading => heading.Contains(request.Typed, StringComparison.OrdinalIgnoreCase))
            .Take(request.Count).Select(heading => new Suggestion(heading))];
    }
}
