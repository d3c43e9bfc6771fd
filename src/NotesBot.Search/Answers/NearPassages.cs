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
        if (view.DocumentOf(id) is not { } document || view.PassageOf(document) is not { } own || KeyOf(document) is not { } key
            || model.Read(key) is not { } meaning)
        {
            return [];
        }

        return Nearest(meaning).Where(passage => SectionOf(passage) != SectionOf(own) && passage.Text != own.Text)
            .DistinctBy(SectionOf).DistinctBy(passage => passage.Text);
    }

    private long? KeyOf(int document) => view.TextKeys(model).Where(text => text.Document == document).Select(text => (long?)text.Key).FirstOrDefault();

    private IEnumerable<Passage> Nearest(IQuestionMeaning meaning)
    {
        var texts = view.TextKeys(model).ToList();
        var cosines = new float[texts.Count];
        meaning.Compare([.. texts.Select(text => text.Key)], cosines);
        return texts.Zip(cosines, (text, cosine) => (text.Document, cosine)).Where(text => text.cosine >= least)
            .OrderByDescending(text => text.cosine).Take(Kept).Select(text => (Passage: view.PassageOf(text.Document)!, text.cosine))
            .OrderByDescending(text => text.cosine).ThenBy(text => text.Passage.Path, StringComparer.Ordinal).ThenBy(text => text.Passage.Ordinal)
            .Select(text => text.Passage);
    }

    private static string SectionOf(Passage passage) => string.Join('\n', passage.Trail.Prepend(passage.Path));
}
