using UglyToad.PdfPig;
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
    private readonly PdfAnnotations _annotations;
    private readonly PdfMuteFonts _muteFonts;
    private readonly CancellationToken _cancellationToken;

    private PdfFile(PdfDocument document, PdfStreamGuard guard, CancellationToken cancellationToken)
    {
        _document = document;
        _guard = guard;
        _annotations = new PdfAnnotations(document);
        _muteFonts = new PdfMuteFonts(document);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The title that the file gives itself; <see langword="null"/> without one.</summary>
    internal string? Title => _document.Information.Title;

    /// <summary>Pages that could not be read, and why.</summary>
    internal List<string> Faults { get; } = [];

    /// <summary>Whether it was cut off at its end, so that what is left of it is read.</summary>
    internal bool IsMended { get; private init; }

    /// <summary>Opens a file, as far as it goes.</summary>
    /// <exception cref="UnreadableNoteException">It is encrypted or broken.</exception>
    internal static PdfFile Open(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        PdfScreen.Check(bytes.Span);
        try
        {
            return new PdfFile(Parse(bytes, cancellationToken, out var guard), guard, cancellationToken);
        }
        catch (UnreadableNoteException exception) when (exception.InnerException is not (PdfDocumentEncryptedException or PdfLimitException))
        {
            if (PdfRepair.Mend(bytes.Span) is not { } mended)
            {
                throw;
            }

            return new PdfFile(Parse(mended, cancellationToken, out var guard), guard, cancellationToken) { IsMended = true };
        }
    }

    private static PdfDocument Parse(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken, out PdfStreamGuard guard)
    {
        guard = new PdfStreamGuard(cancellationToken);
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
            return new PdfForms(document, guard).HaveCycle() ? throw new PdfLimitException("its forms draw one another without an end.") : document;
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
        var letters = page.Letters.Where(letter => !_muteFonts.Has(letter.FontName)).ToList();
        _fonts.Learn(letters);
        var directions = PdfLetters.ByDirection(letters).ConvertAll(group => PdfWords.Of(group, _fonts));
        var (words, hasSpaces) = directions.Count == 0 ? ([], false) : directions[0];
        var (links, remarks) = _annotations.Of(page);
        var read = new PdfPage
        {
            Number = page.Number,
            Words = PdfInitials.Join(PdfLineNumbers.Remove(PdfBullets.Add(page, words))),
            Links = links,
            Remarks = [.. directions.Skip(1).Select(turned => Sideways(page.Number, turned.Words, turned.HasSpaces)).OfType<string>(), .. remarks],
            MuteLetters = page.Letters.Count - letters.Count,
            HasSpaces = hasSpaces,
        };
        return (read, page.Letters.Count);
    }

    /// <summary>What stands on its side beside the text, as the name of an axis does; <see langword="null"/> when it holds no word.</summary>
    private static string? Sideways(int page, List<PdfWord> words, bool hasSpaces)
    {
        if (!words.Exists(word => word.Text.Count(char.IsLetter) > 2))
        {
            return null;
        }

        var lines = PdfLines.Of(new PdfPage { Number = page, Words = words, HasSpaces = hasSpaces }, words);
        return string.Join(' ', lines.Select(line => line.Text));
    }
}
