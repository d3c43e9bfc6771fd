using NotesBot.Notes;
using NotesBot.Search.Analysis;
using NotesBot.Search.Storage;

namespace NotesBot.Search;

internal static class Answering
{
    internal static SearchAnswer Answer(IndexView view, SearchRequest request)
    {
        var scores = new Dictionary<int, double>();
        var count = Math.Max(1, view.Reader.NumDocs);
        foreach (var term in WordReader.Read(request.Query).Select(word => word.Term).Distinct().Take(64))
        {
            var documents = view.DocumentsWith(IndexFields.Text, term).ToList();
            foreach (var document in documents)
            {
                scores[document] = scores.GetValueOrDefault(document) + Math.Log(1 + (double)count / documents.Count);
            }
        }

        var hits = scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => (Passage: view.PassageOf(pair.Key), Score: pair.Value))
            .Where(pair => pair.Passage is not null && Fits(pair.Passage, request)).Take(request.Top)
            .Select(pair => new Hit(pair.Passage!, Head(pair.Passage!), pair.Score)).ToList();
        return new SearchAnswer { Query = request.Query, Confidence = hits.Count > 0 ? Confidence.Answer : Confidence.None, Hits = hits };
    }

    private static bool Fits(Passage passage, SearchRequest request) =>
        (request.Course is null || passage.Course == request.Course) && (request.Week is null || passage.Week == request.Week);

    private static Snippet Head(Passage passage) =>
        new(passage.Text.Length > Hit.MaxSnippetLength ? passage.Text[..Hit.MaxSnippetLength] : passage.Text, [], 0);
}
