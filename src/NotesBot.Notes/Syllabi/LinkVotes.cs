namespace NotesBot.Notes.Syllabi;

/// <summary>Which course and week the syllabus links a file, or the folder it lies in, from.</summary>
internal sealed class LinkVotes
{
    private static readonly string[] Extensions = [".md", ".ipynb", ".qmd", ".rst"];
    private readonly Dictionary<string, string> _files;
    private readonly Dictionary<string, HashSet<CoursePlace>> _direct = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<CoursePlace>> _inside = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders;

    internal LinkVotes(IReadOnlyList<FileOutline> outlines, IReadOnlyList<FileOutline> lists)
    {
        var drafts = lists.SelectMany(list => list.Drafts.Where(draft => draft.Links.Count > 0).Select(draft => (list, draft))).ToList();
        outlines = drafts.Count == 0 ? [] : outlines;
        _files = outlines.GroupBy(outline => outline.Path, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Path, StringComparer.OrdinalIgnoreCase);
        _folders = outlines.SelectMany(outline => Folders(outline.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var (list, draft) in drafts)
        {
            draft.Links.Select(Existing).OfType<string>().Where(target => target != list.Path).ToList()
                .ForEach(target => Vote(target, new CoursePlace(draft.Course, draft.Week)));
        }
    }

    /// <summary>What the links tell; <see langword="null"/> where they tell nothing or disagree.</summary>
    internal CoursePlace PlaceOf(string path)
    {
        if (_direct.Count == 0)
        {
            return default;
        }

        var direct = Common(_direct.GetValueOrDefault(path));
        var course = direct.Course ?? Folders(path).Select(folder => Common(Around(folder)).Course)
            .FirstOrDefault(found => found is not null);
        var week = direct.Week ?? Folders(path).Select(WeekOfFolder).FirstOrDefault(found => found is not null);
        return new CoursePlace(course, week);
    }

    /// <summary>The innermost folder first, without the notes folder itself.</summary>
    private static IEnumerable<string> Folders(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    /// <summary>A folder has the week of the links into it when it is linked itself, or when other weeks have folders of their own beside
    /// it.</summary>
    private int? WeekOfFolder(string folder)
    {
        if (Common(_direct.GetValueOrDefault(folder)).Week is { } linked)
        {
            return linked;
        }

        var parent = Folders(folder).FirstOrDefault("");
        var beside = _inside.Where(entry => entry.Key != folder && Folders(entry.Key).FirstOrDefault("") == parent);
        return beside.Any() ? Common(_inside.GetValueOrDefault(folder)).Week : null;
    }

    private IEnumerable<CoursePlace> Around(string folder) =>
        [.. _direct.GetValueOrDefault(folder) ?? [], .. _inside.GetValueOrDefault(folder) ?? []];

    private static CoursePlace Common(IEnumerable<CoursePlace>? places)
    {
        var all = places?.ToList() ?? [];
        var courses = all.Where(place => place.Course is not null).Select(place => place.Course).Distinct().ToList();
        var weeks = all.Where(place => place.Week is not null).Select(place => place.Week).Distinct().ToList();
        return new CoursePlace(courses.Count == 1 ? courses[0] : null, weeks.Count == 1 && courses.Count <= 1 ? weeks[0] : null);
    }

    private void Vote(string target, CoursePlace place)
    {
        Votes(_direct, target).Add(place);
        foreach (var folder in Folders(target))
        {
            Votes(_inside, folder).Add(place);
        }
    }

    private static HashSet<CoursePlace> Votes(Dictionary<string, HashSet<CoursePlace>> votes, string key) =>
        votes.TryGetValue(key, out var places) ? places : votes[key] = [];

    /// <summary>The file or folder that a link means: as written, without the folders above the notes, or else the folder where it should
    /// be.</summary>
    private string? Existing(string link)
    {
        for (var rest = link.TrimEnd('/'); ; rest = rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            if (Named(rest) is { } found && (rest.Length == link.TrimEnd('/').Length || rest.Contains('/', StringComparison.Ordinal)))
            {
                return found;
            }

            if (!rest.Contains('/', StringComparison.Ordinal))
            {
                return Folders(link).FirstOrDefault(_folders.Contains);
            }
        }
    }

    private string? Named(string path) =>
        _files.GetValueOrDefault(path) ?? Extensions.Select(extension => _files.GetValueOrDefault(path + extension)).FirstOrDefault(file => file is not null)
        ?? (_folders.Contains(path) ? path : null);
}
