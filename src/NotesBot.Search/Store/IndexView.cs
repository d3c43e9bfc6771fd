using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NotesBot.Notes;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Store;

/// <summary>One state of the index. What is worked out from it is kept as long as the state itself.</summary>
internal sealed class IndexView
{
    private static readonly ConditionalWeakTable<IndexReader, IndexView> Views = new();

    private readonly Lazy<LibraryState> _library;
    private readonly Lazy<IReadOnlyList<Language>> _languages;

    private IndexView(IndexReader reader)
    {
        Reader = reader;
        Leaves = [.. reader.Leaves.Select(leaf => leaf.AtomicReader)];
        Bases = [.. reader.Leaves.Select(leaf => leaf.DocBase)];
        _languages = new Lazy<IReadOnlyList<Language>>(() => LibraryReading.LanguagesOf(this));
        _library = new Lazy<LibraryState>(() => LibraryReading.StateOf(this));
    }

    internal IndexReader Reader { get; }

    /// <summary>The segments.</summary>
    internal IReadOnlyList<AtomicReader> Leaves { get; }

    /// <summary>The number of the first document of each segment.</summary>
    internal IReadOnlyList<int> Bases { get; }

    internal LibraryState Library => _library.Value;

    internal static IndexView Of(IndexReader reader) => Views.GetValue(reader, static key => new IndexView(key));

    /// <summary>The languages of the notes, those of hardly any note left out. English where nothing is known.</summary>
    internal IReadOnlyList<Language> Languages => _languages.Value;

    /// <summary>The live documents with a term, in order.</summary>
    internal IEnumerable<int> DocumentsWith(string field, string term)
    {
        var bytes = new BytesRef(term);
        for (var i = 0; i < Leaves.Count; i++)
        {
            if (Postings.Of(Leaves[i], field, bytes) is not { } postings)
            {
                continue;
            }

            while (postings.NextDoc() is var document && document != Postings.End)
            {
                yield return Bases[i] + document;
            }
        }
    }

    internal Passage? PassageOf(int document) =>
        Stored(document, IndexFields.Data) is { } bytes ? StoredJson.ReadPassage(bytes) : null;

    internal Passage? PassageOf(PassageId id) => DocumentOf(id) is { } document ? PassageOf(document) : null;

    internal int? DocumentOf(PassageId id)
    {
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            if (SegmentIds.Of(Leaves[leaf]).Find(id, Leaves[leaf].LiveDocs) is >= 0 and var document)
            {
                return Bases[leaf] + document;
            }
        }

        return null;
    }

    /// <summary>The texts that the model reads and whose keys are not known, those that were written last first, each once.</summary>
    internal IEnumerable<PassageText> Texts(ISentenceModel model, Func<long, bool> isKnown) => TextKeys(model)
        .Where(text => !isKnown(text.Key)).DistinctBy(text => text.Key)
        .Select(text => new PassageText(text.Key, PassageOf(text.Document) is { } passage ? MeaningText.Of(passage) ?? "" : ""));

    /// <summary>The key of a passage's text; 0 where the model does not read it.</summary>
    internal long KeyOf(int document, ISentenceModel model)
    {
        var leaf = Enumerable.Range(0, Leaves.Count).Last(number => Bases[number] <= document);
        return SegmentTextKeys.Of(this, Leaves[leaf], model)[document - Bases[leaf]];
    }

    /// <summary>The live passages with a text that the model reads, those that were written last first.</summary>
    internal IEnumerable<(int Document, long Key)> TextKeys(ISentenceModel model)
    {
        for (var leaf = Leaves.Count - 1; leaf >= 0; leaf--)
        {
            var (keys, live) = (SegmentTextKeys.Of(this, Leaves[leaf], model), Leaves[leaf].LiveDocs);
            for (var document = keys.Length - 1; document >= 0; document--)
            {
                if (keys[document] != 0 && (live?.Get(document) ?? true))
                {
                    yield return (Bases[leaf] + document, keys[document]);
                }
            }
        }
    }

    internal IEnumerable<IndexedFile> Files() =>
        DocumentsWith(IndexFields.File, IndexFields.FileWithPassages)
            .Concat(DocumentsWith(IndexFields.File, IndexFields.FileWithout))
            .Select(document => StoredJson.ReadFile(Record(document))!);

    internal LibraryFacts Facts() =>
        DocumentsWith(IndexFields.Facts, IndexFields.FactsTerm)
            .Select(document => StoredJson.ReadFacts(Record(document))!)
            .LastOrDefault(LibraryFacts.None);

    private BytesRef Record(int document) => Stored(document, IndexFields.Record)
        ?? throw new IndexUnavailableException("The index holds a record that cannot be read; run the index command with --rebuild.");

    private BytesRef? Stored(int document, string field)
    {
        var visitor = new OneFieldVisitor(field);
        Reader.Document(document, visitor);
        return visitor.Value;
    }

    private sealed class OneFieldVisitor(string field) : StoredFieldVisitor
    {
        internal BytesRef? Value { get; private set; }

        public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Value = new BytesRef(value);

        public override Status NeedsField(FieldInfo fieldInfo) =>
            Value is not null ? Status.STOP : fieldInfo.Name == field ? Status.YES : Status.NO;
    }
}
