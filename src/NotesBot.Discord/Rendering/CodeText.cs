namespace NotesBot.Discord.Rendering;

/// <summary>Prepares program text and formulas for a code block on a phone.</summary>
internal static class CodeText
{
    private const int MaxLanguageLength = 20;
    private const string Tab = "    ";
    private const string Continuation = "    ";

    /// <summary>What a fence names formulas; the client colours it.</summary>
    internal const string FormulaLanguage = "tex";

    /// <summary>The clean lines, none wider than <see cref="MessageLimits.CodeColumns"/>; longer ones go on below, indented.</summary>
    internal static IReadOnlyList<string> Lines(string code)
    {
        var lines = TextCleaner.Clean(code).Replace("\t", Tab, StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd());
        return [.. lines.SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Reverse().SelectMany(Wrap)];
    }

    /// <summary>The lines of a formula without the dollars or brackets around it.</summary>
    internal static IReadOnlyList<string> FormulaLines(string formula)
    {
        var text = formula.Trim();
        foreach (var (open, close) in new[] { ("$$", "$$"), (@"\[", @"\]"), ("$", "$") })
        {
            if (text.Length > open.Length + close.Length
                && text.StartsWith(open, StringComparison.Ordinal) && text.EndsWith(close, StringComparison.Ordinal))
            {
                return Lines(text[open.Length..^close.Length].Trim());
            }
        }

        return Lines(text);
    }

    /// <summary>The language as a fence can name it; empty when it is none.</summary>
    internal static string Language(string? language) =>
        language is { Length: > 0 and <= MaxLanguageLength }
            && language.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '_')
            ? language.ToLowerInvariant()
            : "";

    private static IEnumerable<string> Wrap(string line)
    {
        var rest = line;
        while (EndWithin(rest) is var end && end < rest.Length)
        {
            var cut = BreakBefore(rest, end);
            if (rest[..cut].TrimEnd() is { Length: > 0 } part)
            {
                yield return part;
            }

            rest = Continuation + rest[cut..].TrimStart();
        }

        yield return rest;
    }

    /// <summary>A good place to break a line: behind what goes on in any language, else at a space, else at the end.</summary>
    private static int BreakBefore(string line, int end)
    {
        var least = Math.Min(end, Math.Max(end / 3, line.Length - line.TrimStart().Length + 1));
        var place = line.AsSpan(least, end - least).LastIndexOfAny("([{,");
        place = place < 0 ? line.AsSpan(least, end - least).LastIndexOf(' ') : place;
        return place < 0 ? end : least + place + 1;
    }

    /// <summary>Where the columns are used up.</summary>
    private static int EndWithin(string line)
    {
        var columns = 0;
        foreach (var (start, length) in Graphemes.Of(line))
        {
            columns += Graphemes.ColumnsOf(line, start);
            if (columns > MessageLimits.CodeColumns)
            {
                return start;
            }
        }

        return line.Length;
    }
}
