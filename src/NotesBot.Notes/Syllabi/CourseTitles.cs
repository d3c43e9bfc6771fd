using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>What the notes themselves call a course: in the contents of their site, in the first page of its folder, in the titles of its files.</summary>
internal sealed partial class CourseTitles(IReadOnlyList<FileOutline> outlines)
{
    private const int MaxLength = 100;
    private readonly List<FileOutline> _maps = [.. outlines.Where(outline => outline.Contents.Count > 0)];

    /// <summary>The title of a folder that is a course; <see langword="null"/> when only its name tells.</summary>
    internal string? Of(CourseFolder course)
    {
        var prefix = course.Folder.Path + "/";
        var files = outlines.Where(outline => outline.Path.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var fronts = files.Where(file => IsFront(file.Path) && file.Path.LastIndexOf('/') == prefix.Length - 1);
        return InMaps(prefix) ?? fronts.Select(OfFirstPage).FirstOrDefault(title => title is not null) ?? Shared(files);
    }

    /// <summary>The title of a library that is one course; <see langword="null"/> when it does not say.</summary>
    internal string? OfLibrary() => OfFirstPage(outlines.FirstOrDefault(outline => IsFront(outline.Path) && !outline.Path.Contains('/', StringComparison.Ordinal)));

    private static bool IsFront(string path) => Path.GetFileNameWithoutExtension(path).ToLowerInvariant() is "readme" or "index" or "_index" or "_category_";

    /// <summary>The entry of a site's contents under which the files of the folder stand, and no others.</summary>
    private string? InMaps(string prefix) =>
        _maps.SelectMany(map => Enumerable.Range(0, map.Contents.Count).Select(index => (map.Contents, Index: index)))
            .Where(entry => entry.Contents[entry.Index].Title is not null && IsOf(entry.Contents, entry.Index, prefix))
            .Select(entry => MarkTitle.Clean(TitlePrefix.Of(entry.Contents[entry.Index].Title!).Mark is { } mark ? mark.Title : entry.Contents[entry.Index].Title))
            .FirstOrDefault(title => title is not null);

    private static bool IsOf(IReadOnlyList<ContentsEntry> contents, int index, string prefix)
    {
        var below = contents.Skip(index + 1).TakeWhile(entry => entry.Depth > contents[index].Depth).Select(entry => entry.Path).OfType<string>().ToList();
        return below.Count > 0 && below.TrueForAll(IsInside) && contents.Count(entry => entry.Path is { } path && IsInside(path)) <= below.Count + 1;

        bool IsInside(string path) => path.StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>What a first page calls itself, unless that is the name of its folder or says nothing.</summary>
    private static string? OfFirstPage(FileOutline? page)
    {
        if (page is null || page.Title.Length > MaxLength || TitlePrefix.Of(page.Title).Mark?.Week is not null || Letters(page.Title) == Letters(FolderOf(page.Path)))
        {
            return null;
        }

        var title = About().Replace(Term().Replace(page.Title, ""), "");
        title = MarkTitle.Clean(Behind().Replace(Institution().Replace(title, ""), ""));
        return title is null || NoTitle().IsMatch(title) ? null : title;
    }

    /// <summary>What most titles of its files name before their part: "Measurement - Week 7".</summary>
    private static string? Shared(List<FileOutline> files) =>
        files.Select(file => TitlePrefix.Of(file.Title).Course).OfType<string>().GroupBy(title => title, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;

    private static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(path)) ?? "";

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"\s*[(\[][^()\[\]]*(?:\d{4}|\d{2}/\d{2}|fall|spring|winter|summer)[^()\[\]]*[)\]]\s*$|\s*[,–—-]?\s*(?:fall|spring|winter|summer|ws|ss|wise|sose)\s*'?\d{2,4}(?:/\d{2,4})?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Term();

    [GeneratedRegex(@"^(?:my\s+)?(?:(?:personal|lecture|course|class|study)\s+)?(?:notes|materials?|slides|mitschrift|skript|apuntes)\s*(?:for|of|on|from|about|to|zu|zur|de|:|-)\s*(?:the\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"\s*[:–—-]?\s*(?:(?:lecture|course|class|study)\s*)?(?:notes|materials?|slides|repository|repo|syllabus|homepage|website)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?-i:[A-Z]{2,6})\s+(?=(?-i:[A-Z]{2,6})[ -]?\d{2,4}[A-Z]?\b)")]
    private static partial Regex Institution();

    [GeneratedRegex(@"^(?:welcome\b.*|about|home|start|introduction|overview|table of contents|contents|getting started|inhalt|übersicht|progress|schedule|syllabus|plan|category|to-?do|untitled|readme)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
