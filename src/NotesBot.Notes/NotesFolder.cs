using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using NotesBot.Notes.Folder;
using NotesBot.Notes.Links;
using NotesBot.Notes.Reading;
using NotesBot.Notes.Reading.Pdf;
using NotesBot.Notes.Splitting;
using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes;

/// <summary>The folder of notes, on disk or in a commit: what is in it, and what a file of it says. Safe to use from many threads.</summary>
public sealed class NotesFolder
{
    private readonly INoteFiles _files;
    private readonly NotesOptions _options;
    private readonly ILogger<NotesFolder> _logger;
    private readonly Lazy<SlugStyle> _slugStyle;

    /// <summary>A folder on disk.</summary>
    /// <param name="options">Where the folder is, and limits.</param>
    /// <param name="logger">Hears which files could not be read.</param>
    public NotesFolder(NotesOptions options, ILogger<NotesFolder> logger)
        : this(new DiskFiles(Path.GetFullPath(options.Path)), options, logger)
    {
    }

    internal NotesFolder(INoteFiles files, NotesOptions options, ILogger<NotesFolder> logger)
    {
        (_files, _options, _logger) = (files, options, logger);
        _slugStyle = new Lazy<SlugStyle>(() => NoteLinks.StyleOf(options));
    }

    /// <summary>Looks through the folder.</summary>
    /// <exception cref="NotesUnavailableException">What is there of the repository is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FolderListing List(CancellationToken cancellationToken) =>
        new FolderWalker(_files, static path => NoteFormats.Of(path) is not null).List(cancellationToken);

    /// <summary>Reads one file into passages. Nothing that a file does makes it throw: the reading carries the fault.</summary>
    /// <exception cref="NotesUnavailableException">What is there of the repository is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FileReading Read(NoteFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        var reading = ReadOrFail(file, cancellationToken);
        if (reading.Fault is { IsPartial: true } part)
        {
            _logger.PartsLeftOut(part.Path, part.Reason);
        }
        else if (reading.Fault is { } fault)
        {
            _logger.FileNotRead(fault.Path, fault.Reason);
        }

        _logger.FileRead(file.Path, reading.Passages.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return reading;
    }

    private FileReading ReadOrFail(NoteFile file, CancellationToken cancellationToken)
    {
        var reading = new FileReading(file, "", [], new FileOutline(file.Path, NoteTitle.OfPath(file.Path), []), null);
        try
        {
            var (bytes, current) = _files.Read(file.Path, _options.MaxFileBytes);
            reading = reading with { File = current, Hash = current.Blob ?? Convert.ToHexStringLower(SHA256.HashData(bytes)) };
            return Understand(reading, bytes, cancellationToken);
        }
        catch (UnreadableNoteException exception)
        {
            return reading with { Fault = new FileFault(file.Path, exception.Message) };
        }
#pragma warning disable CA1031 // Parsers of foreign formats throw whatever they like; one file must never stop the rest.
        catch (Exception exception) when (exception is not (OperationCanceledException or NotesUnavailableException))
#pragma warning restore CA1031
        {
            return reading with { Fault = new FileFault(file.Path, $"It could not be understood: {exception.Message}") };
        }
    }

    private FileReading Understand(FileReading reading, byte[] bytes, CancellationToken cancellationToken)
    {
        var document = ReadDocument(new NoteSource(reading.File.Path, bytes, new HeadingSlugs(_slugStyle.Value).Next), cancellationToken);
        if (document.IsDraft)
        {
            return reading;
        }

        var passages = PassageSplitter.Split(document, new PictureFinder(_files).Find);
        return reading with
        {
            Passages = passages,
            Outline = new FileOutline(document.Path, NoteTitle.Of(document), SyllabusDrafts.Of(document)),
            Fault = FaultOf(document, passages.Count),
        };
    }

    private static FileFault? FaultOf(NoteDocument document, int passages)
    {
        var reason = string.Join(' ', new[] { document.Unread, document.Remark }.OfType<string>());
        return reason.Length == 0 ? null : new FileFault(document.Path, reason, IsPartial: document.Unread is null || passages > 0);
    }

    private static NoteDocument ReadDocument(NoteSource source, CancellationToken cancellationToken) => NoteFormats.Of(source.Path) switch
    {
        NoteFormat.Markdown => MarkdownReader.Read(source),
        NoteFormat.Notebook => new NotebookReader(source).Read(),
        NoteFormat.Pdf => new PdfReader(TimeProvider.System).Read(source, cancellationToken),
        NoteFormat.Text => PlainTextReader.Read(source),
        NoteFormat.Html => HtmlReader.Read(source),
        _ => throw new UnreadableNoteException("There is no reader for it."),
    };
}
