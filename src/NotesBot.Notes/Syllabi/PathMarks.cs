using System.Buffers;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Course and week that the folders and the name of a file tell.</summary>
/// <param name="Course">Of the course; <see langword="null"/> when none is named.</param>
/// <param name="Units">The week by what it is called; the innermost name counts.</param>
internal sealed partial record PathMarks(NamedPart? Course, IReadOnlyDictionary<CourseUnit, NamedPart> Units)
{
    /// <summary>The week under one name for it.</summary>
    internal int? Week(CourseUnit unit) => Units.TryGetValue(unit, out var part) ? part.Number : null;

    private static readonly PathMarks Nothing = new(null, new Dictionary<CourseUnit, NamedPart>());

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "course", "kurs", "cours", "curso", "corso", "week", "wk", "woche", "semaine", "semana", "settimana", "modul", "módulo", "unit", "einheit",
            "lec", "vorlesung", "lesson", "lektion", "session", "sitzung",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a path, relative to the notes folder.</summary>
    /// <param name="path">The path of a file.</param>
    /// <param name="folders">What folders tell, filled on the way: files share them.</param>
    internal static PathMarks Of(string path, Dictionary<string, PathMarks> folders)
    {
        var name = new Name(path, IsFile: true, IsBeforeWeek: false);
        return OfFolder(name.Folder, name.Text, folders).With(name);
    }

    private static PathMarks OfFolder(string folder, string next, Dictionary<string, PathMarks> folders)
    {
        if (folder.Length == 0)
        {
            return Nothing;
        }

        var isBeforeWeek = BareWeek().IsMatch(next);
        var key = isBeforeWeek ? folder + "/" : folder;
        if (!folders.TryGetValue(key, out var marks))
        {
            var name = new Name(folder, IsFile: false, isBeforeWeek);
            marks = folders[key] = OfFolder(name.Folder, name.Text, folders).With(name);
        }

        return marks;
    }

    private PathMarks With(Name name)
    {
        var marks = this;
        foreach (var (mark, end) in MarksIn(name.Text, name.IsBeforeWeek))
        {
            marks = mark.Course is { } course ? marks with { Course = Part(course, name, end) } : marks;
            marks = mark.Week is { } week
                ? marks with { Units = new Dictionary<CourseUnit, NamedPart>(marks.Units) { [mark.Unit] = Part(week, name, end) } }
                : marks;
        }

        return marks;
    }

    private static NamedPart Part(int number, Name name, int end) =>
        new(number, name.Path, name.IsFile, Capitalized(MarkTitle.Clean(Hyphens().Replace(name.Text[end..], " "))));

    private static string? Capitalized(string? title) => title is null ? null : char.ToUpperInvariant(title[0]) + title[1..];

    private static IEnumerable<(CourseMark Mark, int End)> MarksIn(string name, bool isBeforeWeek)
    {
        if (Both().Match(name) is { Success: true } both)
        {
            var week = NumberWords.Parse(both.Groups["w"].Value);
            return [(new CourseMark(NumberWords.Parse(both.Groups["c"].Value), week, week, CourseUnit.Week, null),
                both.Index + both.Length)];
        }

        if (BareWeek().Match(name) is { Success: true } bare)
        {
            var week = NumberWords.Parse(bare.Groups["number"].Value);
            return [(new CourseMark(null, week, week, CourseUnit.Week, null), bare.Length)];
        }

        return isBeforeWeek && BareCourse().Match(name) is { Success: true } letter
            ? [(new CourseMark(NumberWords.Parse(letter.Groups["number"].Value), null, null, CourseUnit.Week, null), letter.Length)]
            : InWords(name);
    }

    private static IEnumerable<(CourseMark Mark, int End)> InWords(string name)
    {
        if (!name.AsSpan().ContainsAny(Words))
        {
            yield break;
        }

        foreach (Match match in Word().Matches(name))
        {
            if (CourseWeekPattern.Of(match) is { } mark)
            {
                yield return (mark, match.Index + match.Length);
            }
        }
    }

    private readonly record struct Name(string Path, bool IsFile, bool IsBeforeWeek)
    {
        internal string Text => IsFile ? System.IO.Path.GetFileNameWithoutExtension(Path) : System.IO.Path.GetFileName(Path);

        internal string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])C(?<c>\d{1,2})[\s_.-]*W(?<w>\d{1,2})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"[_\s]+|(?<=\S)-(?=\S)")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"^W(?<number>\d{1,2})(?=$|[\s_.-])(?![\s_.-]*\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareWeek();

    [GeneratedRegex(@"^C(?<number>\d{1,2})(?=$|[\s_.-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareCourse();

    [GeneratedRegex(
        @"(?:(?<![\p{L}\p{N}])|(?<=[\p{Ll}\d])(?=(?-i:[A-Z])))(?:(?:(?<course>course|kurs|cours|curso|corso)|(?<week>week|wk|woche|semaine|semana|settimana)|(?<module>module|modul|módulo|unit|einheit)|(?<lecture>lecture|lec|vorlesung|lesson|lektion|session|sitzung))[\s_#.-]*(?:(?<number>\d{1,2})(?!\d)(?![\s_./-]+\d{2})|(?<number>(?-i:[IVX]{1,5})|one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?=$|\s*[_.:–—-]|$))|(?<number>\d{1,2})\.?[\s_-](?<week>woche)(?![\p{L}]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

/// <summary>A course or week in the name of a folder or file.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Path">The path up to the name that tells it, this one included.</param>
/// <param name="IsFile">Whether the name is the file's own.</param>
/// <param name="Title">What follows the number; <see langword="null"/> when nothing does that is a title.</param>
internal sealed record NamedPart(int Number, string Path, bool IsFile, string? Title);
