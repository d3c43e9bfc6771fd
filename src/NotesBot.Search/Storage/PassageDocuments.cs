using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Notes;
using NotesBot.Search.Analysis;
using NotesBot.Search.Lexicon;

namespace NotesBot.Search.Storage;

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

    internal static List<Document> Of(IndexedFile file, IReadOnlyList<Passage> passages)
    {
        var documents = new List<Document>(passages.Count + 1) { Record(file, passages.Count) };
        var language = LanguageDetector.Of(passages.Select(passage => passage.Text));
        foreach (var passage in passages)
        {
            var document = Of(passage, file.Path);
            document.Add(new StringField(IndexFields.Language, language.ToString(), Field.Store.NO));
            documents.Add(document);
        }

        return documents;
    }

    internal static Document Of(LibraryFacts facts) =>
    [
        new StringField(IndexFields.Facts, IndexFields.FactsTerm, Field.Store.NO),
        new StoredField(IndexFields.Record, RecordCodec.Write(facts)),
    ];

    private static Document Record(IndexedFile file, int passages) =>
    [
        new StringField(IndexFields.Path, file.Path, Field.Store.NO),
        new StringField(IndexFields.File, passages > 0 ? IndexFields.FileWithPassages : IndexFields.FileWithout, Field.Store.NO),
        new StoredField(IndexFields.Record, RecordCodec.Write(file)),
    ];

    private static Document Of(Passage passage, string path)
    {
        var words = PassageWords.Of(passage);
        var document = new Document
        {
            new StringField(IndexFields.Path, path, Field.Store.NO),
            new StringField(IndexFields.Id, passage.Id.ToString(), Field.Store.NO),
            new Field(IndexFields.Text, new WordStream(words.Words), TextType),
            new NumericDocValuesField(IndexFields.Shape, words.Shape.Pack()),
            new StoredField(IndexFields.Data, PassageCodec.Write(passage)),
        };
        AddPlace(document, passage);
        AddHeading(document, passage);
        AddInitials(document, passage);
        return document;
    }

    private static void AddPlace(Document document, Passage passage)
    {
        if (passage.Course is { } course)
        {
            document.Add(new StringField(IndexFields.Course, CourseTerm(course), Field.Store.NO));
            document.Add(new StringField(IndexFields.Week, WeekTerm(course, passage.Week ?? 0), Field.Store.NO));
        }
    }

    private static void AddInitials(Document document, Passage passage)
    {
        foreach (var initials in Initials.Of(passage.Trail.Append(passage.Text)))
        {
            document.Add(new StringField(IndexFields.Initials, initials, Field.Store.NO));
        }
    }

    private static void AddHeading(Document document, Passage passage)
    {
        if (passage.Heading is { Length: > 0 } heading)
        {
            var text = heading.Length > MaxHeading ? heading[..MaxHeading] : heading;
            document.Add(new SortedDocValuesField(IndexFields.Heading, new BytesRef(text)));
        }
    }

    /// <summary>Longest heading that is kept for suggestions, in UTF-16 units.</summary>
    private const int MaxHeading = 200;

    internal static string CourseTerm(int course) => course.ToString(CultureInfo.InvariantCulture);

    internal static string WeekTerm(int course, int week) => string.Create(CultureInfo.InvariantCulture, $"{course}/{week}");

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
