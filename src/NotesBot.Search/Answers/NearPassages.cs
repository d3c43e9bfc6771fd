using NotesBot.Notes;
using NotesBot.Search.Store;

namespace NotesBot.Search.Answers;

/// <summary>What else the notes say on the subject of a passage: the passages nearest in meaning, of other sections.</summary>
/// <param name="view">The index.</param>
/// <param name="model">The model whose vectors are compared.</param>
/// <param name="least">How near they must be.</param>
internal sealed class NearPassages(IndexView view, ISentenceModel model, double least)
{
    /// <summary>So many of the nearest get a look; those of the passage's own section are among them.</summary>
    private const int Kept = 50;

    /// <summary>Best first.</summary>
    internal IEnumerable<Passage> Of(PassageId id)
    {
        if (view.DocumentOf(id) is not { } document || view.PassageOf(document) is not { } own
            || view.KeyOf(document, model) is not (not 0 and var key) || model.Read(key) is not { } meaning)
        {
            return [];
        }

        return Nearest(meaning).Where(passage => SectionOf(passage) != SectionOf(own) && passage.Text != own.Text)
            .DistinctBy(SectionOf).DistinctBy(passage => passage.Text);
    }

    private IEnumerable<Passage> Nearest(IQuestionMeaning meaning)
    {
        var found = new List<(int Document, float Cosine)>();
        for (var leaf = 0; leaf < view.Leaves.Count; leaf++)
        {
            var (keys, live) = (SegmentTextKeys.Of(view, view.Leaves[leaf], model), view.Leaves[leaf].LiveDocs);
            var cosines = new float[keys.Length];
            meaning.Compare(keys, cosines);
            found.AddRange(Enumerable.Range(0, keys.Length).Where(document => cosines[document] >= least && (live?.Get(document) ?? true))
                .Select(document => (view.Bases[leaf] + document, cosines[document])));
        }

        return found.OrderByDescending(text => text.Cosine).Take(Kept).Select(text => (Passage: view.PassageOf(text.Document)!, text.Cosine))
            .OrderByDescending(text => text.Cosine).ThenBy(text => text.Passage.Path, StringComparer.Ordinal).ThenBy(text => text.Passage.Ordinal)
            .Select(text => text.Passage);
    }

    private static string SectionOf(Passage passage) => string.Join('\n', passage.Trail.Prepend(passage.Path));
}
