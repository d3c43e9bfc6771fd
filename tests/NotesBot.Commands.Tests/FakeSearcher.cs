using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Tests;

/// <summary>A library of a few passages. What it answers to a question is set by hand.</summary>
internal sealed class FakeSearcher(params Passage[] passages) : IPassageSearcher
{
    public Func<SearchRequest, SearchAnswer>? Answer { get; init; }

    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public Exception? Failure { get; init; }

    public Syllabus Syllabus { get; init; } = Syllabus.None;

    public IReadOnlyList<FileFault> Faults { get; init; } = [];

    public DateTimeOffset Refreshed { get; init; } = DateTimeOffset.UnixEpoch;

    public NotesVersion? Version { get; init; }

    /// <summary>What is near to every passage.</summary>
    public IReadOnlyList<Passage> Near { get; init; } = [];

    public ModelState? Model { get; init; }

    public SearchRequest? LastRequest { get; private set; }

    public SuggestRequest? LastSuggest { get; private set; }

    public LibraryState Library
    {
        get
        {
            ThrowFailure();
            return new LibraryState
            {
                Syllabus = Syllabus,
                PassagesByWeek = passages.Where(passage => passage.Course is not null)
                    .GroupBy(passage => (passage.Course!.Value, passage.Week ?? 0))
                        .ToDictionary(group => group.Key, group => group.Count()),
                Notes = passages.Select(passage => passage.Path).Distinct().Count(),
                Passages = passages.Length,
                Refreshed = Refreshed,
                Version = Version,
                Model = Model,
                Faults = Faults,
            };
        }
    }

    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ThrowFailure();
        LastRequest = request;
        return Task.FromResult(Answer?.Invoke(request) ?? Found(request.Query, [.. passages]));
    }

    public IReadOnlyList<Passage> SeeAlso(PassageId id, int count) => [.. Near.Take(count)];

    public IReadOnlyList<Suggestion> Suggest(SuggestRequest request)
    {
        ThrowFailure();
        LastSuggest = request;
        return [.. Suggestions.Select(text => new Suggestion(text))];
    }

    public IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids) =>
        [.. ids.Select(id => passages.FirstOrDefault(passage => passage.Id == id))];

    public IReadOnlyList<Passage> Read(string path, int first, int count) =>
    [
        .. passages.Where(passage => passage.Path == path && passage.Ordinal >= first).OrderBy(passage => passage.Ordinal).Take(count),
    ];

    public IReadOnlyList<Passage> Browse(int course, int? week, int count) =>
        [.. passages.Where(passage => passage.Course == course && (week is null || passage.Week == week)).Take(count)];

    /// <summary>An answer of these passages; the first word of each text is what the query matched.</summary>
    internal static SearchAnswer Found(string query, params Passage[] passages) => new()
    {
        Query = query,
        Confidence = passages.Length == 0 ? Confidence.None : Confidence.Answer,
        Hits = [.. passages.Select(passage => new Hit(passage, SnippetOf(passage), 1))],
    };

    private static Snippet SnippetOf(Passage passage)
    {
        var text = passage.Text[..Math.Min(Hit.MaxSnippetLength, passage.Text.Length)];
        return new Snippet(text, [new TextMark(0, text.TakeWhile(char.IsLetterOrDigit).Count())], 0);
    }

    private void ThrowFailure()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }
}
