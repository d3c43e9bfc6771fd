using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Outline;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>An open PDF: gives its pages as words, within the limits.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly PdfDocument _document;
    private readonly PdfStreamGuard _guard;
    private readonly PdfFonts _fonts = new();
    private readonly CancellationToken _cancellationToken;

    private PdfFile(PdfDocument document, PdfStreamGuard guard, CancellationToken cancellationToken)
    {
        _document = document;
        _guard = guard;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The title that the file gives itself; <see langword="null"/> without one.</summary>
    internal string? Title => _document.Information.Title;

    /// <summary>Pages that could not be read, and why.</summary>
    internal List<string> Faults { get; } = [];

    /// <summary>Opens a file.</summary>
    /// <exception cref="UnreadableNoteException">It is encrypted or broken.</exception>
    internal static PdfFile Open(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        PdfScreen.Check(bytes.Span);
        var guard = new PdfStreamGuard(cancellationToken);
        var options = new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = PdfLimits.MaxDepth,
            FilterProvider = guard,
        };
        try
        {
            var document = PdfDocument.Open(bytes, options);
            return new PdfForms(document).HaveCycle()
                ? throw new PdfLimitException("its forms draw one another without an end.")
                : new PdfFile(document, guard, cancellationToken);
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new UnreadableNoteException("It is encrypted and asks for a password.", exception);
        }
#pragma warning disable CA1031 // The parser throws whatever it meets in a broken file.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw new UnreadableNoteException($"It is no PDF, or a broken one: {exception.Message}", exception);
        }
    }

    /// <summary>The pages in order. A page that cannot be read is empty and in <see cref="Faults"/>.</summary>
    internal List<PdfPage> ReadPages()
    {
        var pages = new List<PdfPage>();
        var letters = 0;
        var count = Math.Min(_document.NumberOfPages, PdfLimits.MaxPages);
        for (var number = 1; number <= count && letters < PdfLimits.MaxLetters; number++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (ReadOrReport(number) is { } page)
            {
                pages.Add(page.Page);
                letters += page.Letters;
            }
        }

        if (pages.Count + Faults.Count < _document.NumberOfPages)
        {
            Faults.Add($"Only its first {pages.Count + Faults.Count:N0} of {_document.NumberOfPages:N0} pages were read.");
        }

        return pages;
    }

    /// <summary>The bookmarks, in order; empty without any, or when they are broken.</summary>
    internal IReadOnlyList<(string Title, int Level, int Page)> ReadOutline()
    {
        try
        {
            return !_document.TryGetBookmarks(out var bookmarks) ? [] : [.. bookmarks.GetNodes().OfType<DocumentBookmarkNode>()
                .Where(node => node.Level < 6).Take(5_000).Select(node => (node.Title, node.Level, node.PageNumber))];
        }
#pragma warning disable CA1031 // Broken bookmarks are only a lost hint.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private (PdfPage Page, int Letters)? ReadOrReport(int number)
    {
        try
        {
            _guard.BeginPage();
            return Read(_document.GetPage(number));
        }
#pragma warning disable CA1031 // The parser throws whatever it meets in a broken page.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Faults.Add($"Page {number} could not be read: {exception.Message}");
            return null;
        }
    }

    private (PdfPage Page, int Letters) Read(Page page)
    {
        _fonts.Learn(page.Letters);
        var (words, hasSpaces) = PdfWords.Of(page.Letters, _fonts);
        var read = new PdfPage
        {
            Number = page.Number,
            Width = page.Width,
            Height = page.Height,
            Words = PdfBullets.Add(page, words),
            Links = ReadLinks(page),
            HasPictures = page.NumberOfImages > 0,
            HasSpaces = hasSpaces,
        };
        return (read, page.Letters.Count);
    }

    private static List<PdfLink> ReadLinks(Page page)
    {
        var links = new List<PdfLink>();
        foreach (var annotation in page.GetAnnotations().Where(annotation => annotation.Type == AnnotationType.Link).Take(2_000))
        {
            if (TargetOf(annotation) is { } target)
            {
                var box = annotation.Rectangle;
                links.Add(new PdfLink(box.Left, box.Bottom, box.Right, box.Top, target));
            }
        }

        return links;
    }

    private static string? TargetOf(Annotation annotation) => annotation.Action switch
    {
        UriAction uri => uri.Uri,
        AbstractGoToAction { Destination: { } place } => $"#page={place.PageNumber}",
        _ => null,
    };
}
