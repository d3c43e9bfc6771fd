using NotesBot.Commands.Wording;
using NotesBot.Notes;

namespace NotesBot.Commands.Syllabi;

/// <summary>Lists the notes of a week with their headings and links.</summary>
internal sealed class HeadingList(CommandContext context)
{
    private const int MaxBrowsed = 400;
    private const int MaxLines = 25;
    private const int MaxHeadingLength = 100;

    /// <summary>The notes of a week, each with its outermost headings; what does not fit on a screen is counted.</summary>
    internal IReadOnlyList<ReplyBlock> Of(Course course, Week week, Texts texts)
    {
        var notes = context.Searcher.Browse(course.Number, week.Number, MaxBrowsed)
            .Where(passage => passage.Kind != PassageKind.Contents)
            .GroupBy(passage => passage.Path)
            .Select(note => Lines([.. note]))
            .ToList();
        var lines = notes.SelectMany(note => note).ToList();
        var left = lines.Count - MaxLines;
        return
        [
            new ListBlock([.. Shared(notes)]),
            .. left > 0 ? (IEnumerable<ReplyBlock>)[new TextBlock(texts.MoreHeadings(left), Subtle: true)] : [],
        ];
    }

    /// <summary>The lines of all notes, as many of each as fit when they share the screen.</summary>
    private static IEnumerable<ListItem> Shared(List<List<ListItem>> notes)
    {
        var left = MaxLines;
        for (var i = 0; i < notes.Count && left > 0; i++)
        {
            var share = Math.Max(1, left / (notes.Count - i));
            var lines = notes[i].Take(share).ToList();
            left -= lines.Count;
            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private List<ListItem> Lines(IReadOnlyList<Passage> note)
    {
        var title = One(note[0].Title);
        var headings = note
            .Select(passage => (passage, heading: HeadingBelow(passage, title)))
            .Where(line => line.heading is not null)
            .DistinctBy(line => line.heading)
            .Select(line => new ListItem(line.heading!, null, context.UrlOf(line.passage.Place), 1));
        return [new ListItem(title, null, context.UrlOf(note[0].Place), Marked: true), .. headings];
    }

    /// <summary>The outermost heading of a passage that is not the title of its note.</summary>
    private static string? HeadingBelow(Passage passage, string title) =>
        passage.Trail.Select(One).FirstOrDefault(heading => heading.Length > 0 && heading != title);

    private static string One(string text) => Plain.Cut(Plain.OneLine(text), MaxHeadingLength);
}
