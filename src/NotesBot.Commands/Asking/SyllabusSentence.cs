using NotesBot.Commands.Wording;
using NotesBot.Search;

namespace NotesBot.Commands.Asking;

/// <summary>What is said when the syllabus names what was asked.</summary>
public static class SyllabusSentence
{
    /// <summary>That the topic is listed, and whether there are notes of it; one sentence.</summary>
    /// <param name="match">The line of the syllabus.</param>
    /// <param name="locale">Language (<c>en-US</c>, <c>de</c>); English where it is unknown.</param>
    public static string Of(SyllabusMatch match, string? locale)
    {
        ArgumentNullException.ThrowIfNull(match);
        return Of(match, Texts.For(locale));
    }

    internal static string Of(SyllabusMatch match, Texts texts)
    {
        var name = match.Week is { } week ? $"{texts.ShortName(match.Course)} · {texts.Name(week)}" : texts.Name(match.Course);
        return match.HasNotes ? texts.ListedWithNotes(name) : texts.ListedWithoutNotes(name);
    }
}
