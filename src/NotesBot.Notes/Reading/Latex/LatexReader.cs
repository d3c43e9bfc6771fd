using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Latex;

/// <summary>LaTeX: sections, paragraphs, lists, tables, formulas, program text, and theorems with their names. One object a file.</summary>
/// <remarks>A file that <c>\input</c> names is a note of its own where it lies; the command becomes a link to it.</remarks>
internal sealed partial class LatexReader
{
    private const int MaxDepth = 200;

    private readonly NoteSource _source;
    private readonly LatexMacros _macros = new();
    private readonly BlockList _blocks = new();
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();
    private readonly Stack<int?> _lists = new();
    private readonly string _tex;
    private readonly LineTable _lines;
    private readonly LatexText _words;
    private int _textStart;
    private bool _isItem;

    private LatexReader(NoteSource source)
    {
        _source = source;
        var plain = Comment().Replace(source.Text, match => match.Groups["kept"].Success ? match.Value : "\f");
        _tex = _macros.Expand(_macros.Learn(plain));
        _lines = new LineTable(_tex);
        _words = new LatexText(LabelsIn(_tex));
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableNoteException">It is no text, or nested too deeply, or its macros make too much of it.</exception>
    internal static NoteDocument Read(NoteSource source) => new LatexReader(source).Read();

    private NoteDocument Read()
    {
        var body = Body().Match(_tex);
        var at = body.Success ? body.Index + body.Length : 0;
        var end = _tex.IndexOf("\\end{document}", at, StringComparison.Ordinal);
        end = end < 0 ? _tex.Length : end;
        while (at < end)
        {
            var token = Token().Match(_tex, at, end - at);
            var next = token.Success ? token.Index : end;
            Append(at, next);
            at = token.Success ? Math.Max(Take(token), next + 1) : end;
        }

        Flush();
        var title = TitleCommand().Match(_tex);
        return new NoteDocument
        {
            Path = _source.Path,
            Title = title.Success && _words.Line(LatexScan.Group(_tex, title.Index + title.Length - 1).Text) is { Length: > 0 } text ? text : null,
            Blocks = _blocks.Close(),
        };
    }

    private void Append(int from, int to)
    {
        if (_text.Length == 0)
        {
            _textStart = from;
            while (_textStart < to && char.IsWhiteSpace(_tex[_textStart]))
            {
                _textStart++;
            }
        }

        _text.Append(_tex, from, to - from);
    }

    /// <summary>Reads what a token begins.</summary>
    /// <returns>The place behind it.</returns>
    private int Take(Match token)
    {
        var end = token.Index + token.Length;
        if (token.Groups["section"] is { Success: true } section)
        {
            return TakeSection(section.Value, end);
        }

        if (token.Groups["begin"] is { Success: true } begin)
        {
            return TakeBegin(begin.Value.TrimEnd('*'), token.Index, end);
        }

        if (token.Groups["end"] is { Success: true } close)
        {
            TakeEnd(close.Value.TrimEnd('*'));
            return end;
        }

        return TakeOther(token, end);
    }

    private int TakeOther(Match token, int end)
    {
        switch (token.Value[..Math.Min(3, token.Length)])
        {
            case "\\it":
                return TakeItem(end);
            case "\\bi":
                Flush();
                _isItem = true;
                return LatexScan.Group(_tex, LatexScan.Option(_tex, end).End).End;
            case "$$":
                return TakeFormula(token.Index, end, "$$");
            case "\\[":
                return TakeFormula(token.Index, end, "\\]");
            case "\\in" or "\\su":
                var (target, behind) = LatexScan.Group(_tex, end);
                AddLink(target.Trim(), token.Index);
                return behind;
            default:
                Flush();
                return end;
        }
    }

    private int TakeSection(string name, int at)
    {
        Flush();
        (_, at) = LatexScan.Option(_tex, at);
        var (title, end) = LatexScan.Group(_tex, at);
        var level = name switch { "part" => 1, "chapter" => 2, "section" => 3, "subsection" => 4, "subsubsection" or "frametitle" => 5, _ => 6 };
        _blocks.AddHeading(level, _words.Line(title), null, PlaceOf(at, end));
        return end;
    }

    private int TakeBegin(string name, int start, int at)
    {
        if (_open.Count >= MaxDepth)
        {
            throw new UnreadableNoteException("It is nested too deeply to be read.");
        }

        switch (name)
        {
            case "verbatim" or "Verbatim" or "lstlisting" or "minted" or "alltt":
                return TakeCode(name, at);
            case "equation" or "align" or "gather" or "multline" or "eqnarray" or "displaymath" or "math" or "flalign" or "alignat" or "dmath":
                return TakeFormula(start, at, $"\\end{{{_tex[(start + "\\begin{".Length)..(at - 1)].Trim()}}}");
            case "tabular" or "tabularx" or "longtable" or "tabulary" or "tabu":
                return TakeTable(name, at);
            case "comment" or "tikzpicture" or "picture" or "pgfpicture" or "filecontents":
                Flush();
                return EndOf(name, at).Behind;
        }

        Flush();
        _open.Push(name);
        return Enter(name, at);
    }

    private int Enter(string name, int at)
    {
        (var option, at) = LatexScan.Option(_tex, LatexScan.Step(_tex, at));
        switch (name)
        {
            case "itemize" or "description" or "enumerate":
                _lists.Push(name == "enumerate" ? 0 : null);
                return at;
            case "thebibliography":
                _blocks.AddHeading(3, "References", null, PlaceOf(at, at));
                _lists.Push(null);
                return LatexScan.Group(_tex, at).End;
            case "abstract":
                _blocks.AddHeading(3, "Abstract", null, PlaceOf(at, at));
                return at;
            case "frame":
                return at < _tex.Length && _tex[at] == '{' ? TakeSection("frametitle", at) : at;
            default:
                return EnterTheorem(name, option, at);
        }
    }

    /// <summary>A theorem begins with what it is and what it is called: "Theorem (Bayes)."</summary>
    private int EnterTheorem(string name, string? option, int at)
    {
        if (_macros.TheoremOf(name) is not { } kind)
        {
            return at;
        }

        if (kind.Length == 0 && at < _tex.Length && _tex[at] == '{')
        {
            (option, at) = LatexScan.Group(_tex, at);
        }

        var lead = kind.Length == 0 ? option : option is null ? kind : $"{kind} ({option})";
        _textStart = at;
        _text.Append(string.IsNullOrWhiteSpace(lead) ? "" : lead + ". ");
        return at;
    }

    private void TakeEnd(string name)
    {
        Flush();
        if (name is "itemize" or "description" or "enumerate" or "thebibliography")
        {
            _ = _lists.TryPop(out _);
            _isItem = false;
        }

        _ = _open.TryPop(out _);
    }

    private int TakeItem(int at)
    {
        Flush();
        (var term, at) = LatexScan.Option(_tex, LatexScan.Step(_tex, at));
        _isItem = _lists.Count > 0;
        if (_lists.TryPop(out var number))
        {
            _lists.Push(number + 1);
        }

        _textStart = at;
        _text.Append(term is null ? "" : term + ": ");
        return at;
    }

    private int TakeFormula(int start, int at, string close)
    {
        Flush();
        var end = _tex.IndexOf(close, at, StringComparison.Ordinal);
        end = end < 0 ? _tex.Length : end;
        var text = Label().Replace(_tex[at..end], "").Replace("\f", "", StringComparison.Ordinal).Trim();
        _blocks.Add(new FormulaNote($"$${PlainText.Code(text)}$$", PlaceOf(start, end)));
        return Math.Min(end + close.Length, _tex.Length);
    }

    private int TakeCode(string name, int at)
    {
        Flush();
        (var option, at) = LatexScan.Option(_tex, at);
        var language = option is null ? null : Language().Match(option).Groups[1].Value;
        if (name == "minted")
        {
            (language, at) = LatexScan.Group(_tex, at);
        }

        var (end, behind) = EndOf(name, at);
        if (PlainText.Code(_tex[at..end]) is { Length: > 0 } code)
        {
            _blocks.Add(new CodeNote(code, CodeLanguage.Of(language), IsOutput: false, PlaceOf(at, end)));
        }

        return behind;
    }

    private int TakeTable(string name, int at)
    {
        Flush();
        at = name is "tabularx" or "tabulary" ? LatexScan.Group(_tex, at).End : at;
        at = LatexScan.Group(_tex, LatexScan.Option(_tex, at).End).End;
        var (end, behind) = EndOf(name, at);
        var rows = new List<TableNoteRow>();
        var from = at;
        foreach (var row in RowEnd().Split(_tex[at..end]))
        {
            rows.Add(new TableNoteRow([.. CellEnd().Split(Rule().Replace(row, "")).Select(_words.Line)], [], PlaceOf(from + row.Length - row.TrimStart().Length, from + row.Length)));
            from += row.Length + 2;
        }

        _blocks.AddTable(rows, hasHeader: true, PlaceOf(at, end));
        return behind;
    }

    private (int End, int Behind) EndOf(string name, int at)
    {
        var match = new Regex($@"\\end\s*\{{{Regex.Escape(name)}\*?\}}").Match(_tex, at);
        return match.Success ? (match.Index, match.Index + match.Length) : (_tex.Length, _tex.Length);
    }

    /// <summary>A file that belongs in here is a note by itself.</summary>
    private void AddLink(string target, int at)
    {
        Flush();
        if (target.Length > 0)
        {
            _blocks.AddText(target, PlaceOf(at, at), [Path.HasExtension(target) ? target : target + ".tex"]);
        }
    }

    /// <summary>Ends the paragraph or item that was being read.</summary>
    private void Flush()
    {
        var (text, links) = _words.Read(_text.ToString());
        var place = PlaceOf(_textStart, _textStart + Math.Max(0, _text.ToString().TrimEnd().Length - 1));
        _text.Clear();
        if (text.Length == 0)
        {
            return;
        }

        if (_lists.Count > 0)
        {
            _blocks.AddItem(_lists.Count - 1, _isItem && _lists.Peek() > 0 ? _lists.Peek() : null, text, place, links);
        }
        else
        {
            _blocks.AddText(text, place, links);
        }
    }

    private NotePlace PlaceOf(int start, int end) => new(_lines.LineOf(Math.Min(start, _tex.Length)), _lines.LineOf(Math.Min(Math.Max(start, end), _tex.Length)));

    private static Dictionary<string, string> LabelsIn(string tex)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var plain = new LatexText(labels);
        foreach (Match match in Labelled().Matches(tex))
        {
            labels.TryAdd(match.Groups["key"].Value, plain.Line(match.Groups["title"].Value));
        }

        return labels;
    }

    [GeneratedRegex(@"(?<kept>\\begin\{(?<code>verbatim|Verbatim|lstlisting|minted|alltt)\}.*?\\end\{\k<code>\})|%(?<=(^|[^\\])(\\\\)*%)[^\n]*", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\begin\s*\{document\}")]
    private static partial Regex Body();

    [GeneratedRegex(@"\\title\s*(\[[^\]]*\])?\s*\{", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleCommand();

    [GeneratedRegex(@"\\(?<section>part|chapter|section|subsection|subsubsection|paragraph|subparagraph|frametitle)\b\*?|\\begin\s*\{(?<begin>[^{}\n]{1,40})\}|\\end\s*\{(?<end>[^{}\n]{1,40})\}|\\item\b|\\bibitem\b|\\(input|include|subfile)\b(?=\s*\{)|\$\$|(?<!\\)\\\[|\n[ \t\r]*\n", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex(@"\\(sub)*section\*?\{(?<title>[^{}\n]{1,200})\}\s*\\label\{(?<key>[^{}\n]{1,100})\}|\\begin\{\w+\}\[(?<title>[^\]\n]{1,200})\]\s*\\label\{(?<key>[^{}\n]{1,100})\}|\\(chapter|part)\*?\{(?<title>[^{}\n]{1,200})\}\s*\\label\{(?<key>[^{}\n]{1,100})\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\\(label|tag)\s*\{[^{}]*\}|\\(nonumber|notag)\b")]
    private static partial Regex Label();

    [GeneratedRegex(@"language\s*=\s*\{?(?:\[[^\]]*\])?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Language();

    [GeneratedRegex(@"\\\\(?:\[[^\]]*\])?|\\tabularnewline")]
    private static partial Regex RowEnd();

    [GeneratedRegex(@"(?<!\\)&")]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"\\(hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot)\b|\\(cline|cmidrule)(\([^)]*\))?\{[^}]*\}")]
    private static partial Regex Rule();
}
