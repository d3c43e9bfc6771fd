using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Makes a title of what stands behind "Week 1:": without links to notes, dates, states and decoration.</summary>
internal static partial class MarkTitle
{
    private const int MaxLength = 160;

    /// <summary>Words that say what lies behind a link, or how far the writer is, and nothing about the subject.</summary>
    private static readonly HashSet<string> Filler = Words(
        """
        course courses week weeks weekly module modules lecture lectures lesson lessons unit units session sessions
        note notes notebook notebooks slide slides lab labs quiz quizzes assignment assignments homework homeworks exercise exercises
        summary summaries reading readings resource resources material materials link links solution solutions video videos recording recordings
        here pdf md html ipynb readme index page file files folder transcript transcripts handout handouts tutorial tutorials syllabus
        done completed complete finished progress wip todo tbd status pending ongoing coming soon
        notiz notizen mitschrift mitschriften zusammenfassung zusammenfassungen übung übungen folien aufgabe aufgaben blatt übungsblatt
        vorlesung vorlesungen woche wochen kurs kurse modul skript lösung lösungen unterlagen materialien fertig erledigt offen
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun min mins minutes hour hours
        """);

    /// <summary>Words that may stand beside those, but can be a subject by themselves.</summary>
    private static readonly HashSet<string> Beside = Words(
        """
        a an and the of for to in my on graded ungraded programming optional code practice test tests set sets problem problems main
        started not yet work planned h days und zu zur die der das
        """);

    /// <summary>The title; <see langword="null"/> when nothing is left that names a subject.</summary>
    internal static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var title = Trim(WhiteSpace().Replace(text.Split('\n')[0], " "));
        title = DropTrailing(DropLeading(title));
        if (title.Length > MaxLength)
        {
            title = FirstSentence().Match(title).Value;
        }

        return title.Length is 0 or > MaxLength || IsFiller(Segments().Split(title)[0]) ? null : title;
    }

    /// <summary>Whether the text names no subject: "lecture notes", "Lab 2", "done".</summary>
    internal static bool IsFiller(string text) =>
        Word().Matches(text).Select(word => word.Value).ToList() is var words &&
        words.TrueForAll(word => Filler.Contains(word) || Beside.Contains(word) || word.All(char.IsDigit)) &&
        (words.Exists(Filler.Contains) || !words.Exists(Beside.Contains));

    private static HashSet<string> Words(string words) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    private static string DropLeading(string title)
    {
        var group = LeadingGroup().Match(title);
        return group.Success && IsFiller(group.Groups[1].Value) ? Trim(title[group.Length..]) : title;
    }

    private static string DropTrailing(string title)
    {
        while (TrailingPart().Match(title) is { Success: true } part && part.Index > 0 && IsAside(part.Value))
        {
            title = Trim(title[..part.Index]);
        }

        return title;
    }

    private static bool IsAside(string part) => IsFiller(part) && (part.Contains('(', StringComparison.Ordinal) || part.Any(char.IsLetter));

    private static string Trim(string text)
    {
        var trimmed = Edges().Replace(text, "");
        return trimmed.StartsWith('(') && trimmed.IndexOf(')', StringComparison.Ordinal) == trimmed.Length - 1 ? trimmed[1..^1].Trim()
            : trimmed;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[^\p{L}\p{N}(""'“‘«„$.]+|\.(?=[^.]*$)(?<=[^.]{3}\.)\s*$|[\s:,;|/\-–—•·→*_~\p{So}\p{Cs}\uFE0F\u200B\u200D]+$")]
    private static partial Regex Edges();

    [GeneratedRegex(@"^\(([^()]*)\)\s*(?:[:\-–—|.]\s*)?")]
    private static partial Regex LeadingGroup();

    [GeneratedRegex(@"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\s[-–—|•·/:]\s?[^-–—|•·:]*|[|•·][^|•·]*|:\s[^:]*)$")]
    private static partial Regex TrailingPart();

    [GeneratedRegex(@"\s[-–—|]\s|[:|]\s")]
    private static partial Regex Segments();

    [GeneratedRegex(@"^.{1,160}?(?=[.!?;]\s)")]
    private static partial Regex FirstSentence();
}
