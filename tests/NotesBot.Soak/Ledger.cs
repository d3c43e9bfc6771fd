using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace NotesBot.Soak;

/// <summary>Which words stood in the notes from which commit to which, and when the bot had fetched them. Commits count from 0.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, DateTimeOffset> _fetched = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _made = new();
    private volatile int _next;
    private volatile int _newestFetched = -1;

    /// <summary>Topics of all notes that ever were, with whether they are there now.</summary>
    public IEnumerable<(string Topic, bool IsThere)> Topics => _words.Values.GroupBy(word => word.Topic).Select(topic => (topic.Key, topic.Any(word => word.To is null)));

    /// <summary>From the next commit on this word stands in the note on a topic.</summary>
    public void Appears(string topic, string word) => _words[word] = new Word(topic, _next, null);

    /// <summary>From the next commit on it stands nowhere.</summary>
    public void Vanishes(string word) => _words[word] = _words[word] with { To = _next };

    /// <summary>The commit was made and told.</summary>
    public void Made(DateTimeOffset at) => _made[_next++] = at;

    /// <summary>The bot says that it has fetched a commit: it has all before it, too.</summary>
    public void Fetched(int commit, DateTimeOffset at)
    {
        for (var older = commit; older > _newestFetched; older--)
        {
            _fetched[older] = at;
        }

        _newestFetched = Math.Max(_newestFetched, commit);
    }

    /// <summary>How long a word had been gone when a question was asked, since the bot had fetched that it is, and since the host was told; <see langword="null"/> when it was not.</summary>
    public (TimeSpan SinceFetch, TimeSpan SinceTold)? GoneFor(string word, DateTimeOffset asked) =>
        !_words.TryGetValue(word, out var known) || known.To is not { } to || !_fetched.TryGetValue(to, out var fetched) || fetched >= asked ? null
            : (asked - fetched, asked - _made[to]);

    /// <summary>Whether a reply must show a note on this topic: it was fetched long enough before the question, and was there to the end.</summary>
    public bool MustShow(string topic, DateTimeOffset asked, TimeSpan grace)
    {
        var words = _words.Values.Where(word => word.Topic == topic).ToList();
        return words.Count > 0 && words.Exists(word => word.To is null)
            && _fetched.TryGetValue(words.Min(word => word.From), out var fetched) && fetched + grace < asked;
    }

    /// <summary>The topic that a word belongs to.</summary>
    public bool TryTopic(string word, [NotNullWhen(true)] out string? topic)
    {
        topic = _words.TryGetValue(word, out var known) ? known.Topic : null;
        return topic is not null;
    }

    /// <summary>How long after the host was told each commit was fetched, in order.</summary>
    public IReadOnlyList<double> FetchDelays =>
        [.. _fetched.OrderBy(pair => pair.Key).Where(pair => _made.ContainsKey(pair.Key)).Select(pair => (pair.Value - _made[pair.Key]).TotalMilliseconds)];

    private sealed record Word(string Topic, int From, int? To);
}
