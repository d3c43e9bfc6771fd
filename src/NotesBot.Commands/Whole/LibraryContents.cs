using System.Globalization;
using NotesBot.Commands.Hits;
using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Whole;

/// <summary>What a library holds, to be shown beside a conversation.</summary>
/// <param name="Holdings">How much it is, a few words.</param>
/// <param name="Entries">Courses with their weeks; where there are none, folders and notes.</param>
/// <param name="Examples">Questions that these notes answer.</param>
public sealed record LibraryContents(string Holdings, IReadOnlyList<ContentsEntry> Entries, IReadOnlyList<string> Examples)
{
    /// <summary>Most entries; what is over is left out.</summary>
    public const int MaxEntries = 400;

    /// <summary>Most examples.</summary>
    public const int MaxExamples = 3;

    private const int MaxExampleLength = 60;

    /// <summary>Reads it from the index; <see langword="null"/> while there is none that can be read.</summary>
    /// <param name="context">What it is read from.</param>
    /// <param name="locale">Language of the reader.</param>
    public static LibraryContents? Of(CommandContext context, string? locale)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var (library, texts) = (context.Searcher.Library, Texts.For(locale));
            var entries = library.Syllabus.Courses.Count > 0
                ? library.Syllabus.Courses.Select(course => Entry(course, library, texts))
                : library.Syllabus.Outline.Select(Entry);
            return new LibraryContents(texts.Holdings(library.Notes, library.Passages), Cut(entries), ExamplesOf(context.Searcher));
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private static List<string> ExamplesOf(IPassageSearcher searcher) =>
    [
        .. searcher.Suggest(new SuggestRequest("", null, null, MaxExamples))
            .Select(suggestion => Plain.Cut(PassageBlocks.Unnumbered(Plain.OneLine(suggestion.Text)), MaxExampleLength)),
    ];

    private static ContentsEntry Entry(Course course, LibraryState library, Texts texts)
    {
        var weeks = course.Weeks.Select(week => new ContentsEntry(texts.Name(week), [])
        {
            Line = string.Create(CultureInfo.InvariantCulture, $"/syllabus {course.Number} {week.Number}"),
            HasNotes = library.PassagesByWeek.GetValueOrDefault((course.Number, week.Number)) > 0,
        });
        return new ContentsEntry(texts.Name(course), [.. weeks])
        {
            Line = string.Create(CultureInfo.InvariantCulture, $"/syllabus {course.Number}"),
            HasNotes = library.PassagesByWeek.Any(place => place.Key.Course == course.Number && place.Value > 0),
        };
    }

    private static ContentsEntry Entry(OutlineEntry entry) => entry.IsFolder
        ? new(Plain.OneLine(entry.Title), [.. entry.Inside.Select(Entry)]) { HasNotes = entry.Passages > 0 }
        : new(Plain.OneLine(entry.Title), []) { Path = entry.Path, HasNotes = entry.Passages > 0 };

    /// <summary>The first entries of each, until there are as many as are shown.</summary>
    private static List<ContentsEntry> Cut(IEnumerable<ContentsEntry> entries)
    {
        var left = MaxEntries;
        return Cut(entries, ref left);
    }

    private static List<ContentsEntry> Cut(IEnumerable<ContentsEntry> entries, ref int left)
    {
        var kept = new List<ContentsEntry>();
        foreach (var entry in entries)
        {
            if (left-- <= 0)
            {
                break;
            }

            kept.Add(entry with { Inside = Cut(entry.Inside, ref left) });
        }

        return kept;
    }
}

/// <summary>A course, a week, a folder or a note.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Inside">What is in it.</param>
public sealed record ContentsEntry(string Label, IReadOnlyList<ContentsEntry> Inside)
{
    /// <summary>What can be typed to see it; <see langword="null"/> for nothing.</summary>
    public string? Line { get; init; }

    /// <summary>The note that it is; <see langword="null"/> for everything else.</summary>
    public string? Path { get; init; }

    /// <summary>Whether there are notes of it.</summary>
    public bool HasNotes { get; init; }
}
