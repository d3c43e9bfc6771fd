namespace NotesBot.Notes.Links;

/// <summary>Which files a host shows as a page with headings.</summary>
internal static class RenderedFile
{
    /// <summary>Whether it is Markdown.</summary>
    internal static bool IsMarkdown(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" or ".mdown" or ".mkd" or ".mdx" or ".qmd" or ".rmd";
}
