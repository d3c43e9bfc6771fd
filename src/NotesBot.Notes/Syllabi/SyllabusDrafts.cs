using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Finds the lines of a document that list courses and weeks.</summary>
internal sealed partial class SyllabusDrafts
{
    private const int BodyOfNotes = 40;
    private const int BodyOfNotesInIndex = 400;
    private readonly NoteDocument _document;
    private readonly IReadOnlyList<SyllabusLine> _lines;
    private readonly Dictionary<SyllabusLine, CourseMark> _groups = [];

    private SyllabusDrafts(NoteDocument document)
    {
        _document = document;
        _lines = SyllabusLines.Of(document);
    }

    /// <summary>The lines in order; empty for most documents.</summary>
    internal static IReadOnlyList<SyllabusDraft> Of(NoteDocument document)
    {
        var drafts = new SyllabusDrafts(document);
        drafts.NumberPlainLists();
        return drafts.Find();
    }

    /// <summary>Gives marks to the items of numbered lists that stand under a course or under a heading such as "Courses" or
    /// "Syllabus".</summary>
    private void NumberPlainLists()
    {
        foreach (var parent in _lines)
        {
            var items = parent.Children.Where(child => child.Number is not null && child.Mark is null).ToList();
            if (items.Count >= 2 && IsCount(items) && items.All(IsTitle) && MeaningOf(parent, items) is { } make)
            {
                items.ForEach(item => item.Mark = make(item));
            }
        }
    }

    private static bool IsCount(List<SyllabusLine> items) =>
        items[0].Number is 0 or 1 && items.Zip(items.Skip(1)).All(pair => pair.Second.Number == pair.First.Number + 1);

    private static bool IsTitle(SyllabusLine item) =>
        item.Text.Split('\n')[0] is { Length: <= 120 } text && !text.EndsWith('.') && !item.Links.Any(link => link.StartsWith('#'));

    private Func<SyllabusLine, CourseMark>? MeaningOf(SyllabusLine parent, List<SyllabusLine> items)
    {
        var hasWeeks = items.SelectMany(item => item.Descendants()).Any(line => line.Mark?.Week is not null);
        if (parent.Mark is { Course: not null, Week: null })
        {
            return hasWeeks || parent.Descendants().Any(line => line.Mark?.Week is not null) ? null : AsWeek(CourseUnit.Week);
        }

        if (parent.Mark is not null || parent.IsItem)
        {
            return null;
        }

        var hasNumberedParts = items.Count(item => item.Children.Count(child => child.Number is not null) >= 2) * 2 >= items.Count;
        return CoursesHeading().IsMatch(parent.Text) || hasWeeks ? AsCourse
            : _lines.Any(line => line.Mark?.Week is not null) ? null
            : UnitHeading().Match(parent.Text) is { Success: true } unit ? AsWeek(UnitOf(unit))
            : !PlanHeading().IsMatch(parent.Text) ? null
            : hasNumberedParts || IsSpecialization() ? AsCourse
            : AsWeek(CourseUnit.Week);
    }

    private bool IsSpecialization() => _lines.Any(line => line.Depth == 1 && Specialization().IsMatch(line.Text));

    private static CourseUnit UnitOf(Match unit) =>
        PartWords.UnitOf(unit);

    private static CourseMark AsCourse(SyllabusLine item) =>
        new(Math.Max(1, item.Number!.Value), null, null, CourseUnit.Week, MarkTitle.Clean(item.Text));

    private static Func<SyllabusLine, CourseMark> AsWeek(CourseUnit unit) =>
        item => new CourseMark(null, item.Number, item.Number, unit, MarkTitle.Clean(item.Text));

    private List<SyllabusDraft> Find()
    {
        var unit = ChooseUnit();
        var weeks = _lines.Where(line => line.Mark is { Week: not null } mark && mark.Unit == unit && !IsInsideSameWeek(line)).ToList();
        ScopeCourses(weeks);
        NameGroups(weeks);
        weeks.RemoveAll(line => line.Mark is { Unit: CourseUnit.Chapter, Course: null });
        var found = _lines.Where(line => line.Mark is { Course: not null, Week: null } || _groups.ContainsKey(line) ||
            weeks.Contains(line));

        // "Course 1: I liked it" in a list before the syllabus is a remark: the heading gives the title.
        return [.. found.OrderBy(line => line.IsHeading ? 0 : 1).SelectMany(ToDrafts)];
    }

    /// <summary>What counts as the week here: weeks if there are any to speak of, else modules, else lectures.</summary>
    private CourseUnit ChooseUnit()
    {
        var counts = _lines.Where(line => line.Mark?.Week is not null).GroupBy(line => line.Mark!.Unit)
            .ToDictionary(group => group.Key, group => group.Select(line => (line.Mark!.Week, line.Parent)).Distinct().Count());
        return Enum.GetValues<CourseUnit>().OrderByDescending(unit => Math.Min(2, counts.GetValueOrDefault(unit)))
            .ThenBy(unit => unit).First();
    }

    private static bool IsInsideSameWeek(SyllabusLine line) =>
        line.Ancestors().Any(above => above.Mark is { Week: { } week } mark && week == line.Mark!.Week && mark.Unit == line.Mark.Unit);

    /// <summary>Gives each week the course that it stands under or after.</summary>
    private void ScopeCourses(List<SyllabusLine> weeks)
    {
        SyllabusLine? course = null;
        foreach (var line in _lines)
        {
            course = course is not null && IsClosedBy(course, line) ? null : course;
            course = line.Mark is { Course: not null, Week: null } ? line : course;
            if (course is not null && weeks.Contains(line) && line.Mark!.Course is null)
            {
                line.Mark = line.Mark with { Course = course.Mark!.Course };
            }
        }
    }

    private static bool IsClosedBy(SyllabusLine course, SyllabusLine line)
    {
        var enclosing = course.Ancestors().FirstOrDefault(above => above.IsHeading)?.Depth ?? 0;
        return line.IsHeading ? course.IsHeading ? line.Depth < course.Depth || (line.Depth == course.Depth && line.Mark is null)
            : line.Depth <= enclosing
            : course.IsItem && line.Depth < course.Depth;
    }

    /// <summary>Weeks that begin anew under other titles: each title is a course, numbered as it says or in their order.</summary>
    private void NameGroups(List<SyllabusLine> weeks)
    {
        var groups = weeks.Where(line => line.Mark!.Course is null && Container(line) is not null).GroupBy(line => Container(line)!)
            .ToList();
        if (groups.Exists(group => group.First().Mark!.Unit == CourseUnit.Chapter))
        {
            return;
        }

        var isNumbered = (groups.Count > 1 || groups is [{ Key.IsItem: true }]) &&
            groups.All(group => group.Key.Number is > 0 || group.Key.Mark is { Unit: not CourseUnit.Week, Week: > 0 })
            && groups.Select(NumberOf).Distinct().Count() == groups.Count;
        if (!isNumbered && !BeginAnew(groups))
        {
            return;
        }

        foreach (var (index, group) in groups.Index())
        {
            var title = group.Key.Mark?.Title ?? MarkTitle.Clean(group.Key.Text);
            var mark = new CourseMark(isNumbered ? NumberOf(group) : index + 1, null, null, CourseUnit.Week, title);
            _groups[group.Key] = mark;
            group.ToList().ForEach(line => line.Mark = line.Mark! with { Course = mark.Course });
        }
    }

    private static int? NumberOf(IGrouping<SyllabusLine, SyllabusLine> group) => group.Key.Number ?? group.Key.Mark!.Week;

    private bool BeginAnew(List<IGrouping<SyllabusLine, SyllabusLine>> groups) =>
        groups.Count > 1 && (groups[0].First().Mark!.Unit < CourseUnit.Lecture || IsIndex(_document.Path)) &&
        groups.Select(group => group.Key.Depth).Distinct().Count() == 1 &&
        groups.SelectMany(group => group.Select(line => line.Mark!.Week).Distinct()).GroupBy(week => week).Any(week => week.Count() > 1);

    private static SyllabusLine? Container(SyllabusLine line) =>
        line.Ancestors().FirstOrDefault(above => above.Depth > 1 || above.Number is not null || above.Mark is not null) is { } container &&
        !MarkTitle.IsFiller(container.Text) && !PlanHeading().IsMatch(container.Text) ? container : null;

    /// <summary>Whether a file is a folder's first page: README, index, syllabus and the like.</summary>
    internal static bool IsIndex(string path) => IndexName().IsMatch(path);

    private IEnumerable<SyllabusDraft> ToDrafts(SyllabusLine line)
    {
        var mark = _groups.GetValueOrDefault(line) ?? line.Mark!;
        var own = line.Descendants().Where(below => below.Mark is null || !IsOther(below.Mark, mark)).Prepend(line).ToList();
        var links = own.SelectMany(below => below.Links).Select(link => LinkTargets.Resolve(link, _document.Path)).OfType<string>()
            .Distinct().ToList();
        return Enumerable.Range(mark.Week ?? 0, 1 + (mark.LastWeek - mark.Week ?? 0)).Select(week =>
            new SyllabusDraft(mark.Course, mark.Week is null ? null : week, mark.Title, links)
            {
                Unit = mark.Unit,
                HasBody = own.Where(below => mark.Week is not null || below.Mark?.Week is null)
                    .Sum(below => below.Body) >= (IsIndex(_document.Path) ? BodyOfNotesInIndex : BodyOfNotes),
            });
    }

    private static bool IsOther(CourseMark below, CourseMark mark) =>
        mark.Week is not null && below.Week is not null && below.Week != mark.Week && below.Unit == mark.Unit;

    [GeneratedRegex(@"\b(?:courses|kurse|cours|cursos)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CoursesHeading();

    [GeneratedRegex(
        @"^\W*(?:weekly|list of|course|kurs)?\W*(?:(?<week>weeks|wochen|weekly plan)|(?<module>modules|module)|(?<unit>units|einheiten)|(?<lecture>lectures|vorlesungen)|(?<lesson>lessons|lektionen)|(?<session>sessions|sitzungen))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex UnitHeading();

    [GeneratedRegex(@"\b(?:syllabus|curriculum|outline|schedule|course contents?|lehrplan|kursplan|zeitplan|semesterplan|kursinhalte?|ablauf)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PlanHeading();

    [GeneratedRegex(@"speciali[sz]ation|certificate|nanodegree|degree|bachelor|master\b|track\b|spezialisierung", RegexOptions.IgnoreCase)]
    private static partial Regex Specialization();

    [GeneratedRegex(@"(?:^|/)(?:_?(?:readme|index|syllabus|summary|home|contents?|toc|quarto|mkdocs|overview|curriculum|schedule|lehrplan|inhalt|start))\.[^./]+$", RegexOptions.IgnoreCase)]
    private static partial Regex IndexName();
}
