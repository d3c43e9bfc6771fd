using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using NotesBot.Notes.Folder;
using NotesBot.Notes.Links;
using NotesBot.Notes.Reading;
using NotesBot.Notes.Splitting;

namespace NotesBot.Notes;

/// <summary>The folder of notes, on disk or in a commit: what is in it, and what a file of it says. Safe to use from many threads.</summary>
public sealed class NotesFolder
{
    private const int LongestHead = 2_000;
    /// <summary>A table of more columns is read in the process that can be ended.</summary>
    private const int MaxColumnsHere = 100;

    private readonly INoteFiles _files;
    private readonly NotesOptions _options;
    private readonly ILogger<NotesFolder> _logger;
    private readonly Lazy<SlugStyle> _slugStyle;
    private readonly IReadOnlySet<NoteFormat> _formats;

    /// <summary>Knows the names of pictures as the last look found them.</summary>
    private volatile PictureFinder _pictures;

    // A file out of reach is tried at each look, and said once.
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);

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
        _formats = NoteFormats.Named(options.Kinds);
        _pictures = new PictureFinder(files, new VaultNames());
        _slugStyle = new Lazy<SlugStyle>(() => NoteLinks.StyleOf(options));
    }

    /// <summary>Looks through the folder.</summary>
    /// <exception cref="NotesUnavailableException">What is there of the repository is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FolderListing List(CancellationToken cancellationToken)
    {
        var listing = new FolderWalker(_files, path => NoteFormats.Of(path) is { } format && _formats.Contains(format)).List(cancellationToken);
        _pictures = new PictureFinder(_files, listing.Names);
        var copies = new BuiltCopies(listing.Files, IsPaired).Find();
        return copies.Count == 0 ? listing : listing with
        {
            Files = [.. listing.Files.Where(file => !copies.Contains(file))],
            Copies = copies.GroupBy(file => Path.GetExtension(file.Path)[1..].ToLowerInvariant()).ToDictionary(kind => kind.Key, kind => kind.Count()),
        };
    }

    /// <summary>Whether a text says above all else that jupytext keeps it together with a notebook.</summary>
    private bool IsPaired(NoteFile file)
    {
        try
        {
            var bytes = _files.Read(file.Path, ReadingLimits.MaxBytesHere).Bytes;
            return bytes.AsSpan(0, Math.Min(bytes.Length, LongestHead)).IndexOf("jupytext:"u8) >= 0;
        }
        catch (UnreadableNoteException)
        {
            return false;
        }
    }

    /// <summary>
    /// Reads one file into passages: a small one here, a PDF or a large one in the other process, which outlives whatever the file does. Nothing
    /// that a file does makes it throw: the reading carries the fault.
    /// </summary>
    /// <exception cref="NotesUnavailableException">What is there of the repository is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<FileReading> ReadAsync(NoteFile file, IReaderProcess process, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (order, failed) = Fetch(file, cancellationToken);
        return Told(order is null ? failed
            : IsHarmless(order) ? ReadHere(order, cancellationToken)
            : WithPictures(await process.ReadAsync(order, cancellationToken)), started);
    }

    /// <summary>The same in this process, whatever the file is: for who trusts it, or may be ended by it.</summary>
    /// <exception cref="NotesUnavailableException">What is there of the repository is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FileReading Read(NoteFile file, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (order, failed) = Fetch(file, cancellationToken);
        return Told(order is null ? failed : ReadHere(order, cancellationToken), started);
    }

    /// <summary>The bytes of another file that a note shows; <see langword="null"/> when it is gone, outside, too large or not to be read.</summary>
    /// <param name="path">Relative to the folder.</param>
    /// <param name="maxBytes">A larger file is not read.</param>
    /// <exception cref="NotesUnavailableException">What is there of the repository is damaged.</exception>
    public byte[]? ReadPicture(string path, long maxBytes)
    {
        try
        {
            return _files.Read(path, maxBytes).Bytes;
        }
        catch (UnreadableNoteException)
        {
            return null;
        }
    }

    /// <summary>
    /// The links and pictures of a small note that lead to nothing in the notes folder; none where it cannot be read, and of a PDF.
    /// </summary>
    /// <param name="file">The note.</param>
    /// <param name="listing">What lies in the folder: wiki links name notes from anywhere.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="NotesUnavailableException">What is there of the repository is damaged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<BrokenLink> BrokenLinksOf(NoteFile file, FolderListing listing, CancellationToken cancellationToken) =>
        Fetch(file, cancellationToken).Order is { } order && IsHarmless(order) && NoteReader.DocumentOf(order, cancellationToken) is { } document
            ? new LinkCheck(_files, listing).Of(document)
            : [];

    private static bool IsHarmless(ReadingOrder order) =>
        !NoteFormats.IsRisky(NoteFormats.Of(order.File.Path)) && order.Content.Length <= ReadingLimits.MaxBytesHere && !HasWideRow(order.Content.Span);

    /// <summary>A table has as many cells as columns times rows, of which a few kilobytes can name millions.</summary>
    private static bool HasWideRow(ReadOnlySpan<byte> content)
    {
        foreach (var row in content.Split((byte)'\n'))
        {
            if (content[row].Count((byte)'|') > MaxColumnsHere)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bytes of a file, or the reading that says why there are none.</summary>
    private (ReadingOrder? Order, FileReading Failed) Fetch(NoteFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var (bytes, current) = _files.Read(file.Path, _options.MaxFileBytes);
            var hash = current.Blob ?? Convert.ToHexStringLower(SHA256.HashData(bytes));
            return (new ReadingOrder(_slugStyle.Value, current, hash) { Content = bytes, Encoding = _options.Encoding }, FileReading.Failed(file, reason: null));
        }
        catch (UnreadableNoteException exception)
        {
            return (null, FileReading.Failed(file, exception.Message) with { IsOutOfReach = exception.InnerException is not null });
        }
#pragma warning disable CA1031 // Disks throw what they like; one file must never stop the rest.
        catch (Exception exception) when (exception is not (OperationCanceledException or NotesUnavailableException))
#pragma warning restore CA1031
        {
            return (null, FileReading.Failed(file, $"It could not be read: {exception.Message}") with { IsOutOfReach = true });
        }
    }

    /// <summary>The reading, told in the log.</summary>
    private FileReading Told(FileReading reading, long started)
    {
        if (reading.Fault is { IsPartial: true } part)
        {
            _logger.PartsLeftOut(part.Path, part.Reason);
        }
        else if (reading.Fault is { } fault && _told.GetValueOrDefault(fault.Path) != fault.Reason)
        {
            _told[fault.Path] = fault.Reason;
            _logger.FileNotRead(fault.Path, fault.Reason);
        }

        _logger.FileRead(reading.File.Path, reading.Passages.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return reading;
    }

    private FileReading ReadHere(ReadingOrder order, CancellationToken cancellationToken) =>
        NoteReader.Read(order, _pictures.Find, cancellationToken);

    /// <summary>The other process sees no files: it gives what the note calls its pictures.</summary>
    private FileReading WithPictures(FileReading reading) => reading with { Passages = [.. reading.Passages.Select(WithPicture)] };

    private Passage WithPicture(Passage passage) =>
        passage.Picture is null ? passage : passage with { Picture = _pictures.Find(passage.Path, passage.Picture) };
}
