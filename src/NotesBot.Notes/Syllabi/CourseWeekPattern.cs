using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>
/// Finds the course and week that a line of text begins with, in English, German and the words of their neighbours. A number counts only
/// right beside its word: <c>1. Semester</c>, <c>W&amp;B</c>, <c>L1 regularization</c> and dates are none.
/// </summary>
internal static partial class CourseWeekPattern
{
    /// <summary>Weeks (or lectures) of a course have smaller numbers than this.</summary>
    internal const int MaxWeek = 60;

    /// <summary>Courses have smaller numbers than this.</summary>
    internal const int MaxCourse = 40;

    private const int MaxLine = 300;

    private const string Before = @"(?:\[[xX ]?\])?[^\p{L}\p{N}]*";
    private const string Word = $"(?:{PartWords.Course}|{PartWords.Part})";

    private const string Spelled =
        @"(?:(?-i:[IVX]{1,5})|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?=\s*(?:$|[:.|)\]–—-]))";

    private const string Range = @"(?:\s?(?:-|–|—|&|\+|,|and|und|to|bis)\s?(?<last>\d{1,2})(?![\d.]))?";
    private const string Number = $@"(?:(?<number>\d{{1,2}})(?!\d|[.,/]\d){Range}|(?<number>{Spelled}))";
    private const string Ordinal = @"(?:(?<number>\d{1,2})(?:st|nd|rd|th|\.)|(?<number>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte))";
    private const string Mark = $@"(?:{Word}[\s_#-]*(?:no\.?\s*|nr\.?\s*)?{Number}|{Ordinal}\s(?:{Word})(?=\s*(?:$|[:|–—-])))";

    /// <summary>The mark that a line begins with; <see langword="null"/> when it begins with none, or is a sentence.</summary>
    /// <param name="text">The line, without markup.</param>
    /// <param name="isHeading">Whether the line is a heading: there a title may follow without a separator, and <c>C1</c> alone is a
    /// course.</param>
    internal static CourseMark? InLine(string text, bool isHeading)
    {
        var line = text.Split('\n')[0];
        if (line.Length > MaxLine)
        {
            return null;
        }

        var found = Compact().Match(line) is { Success: true } both ? Both(both) : InWords(line);
        found ??= InLetters(line, isHeading);
        return found is { } mark ? Titled(mark.Mark, line[mark.End..], isHeading) : null;
    }

    /// <summary>The course or week that one word and its number name.</summary>
    internal static CourseMark? Of(Match match)
    {
        if (NumberWords.Parse(match.Groups["number"].Value) is not { } number)
        {
            return null;
        }

        if (match.Groups["course"].Success)
        {
            return number is >= 1 and < MaxCourse ? new CourseMark(number, null, null, CourseUnit.Week, null) : null;
        }

        var last = NumberWords.Parse(match.Groups["last"].Value) ?? number;
        return number < MaxWeek && last - number is >= 0 and <= 5 ? new CourseMark(null, number, last, PartWords.UnitOf(match), null) : null;
    }

    private static (CourseMark Mark, int End)? Both(Match match) =>
        (new CourseMark(
            NumberWords.Parse(match.Groups["c"].Value), NumberWords.Parse(match.Groups["w"].Value),
                NumberWords.Parse(match.Groups["w"].Value),
            CourseUnit.Week, null), match.Length);

    private static (CourseMark Mark, int End)? InWords(string line)
    {
        var first = Beginning().Match(line);
        if (!first.Success || Of(first) is not { } mark)
        {
            return null;
        }

        var second = Following().Match(line, first.Length);
        var isPair = second.Success && Of(second) is { } other && (mark.Course is null) != (other.Course is null);
        return isPair ? (Join(mark, Of(second)!), first.Length + second.Length) : (mark, first.Length);
    }

    private static CourseMark Join(CourseMark one, CourseMark other) =>
        one.Course is null ? one with { Course = other.Course } : other with { Course = one.Course };

    private static (CourseMark Mark, int End)? InLetters(string line, bool isHeading)
    {
        var letter = Letters().Match(line);
        var number = NumberWords.Parse(letter.Groups["number"].Value);
        return !letter.Success || !(isHeading || letter.Groups["letter"].Value == "W") ? null
            : letter.Groups["letter"].Value == "C" ? (new CourseMark(number, null, null, CourseUnit.Week, null), letter.Length)
            : (new CourseMark(null, number, number, CourseUnit.Week, null), letter.Length);
    }

    private static CourseMark? Titled(CourseMark mark, string rest, bool isHeading)
    {
        var separator = Separator().Match(rest);
        if (!separator.Success)
        {
            return null;
        }

        var tail = rest[separator.Length..];
        var isTitle = separator.Value.AsSpan().Trim(" ,)]").Length > 0 || isHeading || tail.Length == 0 || MarkTitle.IsFiller(tail) ||
            Capital().IsMatch(tail);
        return isTitle && !IsSentence(tail) ? mark with { Title = MarkTitle.Clean(tail) } : null;
    }

    private static bool IsSentence(string tail) => SentenceEnds().Count(tail) > 1 && tail.Length > 160;

    [GeneratedRegex($@"^{Before}{Mark}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex($@"\G\s*[-–—:,|/·.(]*\s*{Mark}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Following();

    [GeneratedRegex(@"^" + Before + @"C(?<c>\d{1,2})[\s_.-]*W(?<w>\d{1,2})(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^" + Before + @"(?<letter>[CW])0?(?<number>[1-9]\d?)(?=\s*[:–—]|\s-\s|\s*$)")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(?:\s*[)\]]*\s*(?:[:|/•·→=,]|[-–—]+|\.(?!\d))\s*|\s*[)\]]\s*|\s+|$)")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[(\[""“„«]?[\p{Lu}\p{Lt}\p{Lo}\d]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"[.!?](?:\s|$)")]
    private static partial Regex SentenceEnds();
}
