using System.Buffers;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Reads the courses and parts that the name of one file or folder tells.</summary>
internal static partial class PartName
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "course", "kurs", "cours", "curso", "corso", "week", "wk", "woche", "semaine", "semana", "settimana", "vecka", "hafta", "tydzień",
            "неделя", "modul", "módulo", "moduł", "модуль", "unit", "einheit", "unidad", "lec", "vorlesung", "vl", "lezione", "aula", "college",
            "föreläsning", "wykład", "лекция", "lesson", "lektion", "lecc", "leçon", "lição", "session", "sitzung", "ance", "sesi", "ch", "kap",
            "cap", "hoofdstuk", "rozdział", "глава",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The marks in a name, and where each ends.</summary>
    /// <param name="name">Without extension.</param>
    /// <param name="isBeforeWeek">Whether a name like <c>W3</c> stands below, so that <c>C1</c> is a course.</param>
    internal static IEnumerable<(CourseMark Mark, int End)> MarksIn(string name, bool isBeforeWeek)
    {
        if (Both().Match(name) is { Success: true } both)
        {
            var course = NumberWords.Parse(both.Groups["c"].Value);
            return [(WeekMark(both.Groups["w"].Value) with { Course = course }, both.Index + both.Length)];
        }

        if (BareWeek().Match(name) is { Success: true } bare)
        {
            return [(WeekMark(bare.Groups["number"].Value), bare.Length)];
        }

        return isBeforeWeek && BareCourse().Match(name) is { Success: true } letter
            ? [(new CourseMark(NumberWords.Parse(letter.Groups["number"].Value), null, null, CourseUnit.Week, null), letter.Length)]
            : InWords(name);
    }

    /// <summary>The part of a course that a name tells by a word and a number; <see langword="null"/> when it tells none.</summary>
    internal static CourseMark? PartIn(string name) =>
        MarksIn(name, isBeforeWeek: false).Where(found => found.Mark.Week is not null)
            .Select(found => found.Mark with { Title = Title(name[found.End..]) }).LastOrDefault();

    /// <summary>The number that a name begins with, as a part: <c>03_joins</c>, <c>1. Title</c>, <c>L4</c>; dates are none.</summary>
    internal static CourseMark? Numbered(string name)
    {
        var match = LeadingNumber().Match(name);
        return match.Success && NumberWords.Parse(match.Groups["number"].Value) is { } number and < CourseWeekPattern.MaxWeek
            ? new CourseMark(null, number, number, match.Groups["lecture"].Success ? CourseUnit.Lecture : CourseUnit.Part, Title(name[match.Length..]))
            : null;
    }

    /// <summary>Whether a name begins like <c>L4</c>: one alone may mean anything.</summary>
    internal static bool IsLettered(string name) => LeadingNumber().Match(name).Groups["lecture"].Success;

    /// <summary>Whether a name is <c>W3</c>.</summary>
    internal static bool IsBareWeek(string name) => BareWeek().IsMatch(name);

    /// <summary>What is left of a name as a title; <see langword="null"/> when that is none.</summary>
    internal static string? Title(string rest) =>
        MarkTitle.Clean(Hyphens().Replace(rest, " ")) is { } title ? char.ToUpperInvariant(title[0]) + title[1..] : null;

    private static CourseMark WeekMark(string number) =>
        new(null, NumberWords.Parse(number), NumberWords.Parse(number), CourseUnit.Week, null);

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

    [GeneratedRegex(@"(?<![\p{L}\p{N}])C(?<c>\d{1,2})[\s_.-]*W(?<w>\d{1,2})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"[_\s]+|(?<=\S)-(?=\S)")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"^W(?<number>\d{1,2})(?=$|[\s_.-])(?![\s_.-]*\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareWeek();

    [GeneratedRegex(@"^C(?<number>\d{1,2})(?=$|[\s_.-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareCourse();

    [GeneratedRegex(@"^#?(?<lecture>L)?(?<number>\d{1,2})(?:$|[\s_.)-]+(?!\d)(?!(?:th|st|nd|rd|semester|trimester|year|jahr)\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(
        @"(?:(?<![\p{L}\p{N}])|(?<=[\p{Ll}\d])(?=(?-i:[A-Z])))(?:(?:" + PartWords.Course + "|" + PartWords.Part + @")[\s_#.-]*(?:(?<number>\d{1,2})(?!\d)(?![\s_./-]+\d{2})|(?<number>(?-i:[IVX]{1,5})|one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?=$|\s*[_.:–—-]|$))|(?<number>\d{1,2})\.?[\s_-](?<week>woche)(?![\p{L}]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
