using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Tests.House;

/// <summary>A regular expression, as far as its groups and repeats go.</summary>
internal sealed partial class Pattern
{
    // A group that repeats a few times at most costs a few times as much.
    private const int Few = 10;

    private readonly Stack<(int Start, bool Repeats)> _open = new();
    private readonly List<string> _found = [];
    private readonly string _text;

    private Pattern(string text) => _text = text;

    /// <summary>The groups that repeat, hold a repeat, and give back what they took.</summary>
    internal static IReadOnlyList<string> NestedRepeats(string pattern)
    {
        var read = new Pattern(pattern);
        foreach (var token in Token().EnumerateMatches(pattern))
        {
            read.Take(pattern.AsSpan(token.Index, token.Length), token.Index);
        }

        return read._found;
    }

    private void Take(ReadOnlySpan<char> token, int at)
    {
        var repeats = IsRepeated(at + token.Length);
        if (token is "(")
        {
            _open.Push((at, false));
            return;
        }

        if (token is ")")
        {
            var (start, holds) = _open.Pop();
            if (repeats && holds && !_text.AsSpan(start).StartsWith("(?>"))
            {
                _found.Add(_text[start..(at + 1)]);
            }

            repeats |= holds && !_text.AsSpan(start).StartsWith("(?!") && !_text.AsSpan(start).StartsWith("(?=");
        }

        if (repeats && _open.TryPop(out var outer))
        {
            _open.Push(outer with { Repeats = true });
        }
    }

    private bool IsRepeated(int at)
    {
        var quantifier = Quantifier().Match(_text, at);
        return quantifier.Success && (!quantifier.Groups["most"].Success
            || (int.TryParse(quantifier.Groups["most"].ValueSpan, CultureInfo.InvariantCulture, out var most) ? most > Few : true));
    }

    /// <summary>A class, an escape, a bracket of a group, or any other letter.</summary>
    [GeneratedRegex(@"\[\^?\]?(\\.|[^\]\\])*\]|\\.|(?s:.)")]
    private static partial Regex Token();

    [GeneratedRegex(@"\G([*+]|\{\d+,(?<most>\d*)\})")]
    private static partial Regex Quantifier();
}
