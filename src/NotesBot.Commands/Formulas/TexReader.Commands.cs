using System.Text.RegularExpressions;

namespace NotesBot.Commands.Formulas;

/// <content>What each command takes.</content>
public sealed partial class TexReader
{
    private static readonly TexSymbol Break = new("\\\\", TexKind.Punctuation, IsNamed: true);
    private static readonly TexSymbol Column = new("&", TexKind.Punctuation, IsNamed: true);

    private TexNode? Command(TexToken token)
    {
        var name = token.Text[1..];
        return TexSymbols.OfCommand(name) ?? (TexSymbols.Spaces.Contains(name) ? new TexSpace(IsMeant: true) : Structure(name, token));
    }

    private TexNode? Structure(string name, TexToken token) => name switch
    {
        "frac" or "dfrac" or "tfrac" or "cfrac" => new TexFraction(Argument(), Argument(), HasBar: true),
        "binom" or "dbinom" or "tbinom" => new TexFraction(Argument(), Argument(), HasBar: false),
        "sqrt" => Root(),
        "text" or "textrm" or "mathrm" or "textit" or "mathit" or "operatorname" or "mbox" or "textnormal" or "rm" or "hbox" => Words(token),
        "left" or "right" or "middle" => Fence(),
        "begin" => Environment(token),
        "overbrace" => new TexAccent(Argument(), new TexSymbol("⏞", TexKind.Ordinary), IsUnder: false, null),
        "underbrace" => new TexAccent(Argument(), new TexSymbol("⏟", TexKind.Ordinary), IsUnder: true, null),
        "overset" or "stackrel" => Set(isUnder: false),
        "underset" => Set(isUnder: true),
        "xrightarrow" => Arrow("→"),
        "xleftarrow" => Arrow("←"),
        "not" => Not(),
        "pmod" => new TexRow([new TexText("(mod "), Argument(), new TexText(")")]),
        "!" or "/" => null,
        _ when TexSymbols.Silent.Contains(name) => null,
        _ when TexSymbols.Accents.TryGetValue(name, out var accent) =>
            new TexAccent(Argument(), new TexSymbol(accent.Mark, TexKind.Ordinary), name == "underline", accent.Combining),
        _ when TexAlphabets.Has(name) => Restyled(Argument(), name),
        _ => new TexUnknown(token.Text),
    };

    private TexRoot Root()
    {
        SkipSpace();
        if (IsEnd || Next.Text != "[")
        {
            return new TexRoot(Argument(), null);
        }

        _at++;
        var index = Row(static token => token.Text == "]");
        _at += IsEnd || Next.Text != "]" ? 0 : 1;
        return new TexRoot(Argument(), index);
    }

    /// <summary>A dot is a fence that nobody sees.</summary>
    private TexRow? Fence()
    {
        SkipSpace();
        _at += !IsEnd && Next.Text == "." ? 1 : 0;
        return null;
    }

    private TexNode Words(TexToken command)
    {
        var start = _at;
        _at += !IsEnd && Next.Text == "*" ? 1 : 0;
        if (RawArgument() is not { } raw)
        {
            _at = start;
            return new TexUnknown(command.Text);
        }

        var text = Escaped().Replace(raw, "$1");
        return text.AsSpan().IndexOfAny('\\', '$') < 0 ? new TexText(text) : new TexUnknown(_tex[command.Start..(IsEnd ? _tex.Length : Next.Start)]);
    }

    [GeneratedRegex(@"\\([%_&# ])", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    private TexAccent Set(bool isUnder)
    {
        var mark = Argument();
        return new TexAccent(Argument(), mark, isUnder, null);
    }

    private TexAccent Arrow(string arrow)
    {
        SkipSpace();
        return new TexAccent(new TexSymbol(arrow, TexKind.Relation, IsNamed: true), Argument(), IsUnder: false, null);
    }

    private TexNode Not() => Argument() switch
    {
        TexSymbol { Text: "=" } => new TexSymbol("≠", TexKind.Relation, IsNamed: true),
        TexSymbol { Text: "∈" } => new TexSymbol("∉", TexKind.Relation, IsNamed: true),
        TexSymbol symbol => symbol with { Text = symbol.Text + "\u0338" },
        var other => new TexRow([new TexUnknown("\\not"), other]),
    };

    private static TexNode Restyled(TexNode node, string style) => node switch
    {
        TexSymbol symbol => symbol with { Text = string.Concat(symbol.Text.Select(letter => TexAlphabets.Of(letter.ToString(), style))) },
        TexRow row => row with { Items = [.. row.Items.Select(item => Restyled(item, style))] },
        TexScripts scripts => scripts with { Base = Restyled(scripts.Base, style) },
        TexAccent accent => accent with { Of = Restyled(accent.Of, style) },
        _ => node,
    };

    private TexNode Environment(TexToken begin)
    {
        var start = _at;
        if (RawArgument() is not { } name || _depth >= MaxDepth)
        {
            _at = start;
            return new TexUnknown(begin.Text);
        }

        var plain = name.TrimEnd('*');
        var columns = plain is "array" or "alignedat" ? RawArgument() : null;
        _depth++;
        var row = Row(static token => token.Text == "\\end");
        _depth--;
        if (IsEnd || Next.Text != "\\end")
        {
            return new TexRow([new TexUnknown(columns is null ? $"\\begin{{{name}}}" : $"\\begin{{{name}}}{{{columns}}}"), row]);
        }

        _at++;
        return RawArgument() == name && Fences(plain) is var (open, close, isLines)
            ? new TexTable(open, close, Cells(row.Items), isLines)
            : new TexUnknown(_tex[begin.Start..(IsEnd ? _tex.Length : Next.Start)]);
    }

    private static (string Open, string Close, bool IsLines)? Fences(string environment) => environment switch
    {
        "matrix" or "smallmatrix" or "array" => ("", "", false),
        "pmatrix" => ("(", ")", false),
        "bmatrix" => ("[", "]", false),
        "Bmatrix" => ("{", "}", false),
        "vmatrix" => ("|", "|", false),
        "Vmatrix" => ("‖", "‖", false),
        "cases" => ("{", "", false),
        "aligned" or "align" or "alignedat" or "split" or "gather" or "gathered" or "equation" or "eqnarray" or "multline" => ("", "", true),
        _ => null,
    };

    private static bool IsLines(List<TexNode> items) => items.Exists(item => ReferenceEquals(item, Break));

    /// <summary>The cells of rows; an empty last row is none.</summary>
    private static List<IReadOnlyList<TexNode>> Cells(IReadOnlyList<TexNode> items)
    {
        List<IReadOnlyList<TexNode>> rows = [];
        foreach (var row in Split(items, Break))
        {
            if (row.Exists(item => item is not TexSpace))
            {
                rows.Add([.. Split(row, Column).Select(cell => new TexRow(cell))]);
            }
        }

        return rows;
    }

    private static List<List<TexNode>> Split(IReadOnlyList<TexNode> items, TexSymbol border)
    {
        List<List<TexNode>> parts = [[]];
        foreach (var item in items)
        {
            if (ReferenceEquals(item, border))
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(item);
            }
        }

        return parts;
    }
}
