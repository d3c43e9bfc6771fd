using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Reads a table that lists courses or weeks: its rows as lines, "Course 1: Title" and below it "Week 1: Title".</summary>
internal sealed partial class SyllabusTable
{
    private const int CourseDepth = 8;

    // Titles do not stand further right; a table of thousands of columns would cost seconds to look through.
    private const int MaxColumns = 32;
    private readonly TableNote _table;
    private readonly int _unit;
    private readonly int _course;
    private readonly int _title;
    private readonly CourseUnit _kind;
    private int _courses;
    private string _lastCourse = "";

    private SyllabusTable(TableNote table, string? heading)
    {
        _table = table;
        _course = Column(CourseHeader());
        _unit = Column(WeekHeader(), ModuleHeader(), LectureHeader());
        _unit = _unit >= 0 && _unit != _course && IsNumbered(_unit) ? _unit : MarkColumn();
        _unit = _unit == _course ? -1 : _unit;
        _unit = _unit < 0 && IsUnits(heading) ? Column(NumberHeader()) : _unit;
        _kind = KindOf(Header(_unit).Length > 0 && !NumberHeader().IsMatch(Header(_unit)) ? Header(_unit) : heading ?? "");
        _title = TitleColumn();
    }

    /// <summary>The lines; none when the table lists something else.</summary>
    /// <param name="table">The table.</param>
    /// <param name="heading">The line that it stands under.</param>
    internal static IEnumerable<SyllabusLine> Rows(TableNote table, string? heading)
    {
        var reader = new SyllabusTable(table, heading);
        return reader._unit < 0 && reader._course < 0 ? [] : table.Rows.SelectMany(reader.Lines);
    }

    private IEnumerable<SyllabusLine> Lines(TableNoteRow row)
    {
        if (_course >= 0 && CourseOf(row) is { } course)
        {
            yield return NewLine(CourseDepth, course, _unit < 0 ? row.Links : []);
        }

        if (_unit >= 0 && UnitOf(row) is { } mark)
        {
            yield return NewLine(mark.Course is not null && mark.Week is null ? CourseDepth : CourseDepth + 1, mark, row.Links);
        }
    }

    private CourseMark? CourseOf(TableNoteRow row)
    {
        var cell = Cell(row, _course);
        if (cell.Length == 0 || cell == _lastCourse)
        {
            return null;
        }

        var own = CourseWeekPattern.InLine(cell, isHeading: true) ?? Numbered(cell,
            number => new CourseMark(number, null, null, CourseUnit.Week, null));
        if (own is null && _unit < 0)
        {
            return null;
        }

        _lastCourse = cell;
        _courses++;
        own ??= new CourseMark(_courses, null, null, CourseUnit.Week, MarkTitle.Clean(cell));
        return _unit < 0 ? own with { Title = own.Title ?? MarkTitle.Clean(Cell(row, _title)) } : own;
    }

    private CourseMark? UnitOf(TableNoteRow row)
    {
        var cell = Cell(row, _unit);
        var mark = CourseWeekPattern.InLine(cell, isHeading: true)
            ?? Numbered(cell, number => number < CourseWeekPattern.MaxWeek ? new CourseMark(null, number, number, _kind, null) : null);
        return mark is null ? null : mark with { Title = mark.Title ?? MarkTitle.Clean(Cell(row, _title)) };
    }

    private static CourseMark? Numbered(string cell, Func<int, CourseMark?> make)
    {
        var match = NumberCell().Match(cell);
        if (!match.Success)
        {
            return null;
        }

        var mark = make(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));
        return mark is null ? null : mark with { Title = MarkTitle.Clean(match.Groups["title"].Value) };
    }

    private static SyllabusLine NewLine(int depth, CourseMark mark, IReadOnlyList<string> links) =>
        new() { Depth = depth, Text = mark.Title ?? "", Links = links, Mark = mark };

    private int MarkColumn()
    {
        var rows = _table.Rows.Select(row => CourseWeekPattern.InLine(Cell(row, 0), isHeading: true)).ToList();
        return rows.Count(mark => mark is not null) >= Math.Max(1, rows.Count / 2) ? 0 : -1;
    }

    private bool IsNumbered(int column) =>
        _table.Rows.Any(row => NumberCell().IsMatch(Cell(row, column)) || CourseWeekPattern.InLine(Cell(row, column), true) is not null);

    private int TitleColumn()
    {
        var named = Column(TitleHeader(), TopicHeader());
        if (named >= 0 && named != _unit && named != _course)
        {
            return named;
        }

        var width = Math.Min(_table.Rows.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max(), MaxColumns);
        return Enumerable.Range(0, width).FirstOrDefault(column => column != _unit && column != _course && IsTitles(column), -1);
    }

    private bool IsTitles(int column) =>
        (Header(column).Length == 0 || !MarkTitle.IsFiller(Header(column)) || LectureHeader().IsMatch(Header(column))) &&
            !DateHeader().IsMatch(Header(column)) &&
        _table.Rows.Count(row => MarkTitle.Clean(Cell(row, column)) is { } title && title.Any(char.IsLetter)) * 2 > _table.Rows.Count;

    private int Column(params ReadOnlySpan<Regex> headers)
    {
        foreach (var header in headers)
        {
            var column = _table.Header.ToList().FindIndex(cell => header.IsMatch(cell));
            if (column >= 0)
            {
                return column;
            }
        }

        return -1;
    }

    private string Header(int column) => column >= 0 && column < _table.Header.Count ? _table.Header[column] : "";

    private static string Cell(TableNoteRow row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "";

    private static bool IsUnits(string? heading) =>
        heading is not null &&
            (WeekHeader().IsMatch(heading) || ModuleHeader().IsMatch(heading) || LectureHeader().IsMatch(heading) ||
                PlanHeading().IsMatch(heading));

    private static CourseUnit KindOf(string name) =>
        (ModuleHeader().Match(name) is { Success: true } module ? module : LectureHeader().Match(name)) is { Success: true } word
            ? PartWords.UnitOf(word) : CourseUnit.Week;

    [GeneratedRegex(@"^\W*(?:courses?|kurse?|cours|curso)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CourseHeader();

    [GeneratedRegex(@"^\W*(?:weeks?|wk|wochen?|semaine|semana)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WeekHeader();

    [GeneratedRegex(@"^\W*(?:(?<module>modules?|modul)|(?<unit>units?|einheit(en)?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex ModuleHeader();

    [GeneratedRegex(@"^\W*(?:(?<lecture>lectures?|lec|vorlesung(en)?|vl)|(?<lesson>lessons?|lektion(en)?)|(?<session>sessions?|sitzung(en)?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex LectureHeader();

    [GeneratedRegex(@"^\W*(?:no|nr|num|number|nummer|#)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberHeader();

    [GeneratedRegex(@"\b(?:syllabus|schedule|curriculum|outline|lehrplan|zeitplan|ablauf|plan)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PlanHeading();

    [GeneratedRegex(@"^\W*(?:titles?|titel|name)\b|\btitle\b", RegexOptions.IgnoreCase)]
    private static partial Regex TitleHeader();

    [GeneratedRegex(@"\b(?:topics?|subjects?|contents?|themes?|description|themen?|inhalte?|stoff)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TopicHeader();

    [GeneratedRegex(@"\b(?:dates?|datum|due|deadline|dozent|instructor|lecturer|status)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DateHeader();

    [GeneratedRegex(@"^\W*(?<number>\d{1,2})(?:\W*$|\s*[.:)–—-]\s+(?<title>\D.*)$)")]
    private static partial Regex NumberCell();
}
