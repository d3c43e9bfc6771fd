using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes.Splitting;

/// <summary>Cuts a document at its headings.</summary>
internal static class Sections
{
    /// <summary>All sections, in order; the text before the first heading is one as well.</summary>
    internal static IReadOnlyList<Section> Of(NoteDocument document)
    {
        var sections = AtHeadings(document);
        var slides = new Slides(document.Blocks);
        return [.. sections.Select((section, index) => index == 0 ? AboveTitle(sections) : section).SelectMany(slides.Pages)];
    }

    /// <summary>
    /// What stands before the title of a note (a way back, tags, a badge, imports) is named by it, if there is one: a heading of the first
    /// level that no other one of that level follows.
    /// </summary>
    private static Section AboveTitle(List<Section> sections)
    {
        var titles = sections.Where(section => section.Heading is { Level: 1, Text.Length: > 0 }).Take(2).ToList();
        return titles is [var title] && ReferenceEquals(title, sections[1])
            ? sections[0] with { Above = title.Above, Place = title.Place, IsAboveTitle = true }
            : sections[0];
    }

    private static List<Section> AtHeadings(NoteDocument document)
    {
        var above = new List<HeadingNote>();
        var body = new List<NoteBlock>();
        var sections = new List<Section> { new([], null, body, default) };
        foreach (var block in Overlays.Without(document.Blocks))
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
