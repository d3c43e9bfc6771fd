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
        _ => null,
    };
}
