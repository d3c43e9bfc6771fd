using NotesBot.Notes.Reading.Programs;

namespace NotesBot.Notes.Reading;

/// <summary>A format that a reader exists for.</summary>
internal enum NoteFormat
{
    /// <summary>Markdown of any flavour.</summary>
    Markdown,

    /// <summary>Jupyter notebook.</summary>
    Notebook,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>The contents of a site or book, which hold no passages.</summary>
    SiteMap,

    /// <summary>PowerPoint.</summary>
    Slides,

    /// <summary>Word.</summary>
    Word,

    /// <summary>OpenDocument texts and presentations.</summary>
    OpenDocument,

    /// <summary>LaTeX.</summary>
    Latex,

    /// <summary>Org.</summary>
    Org,

    /// <summary>reStructuredText.</summary>
    Rst,

    /// <summary>Tables of comma or tab separated values.</summary>
    Csv,

    /// <summary>Obsidian's canvas.</summary>
    Canvas,

    /// <summary>Programs that people wrote. Read only where they are asked for.</summary>
    Code,
}

/// <summary>Which files are notes, by their extension.</summary>
internal static class NoteFormats
{
    /// <summary>The format of a file; <see langword="null"/> when it is no note.</summary>
    internal static NoteFormat? Of(string path) => SiteMapReader.Is(path) ? NoteFormat.SiteMap : Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" or ".mdown" or ".mkd" or ".mdx" or ".qmd" or ".rmd" => NoteFormat.Markdown,
        ".ipynb" => NoteFormat.Notebook,
        ".pdf" => NoteFormat.Pdf,
        ".txt" or ".text" => NoteFormat.Text,
        ".html" or ".htm" or ".xhtml" => NoteFormat.Html,
        ".pptx" or ".ppsx" or ".pptm" => NoteFormat.Slides,
        ".docx" or ".docm" => NoteFormat.Word,
        ".odt" or ".odp" => NoteFormat.OpenDocument,
        ".tex" or ".ltx" => NoteFormat.Latex,
        ".org" => NoteFormat.Org,
        ".rst" => NoteFormat.Rst,
        ".csv" or ".tsv" => NoteFormat.Csv,
        ".canvas" => NoteFormat.Canvas,
        _ => SourceLanguage.Of(path) is null || SourceLanguage.IsForeign(path) ? null : NoteFormat.Code,
    };

    /// <summary>Whether files of a format are read in a process of their own, however small: they are packed, or their parsers trust them.</summary>
    internal static bool IsRisky(NoteFormat? format) =>
        format is NoteFormat.Pdf or NoteFormat.Slides or NoteFormat.Word or NoteFormat.OpenDocument;

    /// <summary>The formats that a list with commas names, in any case; all but programs for <see langword="null"/>. Contents of sites always are among them.</summary>
    /// <exception cref="FormatException">A name is none; the message is that name.</exception>
    internal static IReadOnlySet<NoteFormat> Named(string? list) => list is null
        ? Enum.GetValues<NoteFormat>().Where(format => format != NoteFormat.Code).ToHashSet()
        : list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => Enum.TryParse<NoteFormat>(name, ignoreCase: true, out var format) && !char.IsDigit(name[0]) ? format : throw new FormatException(name))
            .Append(NoteFormat.SiteMap).ToHashSet();
}
