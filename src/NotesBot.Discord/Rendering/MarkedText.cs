
namespace NotesBot.Discord.Rendering;

/// <summary>Clean text of others (<see cref="TextCleaner"/>), which knows for each of its characters whether it is to be bold.</summary>
internal sealed class MarkedText
{
    private readonly bool[] _marked;

    private MarkedText(string text, bool[] marked) => (Text, _marked) = (text, marked);

    /// <summary>The clean text.</summary>
    internal string Text { get; }

    /// <summary>Whether the UTF-16 unit at this place is to be bold.</summary>
    internal bool IsMarked(int index) => index < _marked.Length && _marked[index];

    /// <summary>Whether any unit of a stretch is to be bold.</summary>
    internal bool IsAnyMarked(int start, int length) => Array.IndexOf(_marked, true, start, length) >= 0;

    /// <summary>A stretch of this text without white space at its ends.</summary>
    internal MarkedText Trimmed(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Text.Length);
        var end = start + length;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        return new MarkedText(Text[start..end], _marked[start..end]);
    }

    /// <summary>This text with its line ends as spaces.</summary>
    internal MarkedText InOneLine() => new(Text.Replace('\n', ' '), _marked);

    /// <summary>A text without anything bold.</summary>
    internal static MarkedText Plain(string raw) => Clean(raw, new bool[raw.Length]);

    /// <summary>A raw text with a flag for each of its UTF-16 units.</summary>
    internal static MarkedText Clean(string raw, bool[] marked)
    {
        if (Graphemes.ArePlain(raw))
        {
            return new MarkedText(raw, marked);
        }

        var (text, origins) = TextCleaner.CleanWithOrigins(raw);
        return new MarkedText(text, [.. origins.Select(origin => marked[origin])]);
    }
}
