using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Notes;
using NotesBot.Search.Text;

namespace NotesBot.Search.Store;

/// <summary>What is written for a file: its record and its passages, one block, so that they come and go together.</summary>
internal static class PassageDocuments
{
    private static readonly FieldType TextType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    });

    private static readonly FieldType TermType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    });

    internal static List<Document> Of(IndexedFile file, IReadOnlyList<Passage> passages)
    {
        var documents = new List<Document>(passages.Count + 1) { Record(file, passages.Count) };
        var words = passages.Select((passage, i) => PassageWords.Of(passage, i > 0 && passage.Trail.SequenceEqual(passages[i - 1].Trail))).ToList();
        var language = LanguageDetector.Of(words)?.Name ?? IndexFields.NoLanguage;
        documents.AddRange(passages.Zip(words, (passage, read) => Of(passage, read, language)));
        return documents;
    }

    internal static Document Of(LibraryFacts facts) =>
    [
        new StringField(IndexFields.Facts, IndexFields.FactsTerm, Field.Store.NO),
        new StoredField(IndexFields.Record, StoredJson.Write(facts)),
    ];

    private static Document Record(IndexedFile file, int passages) =>
    [
        new StringField(IndexFields.Path, file.Path, Field.Store.NO),
        new StringField(IndexFields.File, passages > 0 ? IndexFields.FileWithPassages : IndexFields.FileWithout, Field.Store.NO),
        new StoredField(IndexFields.Record, StoredJson.Write(file)),
    ];

    private static Document Of(Passage passage, PassageWords words, string language)
    {
        var document = new Document
        {
            Term(IndexFields.Path, passage.Path),
            Term(IndexFields.Language, language),
            new WordsField(IndexFields.Initials, words.Initials, TermType),
            new WordsField(IndexFields.Marked, words.Marked, TermType),
            new WordsField(IndexFields.Text, words.Words, TextType),
            new NumericDocValuesField(IndexFields.Id, (long)passage.Id.Value),
            new NumericDocValuesField(IndexFields.Shape, words.Shape.Pack()),
            new NumericDocValuesField(IndexFields.TextKey, MeaningText.KeyOf(passage)),
            new StoredField(IndexFields.Data, StoredJson.Write(passage)),
        };
        AddPlace(document, passage);
        AddHeading(document, passage.Heading);
        return document;
    }

    private static void AddHeading(Document document, string? heading)
    {
        if (!string.IsNullOrEmpty(heading))
        {
            var text = heading.Length > IndexFields.MaxHeading ? heading[..IndexFields.MaxHeading] : heading;
            document.Add(new SortedDocValuesField(IndexFields.Heading, new BytesRef(text)));
        }
    }

    private static void AddPlace(Document document, Passage passage)
    {
        if (passage.Course is { } course)
        {
            document.Add(Term(IndexFields.Course, IndexFields.CourseTerm(course)));
            document.Add(Term(IndexFields.Week, IndexFields.WeekTerm(course, passage.Week ?? 0)));
        }
    }

    private static WordsField Term(string name, string term) => new(name, [Word.Of(term)], TermType);

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
