using NotesBot.Notes.Folder;
using NotesBot.Notes.Reading;
using NotesBot.Notes.Splitting;
using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes.Links;

/// <summary>Finds links and pictures of a note that lead to nothing in the notes folder. What leads elsewhere is not looked at.</summary>
/// <param name="files">The files of the notes folder.</param>
/// <param name="listing">Which of them are notes: wiki links name those from anywhere.</param>
internal sealed class LinkCheck(INoteFiles files, FolderListing listing)
{
    private readonly HashSet<string> _names =
        listing.Files.Select(file => Path.GetFileNameWithoutExtension(file.Path)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] StaticFolders = ["", "public/", "static/", "assets/", "docs/", "src/", "source/", "content/"];

    private readonly HashSet<string> _stems =
        listing.Files.Select(file => Path.ChangeExtension(file.Path, null)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>In a book or site a word alone is a label, which stands in any of its notes.</summary>
    private readonly bool _isSite = listing.Files.Any(file => SiteMapReader.Is(file.Path));

    private readonly PictureFinder _pictures = new(files, listing.Names);

    /// <summary>In the order of the note, each target once.</summary>
    internal IReadOnlyList<BrokenLink> Of(NoteDocument document) =>
        [.. document.Blocks.SelectMany(block => OfBlock(document.Path, block)).DistinctBy(link => link.Target)];

    private IEnumerable<BrokenLink> OfBlock(string path, NoteBlock block) => block switch
    {
        PictureNote { Target: { } target } picture when IsLocal(target) && _pictures.Find(path, target) is null && !IsOfSite(path, target)
            && !listing.Names.Has(target, files.Has) =>
            [new BrokenLink(path, picture.Place.Line, target, IsPicture: true)],
        HeadingNote heading => OfLinks(path, heading.Links, heading.Place),
        ParagraphNote paragraph => OfLinks(path, paragraph.Links, paragraph.Place),
        ListNote list => list.Items.SelectMany(item => OfLinks(path, item.Links, item.Place)),
        TableNote table => table.Rows.SelectMany(row => OfLinks(path, row.Links, row.Place)),
        _ => [],
    };

    private IEnumerable<BrokenLink> OfLinks(string path, IReadOnlyList<string> targets, NotePlace place) =>
        targets.Where(target => IsLocal(target) && LeadsNowhere(path, target))
            .Select(target => new BrokenLink(path, place.Line, target, IsPicture: false));

    /// <summary>What leads out of the notes folder may be there all the same, and a template's placeholder is no path.</summary>
    private bool LeadsNowhere(string path, string target) =>
        LinkTargets.Resolve(target, path) is { } resolved
        && !files.Has(resolved) && !IsFolder(resolved) && !_names.Contains(NameOf(resolved)) && !listing.Names.Has(target.Split('#')[0], files.Has)
        && !IsPageOf(resolved) && !IsOfSite(path, target) && !(_isSite && target.AsSpan().IndexOfAny('/', '.') < 0);

    /// <summary>Whether the target is a page that a generator makes of a note.</summary>
    private bool IsPageOf(string resolved) => Path.GetExtension(resolved) is ".html" or ".htm"
        && (_stems.Contains(Path.ChangeExtension(resolved, null)) || (Path.GetFileName(resolved) == "index.html" && _stems.Contains($"{Path.GetDirectoryName(resolved)}/README")));

    /// <summary>Whether a target from the root of a site lies in one of the folders that may be that root, or are copied into it.</summary>
    private bool IsOfSite(string path, string target)
    {
        if (!target.StartsWith('/'))
        {
            return false;
        }

        var inside = Uri.UnescapeDataString(target.Split('#', '?')[0]);
        var roots = path.Split('/')[..^1].Aggregate(new List<string> { "" }, (all, name) => [.. all, $"{all[^1]}{name}/"]);
        return roots.SelectMany(root => StaticFolders.Select(folder => root + folder + inside.TrimStart('/'))).Any(files.Has);
    }

    /// <summary>The name by which a wiki link knows a note; a target that has an extension is a file.</summary>
    private static string NameOf(string resolved)
    {
        var name = resolved[(resolved.LastIndexOf('/') + 1)..];
        return Path.HasExtension(name) ? "" : name;
    }

    private bool IsFolder(string path)
    {
        try
        {
            files.Entries(path + "/");
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsLocal(string target) =>
        !target.StartsWith('#') && !target.StartsWith("//", StringComparison.Ordinal) && target.AsSpan().IndexOfAny(":{}") < 0 && !IsAddress(target);

    /// <summary>An e-mail address without its scheme.</summary>
    private static bool IsAddress(string target) => target.Contains('@', StringComparison.Ordinal) && !target.Contains('/', StringComparison.Ordinal);
}

/// <summary>A link or picture of a note that leads to nothing.</summary>
/// <param name="Path">The note.</param>
/// <param name="Line">Where it stands, from 1; <see langword="null"/> where lines mean nothing.</param>
/// <param name="Target">As it is written.</param>
/// <param name="IsPicture">Whether it is a picture.</param>
public sealed record BrokenLink(string Path, int? Line, string Target, bool IsPicture);
