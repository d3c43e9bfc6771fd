using System.Collections.Frozen;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>What the names of directives, boxes and divisions mean.</summary>
internal static class DirectiveNames
{
    /// <summary>Boxes whose name says something: it is shown, as the page shows it.</summary>
    private static readonly FrozenSet<string> Boxes = Set(
        "note notes seealso abstract summary tldr info todo tip hint important success check done question help faq warning caution attention failure fail missing " +
        "danger error bug example quote cite definition theorem lemma corollary proposition conjecture remark axiom algorithm proof property assumption " +
        "criterion observation exercise solution");

    /// <summary>Short names that stand at the beginning of a label.</summary>
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["thm"] = "Theorem",
        ["lem"] = "Lemma",
        ["cor"] = "Corollary",
        ["prp"] = "Proposition",
        ["cnj"] = "Conjecture",
        ["def"] = "Definition",
        ["exm"] = "Example",
        ["exr"] = "Exercise",
        ["sol"] = "Solution",
        ["rem"] = "Remark",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Directives whose body is no Markdown: code, formulas, tables of contents, pages of elsewhere.</summary>
    private static readonly FrozenSet<string> Literal = Set(
        "code code-block code-cell sourcecode literalinclude doctest testcode parsed-literal math mermaid raw include toctree bibliography contents tableofcontents eval-rst " +
        "iframe youtube video image index glue autoclass autofunction automodule autodoc autosummary csv-table bokeh-plot altair-plot plot graphviz " +
        "r python julia bash sh zsh sql ojs stan js javascript css rcpp cat dot d3 tikz node perl ruby fortran c cpp sas stata asis block observable " +
        "webr-r pyodide-python python3 py ipython console text plantuml verbatim scala go rust haskell java lisp output");

    private static readonly FrozenSet<string> NoText = Set(
        "raw include toctree bibliography contents tableofcontents eval-rst iframe youtube video index glue autoclass autofunction automodule autodoc autosummary comment");

    /// <summary>Whether the body of a directive is read as it stands.</summary>
    internal static bool IsLiteral(string name) => Literal.Contains(name);

    /// <summary>Whether nothing in it is text of the note.</summary>
    internal static bool IsNoText(string name) => NoText.Contains(name);

    /// <summary>A name as the page shows it; <see langword="null"/> when it shows none.</summary>
    internal static string? Shown(string kind)
    {
        var name = kind.ToLowerInvariant();
        name = name[(name.LastIndexOf(':') + 1)..];
        name = name.StartsWith("callout-", StringComparison.Ordinal) ? name["callout-".Length..] : name;
        return Boxes.Contains(name) ? $"{char.ToUpperInvariant(name[0])}{name[1..]}" : null;
    }

    /// <summary>What a label like <c>#thm-line</c> says that its box is; <see langword="null"/> for nothing.</summary>
    internal static string? OfLabel(string label) => Labels.GetValueOrDefault(label.TrimStart('#').Split('-', 2)[0]);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
