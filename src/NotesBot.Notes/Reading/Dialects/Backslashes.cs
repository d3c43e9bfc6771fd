using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>What begins with a backslash: formulas in LaTeX's own brackets, and commands of LaTeX in running text.</summary>
internal static partial class Backslashes
{
    /// <summary>Commands that show nothing a reader of the notes would miss, their arguments with them.</summary>
    private static readonly FrozenSet<string> Silent = (
        "ref pageref autoref eqref nameref cref Cref vref label cite citep citet citealp parencite textcite footcite autocite nocite index gls vspace hspace newline newpage " +
        "pagebreak clearpage cleardoublepage linebreak noindent indent leavevmode medskip bigskip smallskip centering raggedright tableofcontents listoffigures listoftables " +
        "cellcolor rowcolor columncolor color hline toprule midrule bottomrule maketitle appendix bibliography bibliographystyle printbibliography includegraphics input " +
        "include setlength addtolength setcounter addtocounter renewcommand newcommand providecommand usepackage documentclass pagestyle thispagestyle footnotesize small " +
        "scriptsize tiny normalsize large Large LARGE huge Huge bfseries itshape ttfamily sffamily rmfamily protect hfill vfill par begin end item blandscape elandscape " +
        "phantom strut null relax frontmatter mainmatter backmatter addcontentsline markboth fontsize selectfont " +
        "nolinebreak allowbreak sloppy hypertarget pandocbounded tightlist def let arraybackslash caption captionof").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["LaTeX"] = "LaTeX",
        ["TeX"] = "TeX",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["textbackslash"] = "\\",
        ["textasciitilde"] = "~",
        ["textasciicircum"] = "^",
        ["copyright"] = "©",
        ["S"] = "§",
        ["P"] = "¶",
        ["ss"] = "ß",
        ["euro"] = "€",
        ["textgreater"] = ">",
        ["textless"] = "<",
        ["quad"] = " ",
        ["qquad"] = " ",
        ["degree"] = "°",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stands at a backslash.</summary>
    internal static InlineFinding? Match(string text, int at, int end, Dialect dialect)
    {
        if (Formula().Match(text, at, end - at) is { Success: true } formula)
        {
            var inside = formula.Groups["tex"].Value.Trim();
            return LooksLikeFormula(inside) ? new InlineFinding(formula.Length, inside) { IsFormula = true } : null;
        }

        if (Label().Match(text, at, end - at) is { Success: true } label)
        {
            return new InlineFinding(label.Length);
        }

        return at + 1 < end && text[at + 1] == ' ' ? new InlineFinding(2, " ") : OfCommand(text, at, end, dialect);
    }

    /// <summary>Escaped brackets around words are brackets.</summary>
    internal static bool LooksLikeFormula(string inside) => inside.Length is > 0 and <= 2 || TexSigns().IsMatch(inside);

    private static InlineFinding? OfCommand(string text, int at, int end, Dialect dialect)
    {
        var command = Command().Match(text, at, end - at);
        var name = command.Groups["name"].Value;
        if (!command.Success || (IsInPath(text, at) && !(command.Groups["braced"].Success || Breaks().IsMatch(name))))
        {
            return null;
        }

        if (Silent.Contains(name) || Icon().IsMatch(name))
        {
            return new InlineFinding(command.Length);
        }

        if (Signs.TryGetValue(name, out var sign))
        {
            return new InlineFinding(1 + name.Length + (text.AsSpan(at + 1 + name.Length, end - at - 1 - name.Length).StartsWith("{}") ? 2 : 0), sign);
        }

        return OfShown(text, at, command, dialect);
    }

    /// <summary>Right behind a letter a backslash is one of a path, as a rule.</summary>
    private static bool IsInPath(string text, int at) => at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ':' or '\\');

    /// <summary>Of any other command with arguments the last one is what is seen.</summary>
    private static InlineFinding? OfShown(string text, int at, Match command, Dialect dialect)
    {
        if (command.Groups["braced"].Captures is not [.., var last])
        {
            return null;
        }

        dialect.Plan(text, last.Index + last.Length - 1, 1, "");
        return new InlineFinding(last.Index + 1 - at);
    }

    [GeneratedRegex(@"\G(\\\((?<tex>[^\n]{1,400}?)\\\)|\\\[(?<tex>(?s:.){1,2000}?)\\\])", RegexOptions.ExplicitCapture)]
    private static partial Regex Formula();

    [GeneratedRegex(@"\G(\\@ref\([\w:.-]+\)|\\#(eq|fig|tab|thm|lem|def):[\w-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\\^_=<>+]|^\w\s*[-*/(]\s*\w+\)?$")]
    private static partial Regex TexSigns();

    [GeneratedRegex(@"\G\\(?<name>[A-Za-z]+)\*?(?>\[[^\[\]\n]*\]|(?<braced>\{(?>[^{}\n]+|\{(?>[^{}\n]+|\{[^{}\n]*\})*\})*\}))*", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex("^(newline|linebreak|newpage|pagebreak|hfill)$")]
    private static partial Regex Breaks();

    /// <summary>Names of icons: <c>\faBook</c>, <c>\aiOrcid</c>.</summary>
    [GeneratedRegex("^(fa|ai)[A-Z]")]
    private static partial Regex Icon();
}
