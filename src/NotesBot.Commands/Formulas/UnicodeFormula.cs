using System.Text;

namespace NotesBot.Commands.Formulas;

/// <summary>Writes a formula in Unicode, where nothing is lost by that.</summary>
public static class UnicodeFormula
{
    private const int MaxLength = 1_000;

    /// <summary>
    /// The formula in Unicode, never longer than its source; <see langword="null"/> where it would say less than that, or as much in more.
    /// </summary>
    /// <param name="tex">TeX without the dollars around it.</param>
    public static string? Of(string tex)
    {
        ArgumentNullException.ThrowIfNull(tex);
        var text = tex.Length > MaxLength ? null : Write(TexReader.Read(tex));
        return text is null || text.Length > tex.Length || string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string? Write(TexNode node) => node switch
    {
        TexRow row => Row(row),
        TexSymbol { IsNamed: true, Text: "\\\\" or "&" } => null,
        TexSymbol symbol => symbol.Text,
        TexText text => text.Text,
        TexSpace => " ",
        TexFraction fraction => Fraction(fraction),
        TexRoot root => Root(root),
        TexScripts scripts => Scripts(scripts),
        TexAccent accent => Accent(accent),
        TexTable { IsLines: true } lines => Lines(lines),
        _ => null,
    };

    private static string? Row(TexRow row)
    {
        var text = new StringBuilder();
        for (var i = 0; i < row.Items.Count; i++)
        {
            var (before, after) = (Neighbour(row, i, -1), Neighbour(row, i, 1));
            if (row.Items[i] is TexSpace { IsMeant: false })
            {
                text.Append(IsApart(before) || IsApart(after) ? " " : "");
            }
            else if (Write(row.Items[i]) is { } written)
            {
                var (last, next) = (i == 0 ? null : row.Items[i - 1], i + 1 < row.Items.Count ? row.Items[i + 1] : null);
                text.Append(Placed(row.Items[i], written, last, after, next));
            }
            else
            {
                return null;
            }
        }

        return OneSpaced(text.ToString());
    }

    private static string OneSpaced(string text)
    {
        while (text.Contains("  ", StringComparison.Ordinal))
        {
            text = text.Replace("  ", " ", StringComparison.Ordinal);
        }

        return text.Trim(' ');
    }

    /// <summary>A part with what keeps it apart from its neighbours.</summary>
    private static string Placed(TexNode node, string written, TexNode? before, TexNode? after, TexNode? next)
    {
        var isFraction = node is TexFraction { HasBar: true };
        return node switch
        {
            TexSymbol { Kind: TexKind.Relation, IsNamed: true } => $" {written} ",
            _ when KindOf(node) is TexKind.Function or TexKind.Large && IsTerm(next) => written + " ",
            _ when isFraction && (IsTerm(after) || IsTerm(before)) => $"({written})",
            TexScripts { Sub: not null } when IsTerm(next) && written.Contains('_', StringComparison.Ordinal) => written + " ",
            _ => written,
        };
    }

    private static TexNode? Neighbour(TexRow row, int index, int step)
    {
        index += step;
        while (index >= 0 && index < row.Items.Count && row.Items[index] is TexSpace { IsMeant: false })
        {
            index += step;
        }

        return index >= 0 && index < row.Items.Count ? row.Items[index] : null;
    }

    private static TexKind? KindOf(TexNode? node) => node switch
    {
        TexSymbol symbol => symbol.Kind,
        TexScripts scripts => KindOf(scripts.Base),
        _ => null,
    };

    /// <summary>Whether white space beside it says something, as beside a sign between two terms.</summary>
    private static bool IsApart(TexNode? node) =>
        node is TexText or TexFraction or TexRow { Items: [TexText, ..] }
        || KindOf(node) is TexKind.Binary or TexKind.Relation or TexKind.Punctuation or TexKind.Function or TexKind.Large;

    /// <summary>Whether it would run into what stands beside it.</summary>
    private static bool IsTerm(TexNode? node) =>
        node is TexFraction or TexRoot or TexAccent or TexText || KindOf(node) is TexKind.Ordinary or TexKind.Number;

    private static string? Fraction(TexFraction fraction)
    {
        var (over, under) = (Write(fraction.Over), Write(fraction.Under));
        return string.IsNullOrEmpty(over) || string.IsNullOrEmpty(under) ? null
            : fraction.HasBar ? $"{Single(fraction.Over, over)}/{Single(fraction.Under, under)}"
            : $"C({over}, {under})";
    }

    private static string? Root(TexRoot root)
    {
        var index = root.Index is null ? "" : Write(root.Index) switch
        {
            "3" => "∛",
            "4" => "∜",
            { } other when TexAlphabets.Head(other) is { } head => head + "√",
            _ => null,
        };
        return index is null || Write(root.Of) is not { Length: > 0 } of ? null : $"{(index is "" ? "√" : index)}{Single(root.Of, of)}";
    }

    private static string? Scripts(TexScripts scripts)
    {
        var of = scripts.Base is TexRow { Items.Count: > 1 } or TexFraction && Write(scripts.Base) is { } many ? $"({many})" : Write(scripts.Base);
        var sub = Script(scripts.Sub, '_', TexAlphabets.Foot);
        var sup = Script(scripts.Sup, '^', TexAlphabets.Head);
        return of is null || sub is null || sup is null ? null : of + sub + sup;
    }

    /// <summary>Small at the foot or head where all of it has such letters, else behind the sign that TeX has for it.</summary>
    private static string? Script(TexNode? script, char sign, Func<string, string?> shape) =>
        script is null ? "" : Write(script) is { Length: > 0 } text ? shape(text) ?? $"{sign}{Single(script, text)}" : null;

    /// <summary>A combining mark is for one letter: over more it would be over the last.</summary>
    private static string? Accent(TexAccent accent) =>
        accent.Combining is { } mark && Write(accent.Of) is { } of && of.EnumerateRunes().Count() == 1 ? of + mark : null;

    private static string? Lines(TexTable table)
    {
        var lines = table.Rows.Select(row => row.Select(Write).ToList()).ToList();
        return lines.Exists(line => line.Contains(null)) ? null : string.Join('\n', lines.Select(line => OneSpaced(string.Join(' ', line))));
    }

    /// <summary>What is more than one term goes into parentheses, where it is not in some already.</summary>
    private static string Single(TexNode node, string text) => IsSingle(node) ? text : $"({text})";

    private static bool IsSingle(TexNode node) => node switch
    {
        TexSymbol or TexText or TexAccent => true,
        TexScripts scripts => IsSingle(scripts.Base),
        TexRow row when row.Items.Where(item => item is not TexSpace { IsMeant: false }).ToList() is var items =>
            (items is [var only] && IsSingle(only)) || (items.Count > 1 && items.TrueForAll(IsCapital)),
        _ => false,
    };

    /// <summary>Capitals after each other are a name: TP, FN.</summary>
    private static bool IsCapital(TexNode node) => node is TexSymbol { Kind: TexKind.Ordinary, Text: [>= 'A' and <= 'Z'] };
}
