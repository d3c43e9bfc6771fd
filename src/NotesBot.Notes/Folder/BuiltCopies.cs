namespace NotesBot.Notes.Folder;

/// <summary>
/// Tells sources from what generators made of them: only the source is read, or every passage would be there twice. A page is a copy where a
/// source of the same name lies beside it, or at the same place outside of the folder that the site is built into.
/// </summary>
internal sealed class BuiltCopies
{
    private const double MostOfSite = 0.8;
    private const int FewestExports = 3;

    private static readonly HashSet<string> PageSources = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd", ".ipynb", ".rst", ".org", ".tex", ".adoc",
    };

    private static readonly HashSet<string> PrintSources = new(StringComparer.OrdinalIgnoreCase) { ".tex", ".rmd", ".qmd", ".org" };
    private static readonly HashSet<string> KnitSources = new(StringComparer.OrdinalIgnoreCase) { ".rmd", ".qmd" };
    private static readonly HashSet<string> PrintFolders = new(StringComparer.OrdinalIgnoreCase) { "build", "out", "output", "pdf", "pdfs", "target" };
    /// <summary>Pages that generators add of their own.</summary>
    private static readonly HashSet<string> Additions = new(StringComparer.OrdinalIgnoreCase) { "404", "search", "genindex", "py-modindex", "print", "toc", "tags" };

    private static readonly string[] SourceFolders = ["", "src/", "source/", "docs/", "content/", "book/", "pages/", "doc/", "notes/"];
    private readonly IReadOnlyList<NoteFile> _files;
    private readonly Func<NoteFile, bool> _isPaired;
    private readonly Dictionary<string, List<NoteFile>> _byStem;

    /// <param name="files">All files that a reader exists for.</param>
    /// <param name="isPaired">Whether a text says that it is kept together with the notebook of its name.</param>
    internal BuiltCopies(IReadOnlyList<NoteFile> files, Func<NoteFile, bool> isPaired)
    {
        (_files, _isPaired) = (files, isPaired);
        _byStem = files.GroupBy(file => Stem(file.Path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The files that are copies.</summary>
    internal HashSet<NoteFile> Find()
    {
        var pages = _files.Where(file => Is(file, ".html", ".htm", ".xhtml")).ToList();
        var roots = pages.Select(page => (Page: page, Root: RootOf(page))).Where(page => page.Root is not null).ToList();
        var sites = roots.Where(page => page.Root!.Length > 0).GroupBy(page => page.Root!, StringComparer.Ordinal)
            .Where(site => site.Count() >= MostOfSite * pages.Count(page => IsIn(site.Key, page.Path) && !Additions.Contains(Path.GetFileNameWithoutExtension(page.Path)))).Select(site => site.Key).ToList();
        return
        [
            .. roots.Select(page => page.Page),
            .. pages.Where(page => sites.Exists(site => IsIn(site, page.Path))),
            .. _files.Where(file => Is(file, ".pdf") && IsPrinted(file.Path)),
            .. _files.Where(file => Is(file, ".md") && Beside(file, KnitSources).Any()),
            .. Exports(),
            .. _files.Where(file => Is(file, ".ipynb") && Beside(file, PageSources).Any(other => other != file && _isPaired(other))),
        ];
    }

    /// <summary>Markdown that was made of Org, as sites want it: a folder where nearly each page has its source in another one.</summary>
    private IEnumerable<NoteFile> Exports()
    {
        var sources = _files.Where(file => Is(file, ".org")).Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return sources.Count < FewestExports ? [] : _files.Where(file => Is(file, ".md")).GroupBy(file => Path.GetDirectoryName(file.Path))
            .Select(folder => (All: folder.Count(), Made: folder.Where(file => sources.Contains(Path.GetFileNameWithoutExtension(file.Path))).ToList()))
            .Where(folder => folder.Made.Count >= FewestExports && folder.Made.Count >= MostOfSite * folder.All).SelectMany(folder => folder.Made);
    }

    /// <summary>The folder of the site that a page is built into, empty when its source lies beside it; <see langword="null"/> when it has no
    /// source.</summary>
    private string? RootOf(NoteFile page)
    {
        var stem = Stem(page.Path);
        if (Beside(page, PageSources).Any())
        {
            return "";
        }

        for (var start = stem.IndexOf('/') + 1; start > 0; start = stem.IndexOf('/', start) + 1)
        {
            var rest = stem[start..];
            if (Names(rest).Any(name => HasSource(name, stem[..start])))
            {
                return stem[..start];
            }
        }

        return null;
    }

    /// <summary>What the source of a page may be called: an index stands for its folder, or is made of a README.</summary>
    private static IEnumerable<string> Names(string rest) => rest switch
    {
        "index" => ["index", "README"],
        _ when rest.EndsWith("/index", StringComparison.OrdinalIgnoreCase) => [rest, rest[..^"/index".Length], rest[..^"index".Length] + "README"],
        _ => [rest],
    };

    /// <summary>Whether a source of that place lies outside of the site: in the notes folder, or in one folder of sources there.</summary>
    private bool HasSource(string rest, string site) =>
        SourcePlaces(rest).Any(place => !IsIn(site, place) && _byStem.TryGetValue(place, out var files) && files.Exists(file => IsOneOf(file, PageSources)));

    private static IEnumerable<string> SourcePlaces(string rest) =>
        SourceFolders.Select(folder => folder + rest);

    private bool IsPrinted(string path)
    {
        var stem = Stem(path);
        var parts = stem.Split('/');
        var outside = parts.Length > 1 && PrintFolders.Contains(parts[^2]) ? string.Join('/', [.. parts[..^2], parts[^1]]) : stem;
        return new[] { stem, outside }.Any(place => _byStem[stem].Concat(_byStem.GetValueOrDefault(place) ?? []).Any(file => IsOneOf(file, PrintSources)));
    }

    private IEnumerable<NoteFile> Beside(NoteFile file, HashSet<string> kinds) => _byStem[Stem(file.Path)].Where(other => IsOneOf(other, kinds));

    private static bool IsIn(string site, string path) => site.Length > 0 && path.StartsWith(site, StringComparison.Ordinal);

    private static bool IsOneOf(NoteFile file, HashSet<string> kinds) => kinds.Contains(Path.GetExtension(file.Path));

    private static bool Is(NoteFile file, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (file.Path.EndsWith(kind, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Stem(string path) => Path.ChangeExtension(path, null);
}
