using System.Text.RegularExpressions;
using NotesBot.Notes.Reading.Dialects;

namespace NotesBot.Notes.Reading;

/// <summary>What is in a fence: code as a rule, but also formulas, captions, queries of plug-ins, drawings.</summary>
/// <param name="info">The first word behind the fence, with all in its braces.</param>
/// <param name="text">Its lines.</param>
internal sealed partial class CodeFence(string info, string text)
{
    private readonly string _name = Name().Match(info).Groups["name"].Value.ToLowerInvariant();

    /// <summary>As what it is left out; <see langword="null"/> when it is read.</summary>
    internal LeftOutKind? LeftOut => _name switch
    {
        "dataview" or "dataviewjs" or "tasks" or "query" or "button" or "meta-bind" or "meta-bind-button" or "datacore" or "datacorejsx" or "tracker" or "base"
            or "templater" or "buttons" or "kanban-settings" or "columns" => LeftOutKind.Query,
        "tikz" or "compressed-json" or "excalidraw" or "geogebra" or "desmos-graph" or "functionplot" or "ad-embed" => LeftOutKind.Drawing,
        "comment" when info.StartsWith("{comment}", StringComparison.Ordinal) => LeftOutKind.HiddenRemark,
        _ => null,
    };

    /// <summary>Whether nothing in it is text of the note, and nobody misses it: commands of a generator.</summary>
    internal bool IsCommand => IsDirective && DirectiveNames.IsNoText(_name) || info.StartsWith("{=", StringComparison.Ordinal);

    /// <summary>Whether it is a formula.</summary>
    internal bool IsFormula => _name == "math" && (IsDirective || info.Trim() == "math");

    /// <summary>Its caption, with markup; <see langword="null"/> without one.</summary>
    internal string? Caption => TagTitle.Of($" {info}") ?? (CellCaption().Match(Cell) is { Success: true } caption ? caption.Groups["text"].Value.Trim('"', '\'', ' ', '\r') : null);

    /// <summary>Its language; <see langword="null"/> if unknown.</summary>
    internal string? Language => IsMoving ? CodeLanguage.Of(LastInner.Groups["info"].Value)
        : IsDirective && _name is "code" or "code-block" or "code-cell" or "sourcecode" or "literalinclude" ? CodeLanguage.Of(Argument().Match(info).Groups["argument"].Value)
        : CodeLanguage.Of(_name);

    /// <summary>Its text without the options above it.</summary>
    internal string Text => IsMoving ? LastInner.Groups["code"].Value : WithoutOptions(text)[Cell.Length..];

    private bool IsDirective => info.StartsWith('{') && char.IsAsciiLetter(info.ElementAtOrDefault(1));

    /// <summary>Versions of one piece of code that a slide turns into one another: the last one is read.</summary>
    private bool IsMoving => info.Contains("magic-move", StringComparison.Ordinal) && LastInner.Success;

    private Match LastInner => Inner().Matches(text).LastOrDefault() ?? Match.Empty;

    /// <summary>The options of a cell of Quarto: <c>#| label: fig</c>.</summary>
    private string Cell => CellOptions().Match(text).Value;

    private string WithoutOptions(string whole) => IsDirective ? Options().Replace(whole, "", 1) : whole;

    [GeneratedRegex(@"^\{?[.=]?\s*(?<name>[\w+#-]+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\{[\w-]+\}\s*(?<argument>\S+)")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\A(?>\s*(#|//|--|%%)\|.*(\n|\z))+", RegexOptions.ExplicitCapture)]
    private static partial Regex CellOptions();

    [GeneratedRegex(@"\|\s*(fig-cap|tbl-cap|lst-cap|title|caption):\s*(?<text>[^\n\[]*\S)", RegexOptions.ExplicitCapture)]
    private static partial Regex CellCaption();

    [GeneratedRegex(@"\A(?>\s*:[\w-]+:.*(\n|\z)|---[ \t]*\n(?>(?!---[ \t]*(\n|\z)).*\n)*---[ \t]*(\n|\z))+", RegexOptions.ExplicitCapture)]
    private static partial Regex Options();

    [GeneratedRegex(@"^(```+|~~~+)(?<info>.*)\n(?<code>(?s:.)*?)^(```+|~~~+)[ \t]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Inner();
}
