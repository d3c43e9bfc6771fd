using NotesBot.Notes;

namespace NotesBot.Search;

/// <summary>Answers questions from the index. Safe to use from many threads; every call sees one whole state of the index.</summary>
public interface IPassageSearcher
{
    /// <summary>The passages that answer a query, best first.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Words and headings that continue what somebody is typing, best first; for an empty text the most useful headings.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    IReadOnlyList<Suggestion> Suggest(SuggestRequest request);

    /// <summary>The passages with these ids, in this order; <see langword="null"/> in the place of one that is no longer in the notes.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids);

    /// <summary>The passages of one file in reading order, <paramref name="first"/> being an ordinal; at most <paramref name="count"/>.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    IReadOnlyList<Passage> Read(string path, int first, int count);

    /// <summary>The passages of a course or of one of its weeks, in order of file and place; at most <paramref name="count"/>.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    IReadOnlyList<Passage> Browse(int course, int? week, int count);

    /// <summary>
    /// The passages nearest in meaning to one, best first, of other sections and no two of one; at most <paramref name="count"/>, and none
    /// where there is no sentence model, where it does not know the passage (yet), or where none is near.
    /// </summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    IReadOnlyList<Passage> SeeAlso(PassageId id, int count);

    /// <summary>What the index holds.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read yet.</exception>
    LibraryState Library { get; }
}

/// <summary>A question to the notes.</summary>
/// <param name="Query">As typed: words, quoted phrases, <c>-word</c>, a whole question. Any other character is only text.</param>
/// <param name="Course">Only this course, from 1; <see langword="null"/> for all.</param>
/// <param name="Week">Only this week, from 1; <see langword="null"/> for all.</param>
/// <param name="Top">How many hits at most, 1 to 100.</param>
/// <param name="Explain">Whether each hit tells what gave it its place.</param>
public sealed record SearchRequest(string Query, int? Course = null, int? Week = null, int Top = 10, bool Explain = false);

/// <summary>What the notes say to a question.</summary>
public sealed record SearchAnswer
{
    /// <summary>The question as it was asked.</summary>
    public required string Query { get; init; }

    /// <summary>Whether the hits are an answer, or only what is near.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Best first, one place never twice. With <see cref="Confidence.None"/> these are near misses, perhaps none.</summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>The query with its spelling corrected, when hits were found that way; else <see langword="null"/>.</summary>
    public string? SearchedFor { get; init; }

    /// <summary>The line of the syllabus that names the topic; else <see langword="null"/>. Set, it is a confident answer.</summary>
    public SyllabusMatch? Syllabus { get; init; }

    /// <summary>Headings of the notes that are close to the query, for a person who found nothing.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>What was asked besides, or instead of, a subject.</summary>
    public Asked Asked { get; init; }

    /// <summary>The course that the question names beside a subject, and that the hits are of; else <see langword="null"/>.</summary>
    public int? Course { get; init; }

    /// <summary>The week that it names so; else <see langword="null"/>.</summary>
    public int? Week { get; init; }

    /// <summary>How long the search took.</summary>
    public TimeSpan Took { get; init; }
}

/// <summary>What a question is about.</summary>
public enum Asked
{
    /// <summary>A subject.</summary>
    Subject,

    /// <summary>A course or a week as such: <see cref="SearchAnswer.Syllabus"/> is it.</summary>
    Place,

    /// <summary>Which courses there are.</summary>
    Courses,

    /// <summary>Nothing: a greeting, thanks, a question about the bot.</summary>
    Nothing,
}

/// <summary>How far an answer can be trusted.</summary>
public enum Confidence
{
    /// <summary>Not in the notes.</summary>
    None,

    /// <summary>Perhaps: the closest that was found.</summary>
    Closest,

    /// <summary>An answer.</summary>
    Answer,
}

/// <summary>A passage that was found.</summary>
/// <param name="Passage">The whole passage.</param>
/// <param name="Snippet">The part that answers: one to three sentences, list items, table rows or code lines, at most <see cref="MaxSnippetLength"/>.</param>
/// <param name="Score">Larger is better; comparable only within one answer.</param>
public sealed record Hit(Passage Passage, Snippet Snippet, double Score)
{
    /// <summary>Longest snippet in UTF-16 units.</summary>
    public const int MaxSnippetLength = 400;

    /// <summary>Whether it shares something rare with the question, and so may be near to an answer.</summary>
    public bool IsTelling { get; init; } = true;

    /// <summary>Where the part that answers stands: its headings, lines, page or cell.</summary>
    public PassagePlace Place => Passage.PlaceOf(Snippet.Start, Snippet.End);

    /// <summary>What gave the hit its rank, a line each; empty unless <see cref="SearchRequest.Explain"/>.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];
}

/// <summary>The part of a passage that answers a question. All its places are those of <see cref="Passage.Text"/>, in UTF-16 units.</summary>
/// <param name="Text">Plain text; left-out sentences are an ellipsis.</param>
/// <param name="Marks">The content words of the query in the whole passage, in order, without overlap.</param>
/// <param name="Start">Where its first sentence begins.</param>
public sealed record Snippet(string Text, IReadOnlyList<TextMark> Marks, int Start)
{
    /// <summary>Where its last sentence ends, exclusive.</summary>
    public int End { get; init; } = Start + Text.Length;

    /// <summary>Where the sentence, item or row begins that answers best: what there is room for when there is hardly any.</summary>
    public int Answer { get; init; } = Start;
}

/// <summary>A stretch of a text, in UTF-16 units.</summary>
public sealed record TextMark(int Start, int Length);

/// <summary>A course or week of the syllabus whose title names what was asked.</summary>
/// <param name="Course">The course.</param>
/// <param name="Week">The week; <see langword="null"/> when the course itself matched.</param>
/// <param name="HasNotes">Whether there are notes of it.</param>
public sealed record SyllabusMatch(Course Course, Week? Week, bool HasNotes);

/// <summary>What somebody has typed so far.</summary>
/// <param name="Typed">The text so far; may be empty.</param>
/// <param name="Course">Only this course; <see langword="null"/> for all.</param>
/// <param name="Week">Only this week; <see langword="null"/> for all.</param>
/// <param name="Count">How many suggestions at most.</param>
public sealed record SuggestRequest(string Typed, int? Course, int? Week, int Count);

/// <summary>A text to search for.</summary>
/// <param name="Text">A heading, a key term or an acronym, as the notes write it.</param>
public sealed record Suggestion(string Text);

/// <summary>What the index holds.</summary>
public sealed record LibraryState
{
    /// <summary>The courses and weeks.</summary>
    public required Syllabus Syllabus { get; init; }

    /// <summary>How many passages each (course, week) has; weeks and courses without notes are absent. Week 0: of the course as such.</summary>
    public required IReadOnlyDictionary<(int Course, int Week), int> PassagesByWeek { get; init; }

    /// <summary>Files with at least one passage.</summary>
    public required int Notes { get; init; }

    /// <summary>Passages in the index.</summary>
    public required int Passages { get; init; }

    /// <summary>When the notes were last looked through, UTC.</summary>
    public required DateTimeOffset Refreshed { get; init; }

    /// <summary>What state of the notes this is, where they are followed by commits; else <see langword="null"/>.</summary>
    public NotesVersion? Version { get; init; }

    /// <summary>The sentence model; <see langword="null"/> where words alone answer.</summary>
    public ModelState? Model { get; init; }

    /// <summary>Files that could not be read, with the reason, a sentence.</summary>
    public IReadOnlyList<FileFault> Faults { get; init; } = [];

    /// <summary>Files that are no notes, by kind (extension without the dot, lower case).</summary>
    public IReadOnlyDictionary<string, int> Skipped { get; init; } = new Dictionary<string, int>();
}
