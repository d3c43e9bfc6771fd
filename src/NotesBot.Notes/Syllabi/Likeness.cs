using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Whether two titles name the same thing: "1. Intro to ML in Production" and "Introduction to Machine Learning in Production".</summary>
internal sealed partial class Likeness
{
    /// <summary>From this share on two titles mean the same.</summary>
    internal const double Near = 0.7;

    /// <summary>From this share on they do where they have the same number, too.</summary>
    internal const double Some = 0.3;

    private static readonly HashSet<string> Empty = new(
        ["the", "a", "an", "of", "for", "to", "in", "and", "on", "with", "und", "der", "die", "das", "von", "zur", "zum", "de", "la", "le", "les",
            "des", "du", "et", "el", "los", "las", "y", "course", "kurs", "notes", "week", "lecture", "module", "specialization"],
        StringComparer.Ordinal);

    private readonly HashSet<string> _words;
    private readonly string _initials;

    private Likeness(string title)
    {
        var all = Word().Matches(title.ToLowerInvariant()).Select(word => word.Value).ToList();
        _words = all.Where(word => !Empty.Contains(word) && !int.TryParse(word, out _)).ToHashSet(StringComparer.Ordinal);
        _initials = string.Concat(all.Where(_words.Contains).Select(word => word[0]));
    }

    /// <summary>The words of a title; nothing where there is none.</summary>
    internal static Likeness Of(string? title) => new(title ?? "");

    /// <summary>The share of their words that they have in common, 0 to 1.</summary>
    internal double With(Likeness other)
    {
        if (_words.Count == 0 || other._words.Count == 0)
        {
            return 0;
        }

        var shared = _words.Count(other.Has);
        var back = other._words.Count(Has);
        return (shared + back) / (double)(_words.Count + other._words.Count);
    }

    /// <summary>Whether a word stands here, begun or as an acronym: "intro" for "introduction", "ml" for "machine learning".</summary>
    private bool Has(string word) => _words.Contains(word)
        || (word.Length >= 4 && _words.Any(own => own.Length >= 4 && (own.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(own, StringComparison.Ordinal))))
        || (word.Length is >= 2 and <= 5 && _initials.Contains(word, StringComparison.Ordinal));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
