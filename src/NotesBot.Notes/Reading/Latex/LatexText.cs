using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Latex;

/// <summary>Running text of LaTeX as a person reads it. Formulas stay as they are.</summary>
/// <param name="labels">What each label stands for, where that has a name.</param>
internal sealed partial class LatexText(IReadOnlyDictionary<string, string> labels)
{
    private const string AccentCommands = "`'^\"~=.uvHcrk";
    private const string AccentMarks = "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u030a\u0328";
    private const int MaxDepth = 60;

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["ss"] = "ß",
        ["o"] = "ø",
        ["O"] = "Ø",
        ["ae"] = "æ",
        ["AE"] = "Æ",
        ["oe"] = "œ",
        ["OE"] = "Œ",
        ["aa"] = "å",
        ["AA"] = "Å",
        ["l"] = "ł",
        ["L"] = "Ł",
        ["i"] = "ı",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["textellipsis"] = "…",
        ["textbackslash"] = "\\",
        ["textasciitilde"] = "~",
        ["textasciicircum"] = "^",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textquotesingle"] = "'",
        ["textbar"] = "|",
        ["LaTeX"] = "LaTeX",
        ["TeX"] = "TeX",
        ["S"] = "§",
        ["euro"] = "€",
        ["pounds"] = "£",
        ["quad"] = " ",
        ["qquad"] = " ",
        [" "] = " ",
        [","] = " ",
        [";"] = " ",
        [":"] = " ",
        ["\n"] = " ",
        ["\\"] = "\n",
        ["newline"] = "\n",
        ["par"] = "\n",
        ["-"] = "",
        ["slash"] = "/",
        ["to"] = "→",
        ["rightarrow"] = "→",
        ["glqq"] = "„",
        ["grqq"] = "“",
    };

    /// <summary>How many arguments go with a command that says nothing, or goes before the one that does.</summary>
    private static readonly Dictionary<string, int> Dropped = new(StringComparer.Ordinal)
    {
        ["label"] = 1,
        ["index"] = 1,
        ["vspace"] = 1,
        ["hspace"] = 1,
        ["setlength"] = 2,
        ["addtolength"] = 2,
        ["setcounter"] = 2,
        ["addtocounter"] = 2,
        ["addcontentsline"] = 3,
        ["usepackage"] = 1,
        ["RequirePackage"] = 1,
        ["documentclass"] = 1,
        ["bibliographystyle"] = 1,
        ["bibliography"] = 1,
        ["addbibresource"] = 1,
        ["pagestyle"] = 1,
        ["thispagestyle"] = 1,
        ["pagenumbering"] = 1,
        ["markboth"] = 2,
        ["markright"] = 1,
        ["hypersetup"] = 1,
        ["geometry"] = 1,
        ["lstset"] = 1,
        ["graphicspath"] = 1,
        ["usetikzlibrary"] = 1,
        ["tikzset"] = 1,
        ["definecolor"] = 3,
        ["color"] = 1,
        ["fontsize"] = 2,
        ["includegraphics"] = 1,
        ["rule"] = 2,
        ["phantom"] = 1,
        ["usetheme"] = 1,
        ["usecolortheme"] = 1,
        ["setbeamertemplate"] = 2,
        ["theoremstyle"] = 1,
        ["multicolumn"] = 2,
        ["multirow"] = 2,
        ["textcolor"] = 1,
        ["colorbox"] = 1,
        ["cline"] = 1,
        ["cmidrule"] = 1,
        ["date"] = 1,
        ["author"] = 1,
        ["title"] = 1,
        ["institute"] = 1,
        ["subtitle"] = 1,
        ["note"] = 1,
        ["todo"] = 1,
        ["selectlanguage"] = 1,
    };

    private readonly List<string> _links = [];

    /// <summary>The text, and where its links lead.</summary>
    internal (string Text, IReadOnlyList<string> Links) Read(string tex)
    {
        _links.Clear();
        return (PlainText.Clean(Plain(tex, 0)), [.. _links]);
    }

    /// <summary>The text on one line.</summary>
    internal string Line(string tex) => PlainText.OneLine(Read(tex).Text);

    private string Plain(string tex, int depth)
    {
        var text = new StringBuilder(tex.Length);
        for (var at = 0; at < tex.Length && depth < MaxDepth;)
        {
            at = tex[at] switch
            {
                '\\' => TakeCommand(text, tex, at, depth),
                '$' => TakeFormula(text, tex, at),
                _ => TakeSign(text, tex, at),
            };
        }

        return text.ToString();
    }

    private static int TakeSign(StringBuilder text, string tex, int at)
    {
        var (sign, length) = tex.AsSpan(at) switch
        {
            ['-', '-', '-', ..] => ("—", 3),
            ['-', '-', ..] => ("–", 2),
            ['`', '`', ..] => ("“", 2),
            ['\'', '\'', ..] => ("”", 2),
            ['~' or '&' or '\r' or '\n' or '\f' or '\t', ..] => (" ", 1),
            ['{' or '}', ..] => ("", 1),
            _ => (tex[at].ToString(), 1),
        };
        text.Append(sign);
        return at + length;
    }

    private static int TakeFormula(StringBuilder text, string tex, int at)
    {
        var end = at + 1;
        while (end < tex.Length && tex[end] != '$')
        {
            end += tex[end] == '\\' ? 2 : 1;
        }

        end = Math.Min(end, tex.Length - 1);
        text.Append(tex.AsSpan(at, end + 1 - at).ToString().ReplaceLineEndings(" "));
        return end + 1;
    }

    private int TakeCommand(StringBuilder text, string tex, int at, int depth)
    {
        var (name, end) = LatexScan.Name(tex, at);
        var accent = name.Length == 1 ? AccentCommands.IndexOf(name[0], StringComparison.Ordinal) : -1;
        if (accent >= 0 && !(char.IsAsciiLetter(name[0]) && !(end < tex.Length && tex[end] is '{' or ' ')))
        {
            (var letter, end) = LatexScan.Group(tex, end);
            text.Append(Accents.ComposeAll(Plain(letter, depth + 1) + AccentMarks[accent]));
            return end;
        }

        if (name.Length == 1 && "%&_#{}$".Contains(name[0], StringComparison.Ordinal) || Signs.ContainsKey(name))
        {
            text.Append(Signs.GetValueOrDefault(name, name));
            return char.IsAsciiLetter(name[0]) && end < tex.Length && tex[end] == ' ' && name is not ("LaTeX" or "TeX") ? end + 1 : end;
        }

        return name == "(" ? TakeInline(text, tex, end) : TakeNamed(text, tex, (name, end), depth);
    }

    private static int TakeInline(StringBuilder text, string tex, int at)
    {
        var end = tex.IndexOf("\\)", at, StringComparison.Ordinal);
        end = end < 0 ? tex.Length : end;
        text.Append('$').Append(tex.AsSpan(at, end - at).Trim().ToString().ReplaceLineEndings(" ")).Append('$');
        return Math.Min(end + 2, tex.Length);
    }

    private int TakeNamed(StringBuilder text, string tex, (string Name, int End) command, int depth)
    {
        var (name, end) = command;
        end = end < tex.Length && tex[end] == '*' ? end + 1 : end;
        if (Citation().IsMatch(name) || Reference().IsMatch(name))
        {
            return TakeReference(text, tex, command);
        }

        switch (name)
        {
            case "footnote":
                (var note, end) = LatexScan.Group(tex, LatexScan.Option(tex, end).End);
                text.Append(" (").Append(Plain(note, depth + 1).Trim()).Append(')');
                return end;
            case "href" or "url":
                (var target, end) = LatexScan.Group(tex, end);
                _links.Add(target.Replace("\\", "", StringComparison.Ordinal));
                text.Append(name == "url" ? _links[^1] : "");
                return end;
            case "verb" or "lstinline" when end < tex.Length:
                var close = tex.IndexOf(tex[end] == '{' ? '}' : tex[end], end + 1);
                text.Append(tex, end + 1, Math.Max(0, (close < 0 ? tex.Length : close) - end - 1));
                return close < 0 ? tex.Length : close + 1;
            default:
                return Skip(tex, name, end);
        }
    }

    /// <summary>Steps over what belongs to a command and says nothing; the words of its other arguments are read as text.</summary>
    private static int Skip(string tex, string name, int end)
    {
        end = LatexScan.Option(tex, LatexScan.Step(tex, end)).End;
        for (var count = Dropped.GetValueOrDefault(name); count > 0; count--)
        {
            end = LatexScan.Group(tex, end).End;
        }

        return end;
    }

    /// <summary>Numbers of pages and formulas are not in the text: what has a name is called by it, and "see" before a mere number stays.</summary>
    private int TakeReference(StringBuilder text, string tex, (string Name, int End) command)
    {
        var end = LatexScan.Option(tex, LatexScan.Option(tex, command.End).End).End;
        (var key, end) = LatexScan.Group(tex, end);
        var named = Citation().IsMatch(command.Name) ? null : labels.GetValueOrDefault(key.Trim());
        if (named is not null)
        {
            text.Append('“').Append(named).Append('”');
            return end;
        }

        while (text.Length > 0 && text[^1] is ' ')
        {
            text.Length--;
        }

        return end;
    }

    [GeneratedRegex(@"^(no|paren|text|foot|auto|full|super)?[Cc]ite[a-zA-Z]*$")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^([Cc]|auto|eq|page|name|v|[Ff])?ref$")]
    private static partial Regex Reference();
}
