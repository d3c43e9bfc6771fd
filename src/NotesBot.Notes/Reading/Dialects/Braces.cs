using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>What begins with a brace: attributes, roles, tags of templates, expressions.</summary>
internal static partial class Braces
{
    /// <summary>What stands at a brace.</summary>
    internal static InlineFinding? Match(string text, int at, int end, Dialect dialect)
    {
        var mayClose = at + 1 < end && (CloserOf(text[at + 1]) is not { } closer || dialect.Closes(closer, text, at, end));
        if (mayClose && Tag().Match(text, at, end - at) is { Success: true } tag)
        {
            return new InlineFinding(tag.Length);
        }

        if (mayClose && Remark().Match(text, at, end - at) is { Success: true } remark)
        {
            return new InlineFinding(remark.Length) { Kind = LeftOutKind.HiddenRemark };
        }

        if (Role().Match(text, at, end - at) is { Success: true } role)
        {
            return Roles.Read(role.Groups["name"].Value, role.Groups["text"].Value, role.Length);
        }

        return Attributes().Match(text, at, end - at) is { Success: true } attributes && (IsBehind(text, at) || !Loose().IsMatch(attributes.Value))
            ? new InlineFinding(attributes.Length)
            : (mayClose ? OfEdit(text, at, end, dialect) : null) ?? (dialect.IsMdx ? OfExpression(text, at, end) : null);
    }

    /// <summary>What ends that which a brace and a sign begin; <see langword="null"/> where it is short.</summary>
    private static string? CloserOf(char sign) => sign switch
    {
        '{' => "}}",
        '%' => "%}",
        '/' => "*/}",
        '>' => "<<}",
        '+' => "++}",
        '=' => "==}",
        '-' => "--}",
        _ => null,
    };

    /// <summary>Attributes that could be a set (<c>{x=1}</c>) are some only right behind what they belong to.</summary>
    private static bool IsBehind(string text, int at) => at > 0 && text[at - 1] is ')' or ']' or '`' or '*' or '_' or '$' or '"';

    /// <summary>Marks of editing (CriticMarkup): what was added stays, what was deleted goes.</summary>
    private static InlineFinding? OfEdit(string text, int at, int end, Dialect dialect)
    {
        var edit = Edit().Match(text, at, end - at);
        if (!edit.Success)
        {
            return null;
        }

        if (edit.Groups["gone"].Success)
        {
            return new InlineFinding(edit.Length);
        }

        dialect.Plan(text, at + edit.Length - 3, 3, "");
        return new InlineFinding(3);
    }

    /// <summary>A text in quotes is text, all else is computed.</summary>
    private static InlineFinding? OfExpression(string text, int at, int end)
    {
        var expression = Expression().Match(text, at, end - at);
        return expression.Success ? new InlineFinding(expression.Length, Quoted().Match(expression.Value) is { Success: true } quoted ? quoted.Groups["text"].Value : null) : null;
    }

    [GeneratedRegex(@"\G(\{\{\{[^{}\n]*\}\}\}|\{\{[<%](?s:.){0,2000}?[>%]\}\}|\{\{(?![<%])[^{}\n]{0,1000}\}\}|\{%(?s:.){0,2000}?%\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G(\{/\*(?s:.){0,2000}?\*/\}|\{# [^{}]*#\}|\{>>(?s:.){0,2000}?<<\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\G\{(?<name>[A-Za-z][\w:+.-]*)\}(?<tick>`+)(?<text>[^`]+)\k<tick>", RegexOptions.ExplicitCapture)]
    private static partial Regex Role();

    [GeneratedRegex("""
        \G\{:?\s*(?>([#.][A-Za-z_][\w:./-]*|-(?=\s*\})|[A-Za-z_][\w:.-]*=("[^"\n]*"|'[^'\n]*'|[^\s{}"'=]+)|\.\.\.)\s*)+\}|\G\{:\s*[\w-]+\s*\}
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Attributes();

    /// <summary>No id and no class among them.</summary>
    [GeneratedRegex(@"^\{(?!:)[^#.]*\}$")]
    private static partial Regex Loose();

    [GeneratedRegex(@"\G(\{\+\+(?s:.){0,2000}?\+\+\}|\{==(?s:.){0,2000}?==\}|(?<gone>\{--(?s:.){0,2000}?--\}))", RegexOptions.ExplicitCapture)]
    private static partial Regex Edit();

    [GeneratedRegex(@"\G\{(?>[^{}]+|\{(?>[^{}]+|\{[^{}]*\})*\})*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();

    [GeneratedRegex("""^\{\s*(["'`])(?<text>[^"'`$]*)\1\s*\}$""")]
    private static partial Regex Quoted();
}
