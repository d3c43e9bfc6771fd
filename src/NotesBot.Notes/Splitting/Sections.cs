using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes.Splitting;

/// <summary>Cuts a document at its headings.</summary>
internal static class Sections
{
    /// <summary>All sections, in order; the text before the first heading is one as well.</summary>
    internal static IReadOnlyList<Section> Of(NoteDocument document)
    {
        var above = new List<HeadingNote>();
        var body = new List<NoteBlock>();
        var sections = new List<Section> { new([], null, body, default) };
        foreach (var block in document.Blocks)
        {
            if (block is not HeadingNote heading)
            {
                body.Add(block);
                continue;
            }

            above.RemoveAll(other => other.Level >= heading.Level);
            above.Add(heading);
            body = [];
            sections.Add(new Section([.. above.Where(other => other.Text.Length > 0)], heading, body, PlaceOf(above)));
        }

        return sections;
    }

    /// <summary>Which course and week the headings name; lectures stand below weeks in most notes and are no border.</summary>
    private static CoursePlace PlaceOf(List<HeadingNote> above)
    {
        var place = default(CoursePlace);
        foreach (var heading in above)
        {
            var mark = CourseWeekPattern.InLine(heading.Text, isHeading: true);
            place = mark is null or { Course: null, Unit: CourseUnit.Lecture } ? place : new CoursePlace(mark.Course ?? place.Course, mark.Week);
        }

        return place;
    }
}
