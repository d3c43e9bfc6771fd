using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>
/// Looks for ends further on in a text, and remembers where it found them or that there is none: a thousand marks that are never closed cost
/// one look through the text and no thousand. One object a text.
/// </summary>
internal sealed class TextAhead
{
    private readonly Dictionary<object, (int From, int At)> _found = [];
    private string _text = "";

    /// <summary>What stands behind a place.</summary>
    internal Rest Behind(string text, int start) => new(this, text, Math.Min(start, text.Length));

    /// <summary>Where a mark stands next; <see langword="null"/> when it does no more.</summary>
    internal int? Next(string mark, string text, int from) => Next(mark, text, from, static (mark, text, from) => text.IndexOf(mark, from, StringComparison.Ordinal));

    /// <summary>The same for the beginning of what a pattern fits.</summary>
    internal int? Next(Regex pattern, string text, int from) =>
        Next(pattern, text, from, static (pattern, text, from) => pattern.Match(text, from) is { Success: true } match ? match.Index : -1);

    private int? Next<T>(T key, string text, int from, Func<T, string, int, int> find)
        where T : class
    {
        if (!ReferenceEquals(text, _text))
        {
            _found.Clear();
            _text = text;
        }

        if (!_found.TryGetValue(key, out var known) || from < known.From || (known.At >= 0 && known.At < from))
        {
            _found[key] = known = (from, find(key, text, from));
        }

        return known.At < 0 ? null : known.At;
    }
}

/// <summary>The text behind a line.</summary>
/// <param name="Ahead">Remembers what was found.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Start">Where it begins.</param>
internal readonly partial record struct Rest(TextAhead Ahead, string Text, int Start)
{
    /// <summary>The text itself.</summary>
    internal ReadOnlySpan<char> Span => Text.AsSpan(Start);

    /// <summary>Whether a mark stands somewhere in it.</summary>
    internal bool Holds(string mark) => Ahead.Next(mark, Text, Start) is not null;

    /// <summary>Whether a pattern fits something in it.</summary>
    internal bool Holds(Regex pattern) => Ahead.Next(pattern, Text, Start) is not null;

    /// <summary>Whether a mark stands in it before the next blank line.</summary>
    internal bool HoldsBeforeBlank(string mark) =>
        Ahead.Next(mark, Text, Start) is { } at && (Ahead.Next(BlankLine(), Text, Start) is not { } end || at < end);

    [GeneratedRegex(@"\n[ \t]*\r?\n")]
    private static partial Regex BlankLine();
}
