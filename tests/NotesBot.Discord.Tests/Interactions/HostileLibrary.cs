using CsCheck;
using NotesBot.Discord.Tests.Rendering;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>
/// A library whose every word was written by somebody who wants to break out. What it finds does not depend on the question.
/// </summary>
internal sealed class HostileLibrary : IPassageSearcher
{
    private static readonly Gen<string?> Perhaps = Gen.OneOf(Gen.Const((string?)null), HostileText.Any.Select(text => (string?)text));

    private static readonly Gen<Passage> AnyPassage =
        from trail in HostileText.Any.Array[0, 3]
        from text in Gen.Select(HostileText.Any, Gen.OneOf(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 30]), TextOf)
        from cuts in Gen.Int[0, Passage.MaxLength].Array[0, 5]
        from kinds in Gen.Enum<PassagePartKind>().Array[6]
        from language in Perhaps
        from number in Gen.Int[0, 3].Array[4]
        select new Passage
        {
            Id = PassageId.Of("", trail, number[0]),
            Path = $"{number[0]}",
            Ordinal = 0,
            Trail = trail,
            Title = trail.FirstOrDefault() ?? text,
            Kind = PassageKind.Prose,
            Text = text,
            Parts = PartsOf(text, cuts, kinds, language),
            Line = number[3] == 0 ? null : 1,
            EndLine = number[3],
            Page = number[3] == 0 ? 1 : null,
            Course = number[1] == 0 ? null : number[1],
            Week = number[1] == 0 || number[2] == 0 ? null : number[2],
        };

    private static readonly Gen<Syllabus> AnySyllabus =
        from courses in Gen.OneOf(Perhaps.Array[0, 4], Perhaps.Array[0, 4], Perhaps.Array[0, 30])
        from weeks in Gen.OneOf(Perhaps.Array[0, 4], Perhaps.Array[0, 4], Perhaps.Array[0, 30])
        from step in Gen.OneOf(Gen.Const(1), Gen.Const(1), Gen.Const(100))
        select new Syllabus([.. courses.Select((title, i) => new Course(
            (i * step) + 1, title, [.. weeks.Select((week, j) => new Week((j * step) + 1, week))]))]);

    private Passage[] _passages = [];
    private string[] _words = [];
    private Confidence _confidence;
    private bool _namesSyllabus;

    internal static Gen<HostileLibrary> Any { get; } =
        from files in HostileText.Any.Array[4]
        from passages in AnyPassage.Array[0, 14]
        from syllabus in AnySyllabus
        from words in Gen.OneOf(HostileText.Any.Array[0, 4], HostileText.Any.Array[0, 4], HostileText.Any.Array[0, 30])
        from confidence in Gen.Enum<Confidence>()
        from namesSyllabus in Gen.Bool
        select new HostileLibrary
        {
            _passages = InFiles(passages, files),
            _words = words,
            _confidence = confidence,
            _namesSyllabus = namesSyllabus,
            Library = StateOf(passages, syllabus, words),
        };

    public required LibraryState Library { get; init; }

    /// <summary>An address as it should be, one that was put together carelessly, or none.</summary>
    internal static string? UrlOf(PassagePlace place) => (place.Path.Length % 3) switch
    {
        0 => $"https://notes.example/blob/{Uri.EscapeDataString(place.Path)}#@everyone",
        1 => $"https://notes.example/{place.Path}",
        _ => null,
    };

    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => Task.FromResult(new SearchAnswer
    {
        Query = request.Query,
        Confidence = _passages.Length == 0 ? Confidence.None : _confidence,
        Hits = [.. _passages.Take(request.Top).Select(passage => new Hit(passage, SnippetOf(passage), 1))],
        SearchedFor = _words.ElementAtOrDefault(0),
        Near = [.. _words.Take(3)],
        Syllabus = _namesSyllabus && Library.Syllabus.Courses is [{ Weeks: [var week, ..] } course, ..]
            ? new SyllabusMatch(course, week, HasNotes: _words.Length % 2 == 0) : null,
    });

    public IReadOnlyList<Suggestion> Suggest(SuggestRequest request) => [.. _words.Select(word => new Suggestion(word))];

    public IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids) =>
        [.. ids.Select(id => _passages.FirstOrDefault(passage => passage.Id == id))];

    public IReadOnlyList<Passage> Read(string path, int first, int count) =>
        [.. _passages.Where(passage => passage.Path == path && passage.Ordinal >= first).OrderBy(passage => passage.Ordinal).Take(count)];

    public IReadOnlyList<Passage> SeeAlso(PassageId id, int count) => [.. _passages.Take(count)];

    public IReadOnlyList<Passage> Browse(int course, int? week, int count) =>
        [.. _passages.Where(passage => passage.Course == course && (week is null || passage.Week == week)).Take(count)];

    private static LibraryState StateOf(Passage[] passages, Syllabus syllabus, string[] words) => new()
    {
        Syllabus = syllabus,
        PassagesByWeek = passages.Where(passage => passage.Course is not null)
            .GroupBy(passage => (passage.Course!.Value, passage.Week ?? 0)).ToDictionary(week => week.Key, week => week.Count()),
        Notes = passages.Length,
        Passages = passages.Length,
        Refreshed = DateTimeOffset.UnixEpoch,
        Faults = [.. words.Select(word => new FileFault(word, word))],
        Skipped = words.Distinct().ToDictionary(word => word, word => word.Length),
    };

    /// <summary>The passages in four files, each with its place there.</summary>
    private static Passage[] InFiles(Passage[] passages, string[] files)
    {
        var lengths = new int[files.Length];
        return [.. passages.Select(passage =>
        {
            var file = passage.Path[0] - '0';
            var path = file + files[file];
            var ordinal = lengths[file]++;
            return passage with { Path = path, Ordinal = ordinal, Id = PassageId.Of(path, passage.Trail, ordinal) };
        })];
    }

    /// <summary>A stretch of it, with marks wherever its length allows.</summary>
    private static Snippet SnippetOf(Passage passage)
    {
        var start = passage.Text.Length / (1 + passage.Ordinal) / 2;
        var text = passage.Text.Substring(start, Math.Min(passage.Text.Length - start, Hit.MaxSnippetLength));
        return new Snippet(text, [.. Enumerable.Range(0, text.Length / 9).Select(i => new TextMark(9 * i, 1 + (text.Length % 7)))], start);
    }

    private static string TextOf(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + "x";
        return text[..Math.Min(text.Length, Passage.MaxLength)];
    }

    private static List<PassagePart> PartsOf(string text, int[] cuts, PassagePartKind[] kinds, string? language)
    {
        int[] borders = [0, .. cuts.Select(cut => cut % text.Length).Where(cut => cut > 0).Distinct().Order(), text.Length];
        return [.. borders.Zip(borders.Skip(1), (start, end) => (start, end))
            .Select((part, i) => new PassagePart(kinds[i], part.start, part.end - part.start, language))];
    }
}
