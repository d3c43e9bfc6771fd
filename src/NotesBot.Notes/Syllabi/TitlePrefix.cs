using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Parts a title such as "Measurement - Week 7: Text" into the course and the part that it names.</summary>
internal static partial class TitlePrefix
{
    /// <summary>The mark that a title begins with, or that follows behind the name of its course.</summary>
    /// <returns>The name before the mark, if any, and the mark; <see langword="null"/> for a title without one.</returns>
    internal static (string? Course, CourseMark? Mark) Of(string title)
    {
        if (CourseWeekPattern.InLine(title, isHeading: true) is { } first)
        {
            return (null, first);
        }

        foreach (Match separator in Separators().Matches(title))
        {
            if (CourseWeekPattern.InLine(title[(separator.Index + separator.Length)..], isHeading: true) is { Week: not null } mark)
            {
                return (MarkTitle.Clean(title[..separator.Index]), mark);
            }
        }

        return default;
    }

    [GeneratedRegex(@"\s+[-–—|·/]\s+|\s*[:,|–—]\s+|\s+(?=\()|\s+(?=(?:lecture|week|module|unit|lesson|vorlesung|woche)\s?\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Separators();
}
