using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace NotesBot.Search.Store;

/// <summary>
/// What a segment stores, in one file: a dictionary of what these texts say again and again, trained on them, and the documents in small
/// blocks packed with it. So a block of a few passages packs better than one of a hundred would without, and is read in a few microseconds.
/// </summary>
internal sealed class TextsFormat : StoredFieldsFormat
{
    internal const string Name = "NotesBotTexts";
    internal const string Extension = "texts";
    internal const int Version = 0;

    /// <summary>Behind the blocks stands where each begins, behind that where this table does, and Lucene's checksum.</summary>
    internal const int TailBytes = sizeof(long);

    /// <inheritdoc/>
    public override StoredFieldsReader FieldsReader(Lucene.Net.Store.Directory directory, SegmentInfo si, FieldInfos fn, IOContext context) =>
        TextsReader.Open(directory.OpenInput(FileOf(si), context), fn);

    /// <inheritdoc/>
    public override StoredFieldsWriter FieldsWriter(Lucene.Net.Store.Directory directory, SegmentInfo si, IOContext context) =>
        new TextsWriter(directory, FileOf(si), context);

    private static string FileOf(SegmentInfo segment) => IndexFileNames.SegmentFileName(segment.Name, "", Extension);
}
