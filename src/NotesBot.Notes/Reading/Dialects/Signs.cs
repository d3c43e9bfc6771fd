using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>Single signs that mean something in one dialect: remarks, block ids, notes in place, raised and lowered letters, references, icons.</summary>
internal static partial class Signs
{
    /// <summary>What stands at one of the signs.</summary>
    internal static InlineFinding? Match(string text, int at, int end, Dialect dialect) => text[at] switch
    {
        '%' => dialect.HidesPercents && Found(Remark(), text, at, end) is { } remark ? remark with { Kind = LeftOutKind.HiddenRemark } : null,
        '^' => Found(BlockId(), text, at, end) ?? OfNote(text, at, end, dialect) ?? OfMarked(Highlight(), 2, text, at, end, dialect)
            ?? OfMarked(Raised(), 1, text, at, end, dialect),
        '~' => IsWordBefore(text, at) ? OfLowered(text, at, end) : null,
        '@' => Found(Reference(), text, at, end),
        '(' => Found(BlockReference(), text, at, end),
        _ => OfColon(text, at, end),
    };

    private static InlineFinding? Found(Regex rule, string text, int at, int end) =>
        rule.Match(text, at, end - at) is { Success: true } match && (match.Value[0] != '^' || at == 0 || char.IsWhiteSpace(text[at - 1])) ? new InlineFinding(match.Length) : null;

    /// <summary>A footnote that stands where it is: in brackets.</summary>
    private static InlineFinding? OfNote(string text, int at, int end, Dialect dialect)
    {
        var note = Note().Match(text, at, end - at);
        if (!note.Success)
        {
            return null;
        }

        dialect.Plan(text, at + note.Length - 1, 1, ")");
        return new InlineFinding(2, at > 0 && !char.IsWhiteSpace(text[at - 1]) ? " (" : "(");
    }

    private static InlineFinding? OfMarked(Regex rule, int width, string text, int at, int end, Dialect dialect)
    {
        var match = rule.Match(text, at, end - at);
        return !match.Success || (width == 1 && !IsWordBefore(text, at)) ? null : new InlineFinding(match.Length, match.Groups["text"].Value);
    }

    private static InlineFinding? OfLowered(string text, int at, int end)
    {
        var match = Lowered().Match(text, at, end - at);
        return match.Success ? new InlineFinding(match.Length, match.Groups["text"].Value) : null;
    }

    private static InlineFinding? OfColon(string text, int at, int end)
    {
        if (Role().Match(text, at, end - at) is { Success: true } role)
        {
            return Roles.Read(role.Groups["name"].Value, role.Groups["text"].Value, role.Length);
        }

        return Found(Icon(), text, at, end) ?? (IsWordBefore(text, at) && Field().IsMatch(text, at) && IsFirstWord(text, at) ? new InlineFinding(2, ":") : null);
    }

    /// <summary>Whether a line or bracket begins with the name before the place.</summary>
    private static bool IsFirstWord(string text, int at)
    {
        while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ' ' or '-' or '_' or '*'))
        {
            at--;
        }

        return at == 0 || text[at - 1] is '\n' or '[' or '(';
    }

    private static bool IsWordBefore(string text, int at) => at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ')' or '*');

    [GeneratedRegex(@"\G%%(?!\s*$)((?!%%)(?s:.)){1,4000}%%")]
    private static partial Regex Remark();

    /// <summary>At the end of a line, for links to that block.</summary>
    [GeneratedRegex(@"\G\^(?=[\w-]*[A-Za-z-]|\d{4})[A-Za-z0-9-]{2,}(?=[ \t]*(\r|\n|$))", RegexOptions.ExplicitCapture)]
    private static partial Regex BlockId();

    [GeneratedRegex(@"\G\^\[[^\[\]\n]*(?>\[[^\[\]\n]*\][^\[\]\n]*)*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Note();

    [GeneratedRegex(@"\G\^\^(?<text>[^\^\n]+)\^\^")]
    private static partial Regex Highlight();

    [GeneratedRegex(@"\G\^(?<text>[^\s^\[\]$]{1,12})\^")]
    private static partial Regex Raised();

    [GeneratedRegex(@"\G~(?<text>[^\s~$]{1,12})~(?!~)")]
    private static partial Regex Lowered();

    [GeneratedRegex(@"\G@(fig|tbl|eq|sec|lst|thm|lem|def|cor|exm|exr|prp|nte|tip|wrn)[-:][\w-]+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\G\(\([\da-f]{8}-[\da-f-]{20,}\)\)")]
    private static partial Regex BlockReference();

    [GeneratedRegex(@"\G:(?<name>[a-z][\w:+-]*):`(?<text>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Role();

    [GeneratedRegex(@"\G:(material|octicons|fontawesome|simple|fas|far|fab|bi|mdi)-[\w-]+:", RegexOptions.ExplicitCapture)]
    private static partial Regex Icon();

    [GeneratedRegex(@"\G::(?=\s|$)")]
    private static partial Regex Field();
}
