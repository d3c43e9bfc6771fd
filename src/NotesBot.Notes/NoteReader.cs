using NotesBot.Notes.Links;
using NotesBot.Notes.Reading;
using NotesBot.Notes.Reading.Latex;
using NotesBot.Notes.Reading.Office;
using NotesBot.Notes.Reading.Pdf;
using NotesBot.Notes.Reading.Programs;
using NotesBot.Notes.Splitting;
using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes;

/// <summary>Reads one file into passages, in the process and on the thread that asks. Safe to use from many threads.</summary>
public static class NoteReader
{
    /// <summary>Reads the file. Nothing that it does makes this throw, but some may take very long or end the process: see <see cref="IReaderProcess"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FileReading Read(ReadingOrder order, CancellationToken cancellationToken) => Read(order, LocalPicture, cancellationToken);

    /// <summary>The same where the files are.</summary>
    /// <param name="order">The file.</param>
    /// <param name="findPicture">Of a note's path and a target in it, the picture; <see langword="null"/> when there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static FileReading Read(ReadingOrder order, Func<string, string, string?> findPicture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reading = FileReading.Failed(order.File, reason: null) with { Hash = order.Hash };
        try
        {
            return Understand(order, reading, findPicture, cancellationToken);
        }
        catch (UnreadableNoteException exception)
        {
            return reading with { Fault = new FileFault(order.File.Path, exception.Message) };
        }
        catch (OutOfMemoryException)
        {
            return reading with { Fault = new FileFault(order.File.Path, $"It needs more than {ReadingLimits.MaxMemoryBytes >> 20} MiB of memory to be read.") };
        }
#pragma warning disable CA1031 // Parsers of foreign formats throw whatever they like; one file must never stop the rest.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return reading with { Fault = new FileFault(order.File.Path, $"It could not be understood: {exception.Message}") };
        }
    }

    /// <summary>The note as its reader understands it; <see langword="null"/> where it does not, and of a draft.</summary>
    internal static NoteDocument? DocumentOf(ReadingOrder order, CancellationToken cancellationToken)
    {
        try
        {
            var document = ReadDocument(new NoteSource(order.File.Path, order.Content, static _ => null) { Encoding = order.Encoding }, cancellationToken);
            return document.IsDraft ? null : document;
        }
#pragma warning disable CA1031 // Parsers of foreign formats throw whatever they like; reading the note says what is wrong with it.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static FileReading Understand(
        ReadingOrder order, FileReading reading, Func<string, string, string?> findPicture, CancellationToken cancellationToken)
    {
        var document = ReadDocument(new NoteSource(order.File.Path, order.Content, new HeadingSlugs(order.SlugStyle).Next) { Encoding = order.Encoding }, cancellationToken);
        if (document.IsDraft)
        {
            return reading with { Outline = reading.Outline with { LeftOut = [new LeftOut(LeftOutKind.Draft, 1)] } };
        }

        var isMap = NoteFormats.Of(document.Path) == NoteFormat.SiteMap;
        var (passages, cut) = Budgeted(isMap ? [] : PassageSplitter.Split(document, findPicture));
        return reading with
        {
            Passages = passages,
            Outline = new FileOutline(document.Path, NoteTitle.Of(document), DraftsOf(document))
            {
                Contents = isMap || SiteContents.IsSummary(document.Path) ? SiteContents.Of(document) : [],
                Opening = NoteTitle.OpeningOf(document),
                Passages = passages.Count,
                LeftOut = document.LeftOut,
            },
            Fault = FaultOf(document, cut, passages.Count),
        };
    }

    /// <summary>What the note calls a picture, if it is none on the web: whether there is such a file is seen where the files are.</summary>
    private static string? LocalPicture(string path, string target) => PictureFinder.Names(path, target).Any() ? target : null;

    /// <summary>As many as the budget of output holds, and a sentence when that is not all.</summary>
    private static (IReadOnlyList<Passage> Kept, string? Cut) Budgeted(IReadOnlyList<Passage> passages)
    {
        long length = 0;
        var kept = passages.TakeWhile(passage => (length += LengthOf(passage)) <= ReadingLimits.MaxOutput).Count();
        return kept == passages.Count
            ? (passages, null)
            : ([.. passages.Take(kept)], $"Only the first {kept:N0} of its {passages.Count:N0} passages were taken: it holds too much text.");
    }

    private static int LengthOf(Passage passage) =>
        passage.Text.Length + passage.Title.Length + passage.Trail.Sum(heading => heading.Length) + passage.Keywords.Sum(word => word.Length);

    /// <summary>A range of weeks repeats its links for each.</summary>
    private static List<SyllabusDraft> DraftsOf(NoteDocument document)
    {
        long length = 0;
        return [.. SyllabusDrafts.Of(document).Take(ReadingLimits.MaxDrafts)
            .TakeWhile(draft => (length += draft.Links.Sum(link => link.Length)) <= ReadingLimits.MaxOutput / 8)];
    }

    private static FileFault? FaultOf(NoteDocument document, string? cut, int passages)
    {
        var reason = string.Join(' ', new[] { cut, document.Unread, document.Remark }.OfType<string>());
        return reason.Length == 0 ? null : new FileFault(document.Path, reason, IsPartial: document.Unread is null || passages > 0);
    }

    private static NoteDocument ReadDocument(NoteSource source, CancellationToken cancellationToken)
    {
        LfsPointer.Refuse(source.Bytes.Span);
        var document = ReadFormat(source, cancellationToken);
        return document with { Remark = source.Doubt };
    }

    private static NoteDocument ReadFormat(NoteSource source, CancellationToken cancellationToken) => NoteFormats.Of(source.Path) switch
    {
        NoteFormat.Markdown => MarkdownReader.Read(source),
        NoteFormat.Notebook => new NotebookReader(source).Read(),
        NoteFormat.Pdf => PdfReader.Read(source, cancellationToken),
        NoteFormat.Text => PlainTextReader.Read(source),
        NoteFormat.Html => HtmlReader.Read(source),
        NoteFormat.SiteMap => SiteMapReader.Read(source),
        NoteFormat.Slides => SlidesReader.Read(source, cancellationToken),
        NoteFormat.Word => WordReader.Read(source, cancellationToken),
        NoteFormat.OpenDocument => OpenDocumentReader.Read(source, cancellationToken),
        NoteFormat.Latex => LatexReader.Read(source),
        NoteFormat.Org => OrgReader.Read(source),
        NoteFormat.Rst => RstReader.Read(source),
        NoteFormat.Csv => CsvTableReader.Read(source),
        NoteFormat.Canvas => CanvasReader.Read(source),
        NoteFormat.Code => SourceReader.Read(source),
        _ => throw new UnreadableNoteException("There is no reader for it."),
    };
}
