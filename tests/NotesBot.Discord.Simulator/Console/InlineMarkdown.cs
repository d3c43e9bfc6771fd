using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>
/// The marks inside of a line, as the client shows them; links are numbered and collected for the foot of the message, if there is one.
/// </summary>
internal sealed partial class InlineMarkdown(List<string>? links)
{
    private static readonly (string Mark, Style Style)[] Marks =
    [
        ("**", Style.Bold), ("__", Style.Underline), ("~~", Style.Strike), ("||", Style.Hidden), ("*", Style.Italic), ("_", Style.Italic),
    ];

    public IEnumerable<Span> Parse(string text, Style style)
    {
        var plain = 0;
        var at = 0;
        while (at < text.Length)
        {
            var (length, spans) = Take(text, at, style);
            if (length == 0)
            {
                at++;
                continue;
            }

            if (at > plain)
            {
                yield return new Span(text[plain..at], style);
            }

            foreach (var span in spans)
            {
                yield return span;
            }

            at += length;
            plain = at;
        }

        if (plain < text.Length)
        {
            yield return new Span(text[plain..], style);
        }
    }

    private (int Length, IEnumerable<Span> Spans) Take(string text, int at, Style style) => text[at] switch
    {
        '\\' when at + 1 < text.Length && IsPunctuation(text[at + 1]) => (2, [new Span(text[(at + 1)..(at + 2)], style)]),
        '`' => TakeCode(text, at, style),
        '[' => TakeMasked(text, at, style),
        '<' => TakeAngle(text, at, style),
        '@' when Everyone().Match(text, at) is { Success: true } match => (match.Length, [new Span(match.Value, style | Style.Mention)]),
        'h' when Address().Match(text, at) is { Success: true } match => (match.Length, [new Span(match.Value, style | Style.Link)]),
        '*' or '_' or '~' or '|' => TakeMark(text, at, style),
        _ => (0, []),
    };

    private static (int Length, IEnumerable<Span> Spans) TakeCode(string text, int at, Style style)
    {
        var ticks = text.AsSpan(at).IndexOfAnyExcept('`');
        ticks = ticks < 0 ? text.Length - at : ticks;
        var fence = new string('`', ticks);
        foreach (var end in AllOf(text, fence, at + ticks))
        {
            var isWhole = text[end - 1] != '`' && (end + ticks == text.Length || text[end + ticks] != '`');
            if (isWhole)
            {
                return (end + ticks - at, [new Span(text[(at + ticks)..end], style | Style.Code)]);
            }
        }

        return (0, []);
    }

    private (int Length, IEnumerable<Span> Spans) TakeMasked(string text, int at, Style style)
    {
        if (Masked().Match(text, at) is not { Success: true } match)
        {
            return (0, []);
        }

        var label = Parse(match.Groups["text"].Value, style | Style.Link);
        if (links is null)
        {
            return (match.Length, label);
        }

        links.Add(match.Groups["url"].Value);
        return (match.Length, label.Append(new Span($"↗{links.Count}", style | Style.Small)));
    }

    private static (int Length, IEnumerable<Span> Spans) TakeAngle(string text, int at, Style style)
    {
        if (Angle().Match(text, at) is { Success: true } link)
        {
            return (link.Length, [new Span(link.Value[1..^1], style | Style.Link)]);
        }

        return Special().Match(text, at) is { Success: true } mention
            ? (mention.Length, [new Span(mention.Value, style | Style.Mention)])
            : (0, []);
    }

    private (int Length, IEnumerable<Span> Spans) TakeMark(string text, int at, Style style)
    {
        foreach (var (mark, added) in Marks)
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0 && End(text, at + mark.Length, mark) is { } end)
            {
                return (end + mark.Length - at, Parse(text[(at + mark.Length)..end], style | added));
            }
        }

        return (0, []);
    }

    /// <summary>Where a mark ends: not escaped, not at once, and for an underscore not inside of a word.</summary>
    private static int? End(string text, int from, string mark)
    {
        foreach (var end in AllOf(text, mark, from))
        {
            var after = end + mark.Length;
            var isInWord = mark == "_" && after < text.Length && char.IsLetterOrDigit(text[after]);
            if (end > from && text[end - 1] != '\\' && !isInWord && !(mark == "*" && text[from] == ' '))
            {
                return end;
            }
        }

        return null;
    }

    private static IEnumerable<int> AllOf(string text, string part, int from)
    {
        var at = text.IndexOf(part, from, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return at;
            at = text.IndexOf(part, at + 1, StringComparison.Ordinal);
        }
    }

    private static bool IsPunctuation(char c) => c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c));

    [GeneratedRegex(@"\G\[(?<text>(?:\\.|[^\[\]\\])+)\]\((?:<(?<url>[^<>\s]+)>|(?<url>https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*))(?:\s+""[^""]*"")?\)")]
    private static partial Regex Masked();

    [GeneratedRegex(@"\G<https?://[^<>\s]+>")]
    private static partial Regex Angle();

    [GeneratedRegex(@"\Ghttps?://[^\s<>]+[^\s<>.,;:!?)]")]
    private static partial Regex Address();

    [GeneratedRegex(@"\G(?:<@[!&]?\d+>|<#\d+>|</[^:>]+:\d+>|<id:\w+>|<t:-?\d+(?::\w)?>|<a?:\w+:\d+>)")]
    private static partial Regex Special();

    [GeneratedRegex(@"\G@(?:everyone|here)")]
    private static partial Regex Everyone();
}
