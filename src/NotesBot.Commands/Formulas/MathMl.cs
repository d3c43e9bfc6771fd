using System.Net;

namespace NotesBot.Commands.Formulas;

/// <summary>Writes a formula in MathML, which every browser sets by itself.</summary>
public static class MathMl
{
    private const int MaxLength = 4_000;

    /// <summary>The element <c>math</c>; all texts in it are encoded. What is not known stands in it as its source.</summary>
    /// <param name="tex">TeX without the dollars around it.</param>
    /// <param name="isDisplayed">Whether it has lines of its own.</param>
    public static string Of(string tex, bool isDisplayed)
    {
        ArgumentNullException.ThrowIfNull(tex);
        var content = tex.Length > MaxLength ? Element("mtext", tex) : Write(TexReader.Read(tex));
        return $"<math{(isDisplayed ? " display=\"block\"" : "")} alttext=\"{WebUtility.HtmlEncode(tex)}\">{content}</math>";
    }

    private static string Write(TexNode? node) => node switch
    {
        TexRow { Items: [var only] } => Write(only),
        TexRow row => $"<mrow>{string.Concat(row.Items.Select(Write))}</mrow>",
        TexSymbol { Text: "\\\\", IsNamed: true } => "<mspace linebreak=\"newline\"></mspace>",
        TexSymbol { Text: "&", Kind: TexKind.Punctuation } => "",
        TexSymbol symbol => Element(TagOf(symbol.Kind), symbol.Text),
        TexText text => Element("mtext", text.Text.Replace(' ', '\u00A0')),
        TexSpace { IsMeant: true } => "<mspace width=\"0.25em\"></mspace>",
        TexFraction fraction => Fraction(fraction),
        TexRoot { Index: null } root => $"<msqrt>{Write(root.Of)}</msqrt>",
        TexRoot root => $"<mroot>{Write(root.Of)}{Write(root.Index)}</mroot>",
        TexScripts scripts => Scripts(scripts),
        TexAccent accent => Accent(accent),
        TexTable table => Table(table),
        TexUnknown unknown => Element("mtext", unknown.Source),
        _ => "",
    };

    private static string TagOf(TexKind kind) => kind switch
    {
        TexKind.Ordinary or TexKind.Function => "mi",
        TexKind.Number => "mn",
        _ => "mo",
    };

    private static string Element(string tag, string text) => $"<{tag}>{WebUtility.HtmlEncode(text)}</{tag}>";

    private static string Fraction(TexFraction fraction) => fraction.HasBar
        ? $"<mfrac>{Write(fraction.Over)}{Write(fraction.Under)}</mfrac>"
        : $"<mrow><mo>(</mo><mfrac linethickness=\"0\">{Write(fraction.Over)}{Write(fraction.Under)}</mfrac><mo>)</mo></mrow>";

    private static string Scripts(TexScripts scripts)
    {
        var isLimits = scripts.Base is TexSymbol { Kind: TexKind.Large, Text: not ("∫" or "∬" or "∭" or "∮") } or TexAccent { Combining: null }
            or TexSymbol { Kind: TexKind.Function, Text: "lim" or "max" or "min" or "sup" or "inf" or "limsup" or "liminf" };
        var (under, over, both) = isLimits ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup");
        var tag = scripts switch { { Sup: null } => under, { Sub: null } => over, _ => both };
        return $"<{tag}>{Write(scripts.Base)}{Write(scripts.Sub)}{Write(scripts.Sup)}</{tag}>";
    }

    private static string Accent(TexAccent accent)
    {
        var (tag, attribute) = accent.IsUnder ? ("munder", "accentunder") : ("mover", "accent");
        var mark = accent.Mark is TexSymbol symbol ? Element("mo", symbol.Text) : Write(accent.Mark);
        return accent.Mark is TexSymbol
            ? $"<{tag} {attribute}=\"true\">{Write(accent.Of)}{mark}</{tag}>"
            : $"<{tag}>{Write(accent.Of)}{mark}</{tag}>";
    }

    private static string Table(TexTable table)
    {
        var rows = table.Rows.Select(row => $"<mtr>{string.Concat(row.Select(cell => $"<mtd>{Write(cell)}</mtd>"))}</mtr>");
        var kind = table.IsLines ? " class=\"lines\"" : table.Open == "{" && table.Close.Length == 0 ? " class=\"cases\"" : "";
        var (open, close) = (Fence(table.Open), Fence(table.Close));
        return $"<mrow>{open}<mtable{kind}>{string.Concat(rows)}</mtable>{close}</mrow>";
    }

    private static string Fence(string fence) => fence.Length == 0 ? "" : Element("mo", fence);
}
