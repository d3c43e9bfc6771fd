using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>reStructuredText: titles, paragraphs, lists, tables, program text and what directives hold. One object a file.</summary>
internal sealed partial class RstReader
{
    private const int MaxDepth = 60;

    private readonly NoteSource _source;
    private readonly BlockList _blocks = new();
    private readonly List<string> _adornments = [];

    private RstReader(NoteSource source) => _source = source;

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableNoteException">Nested too deeply.</exception>
    internal static NoteDocument Read(NoteSource source)
    {
        var reader = new RstReader(source);
        var lines = source.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Replace("\t", "        ", StringComparison.Ordinal).TrimEnd()).ToList();
        reader.ReadAll(lines, 1, 0);
        return new NoteDocument { Path = source.Path, Blocks = reader._blocks.Close() };
    }

    private void ReadAll(List<string> lines, int first, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new UnreadableNoteException("It is nested too deeply to be read.");
        }

        for (var at = 0; at < lines.Count;)
        {
            at += lines[at].Length == 0 ? 1 : Math.Max(1, Take(lines, at, first, depth));
        }
    }

    /// <summary>Reads what begins with a line.</summary>
    /// <returns>How many lines it takes.</returns>
    private int Take(List<string> lines, int at, int first, int depth)
    {
        if (TitleAt(lines, at) is { } title)
        {
            AddTitle(lines, at, first, title.Overlined);
            return title.Lines;
        }

        if (lines[at].StartsWith("..", StringComparison.Ordinal) && (lines[at].Length == 2 || lines[at][2] == ' '))
        {
            return TakeDirective(lines, at, first, depth);
        }

        if (TakeTable(lines, at, first) is > 0 and var rows)
        {
            return rows;
        }

        return Item().IsMatch(lines[at]) ? TakeItem(lines, at, first, depth) : TakeText(lines, at, first, depth);
    }

    private static (bool Overlined, int Lines)? TitleAt(List<string> lines, int at)
    {
        if (at + 2 < lines.Count && IsRule(lines[at]) && lines[at + 2] == lines[at] && lines[at + 1].Length > 0)
        {
            return (true, 3);
        }

        return at + 1 < lines.Count && IsRule(lines[at + 1]) && !IsRule(lines[at]) && lines[at][0] != ' ' && lines[at + 1].Length >= Math.Min(lines[at].Length, 3)
            && !lines[at + 1].Contains(' ', StringComparison.Ordinal) ? (false, 2) : null;
    }

    private static bool IsRule(string line) => line.Length >= 2 && char.IsPunctuation(line[0]) | char.IsSymbol(line[0]) && line.All(sign => sign == line[0]);

    private void AddTitle(List<string> lines, int at, int first, bool overlined)
    {
        var rule = overlined ? lines[at] : lines[at + 1];
        var key = $"{rule[0]}{overlined}";
        var level = _adornments.IndexOf(key);
        if (level < 0)
        {
            level = _adornments.Count;
            _adornments.Add(key);
        }

        var text = PlainText.OneLine(Inline(lines[overlined ? at + 1 : at]).Text);
        _blocks.AddHeading(level + 1, text, _source.NextAnchor(text), new NotePlace(first + at, first + at + (overlined ? 2 : 1)));
    }

    private int TakeDirective(List<string> lines, int at, int first, int depth)
    {
        var count = 1 + Indented(lines, at + 1);
        var match = Directive().Match(lines[at]);
        var body = Dedented(lines.GetRange(at + 1, count - 1), out _);
        if (!match.Success)
        {
            var note = Footnote().Match(lines[at]);
            if (note.Success)
            {
                ReadAll([lines[at][note.Length..], .. body], first + at, depth + 1);
            }

            return count;
        }

        var options = body.TakeWhile(line => Option().IsMatch(line)).ToList();
        var skip = options.Count + body.Skip(options.Count).TakeWhile(line => line.Length == 0).Count();
        AddDirective(match, options, (body.GetRange(skip, body.Count - skip), first + at + 1 + skip), depth);
        return count;
    }

    private void AddDirective(Match match, List<string> options, (List<string> Lines, int First) body, int depth)
    {
        var (name, argument) = (match.Groups["name"].Value.ToLowerInvariant(), match.Groups["argument"].Value);
        var place = new NotePlace(body.First - 1, Math.Max(body.First - 1, body.First + body.Lines.Count - 1));
        switch (name)
        {
            case "code-block" or "code" or "sourcecode" or "parsed-literal" or "prompt" or "ipython":
                _blocks.Close();
                AddCode(body.Lines, CodeLanguage.Of(argument), body.First);
                break;
            case "math":
                _blocks.Add(new FormulaNote($"$${PlainText.Code(string.Join('\n', [argument, .. body.Lines]).Trim())}$$", place));
                break;
            case "image" or "figure":
                var alt = options.Select(option => Option().Match(option)).FirstOrDefault(option => option.Groups["key"].Value == "alt")?.Groups["value"].Value;
                _blocks.Add(new PictureNote(argument, PictureText.Of(alt, null), place));
                ReadAll(body.Lines, body.First, depth + 1);
                break;
            case "toctree" or "include" or "contents" or "raw" or "index" or "highlight" or "only" or "meta" or "bibliography" or "csv-table" or "autoclass" or "automodule":
                break;
            case "list-table":
                AddListTable(body.Lines, body.First, options);
                break;
            default:
                _blocks.AddText(Inline(LeadOf(name, argument)).Text, place);
                ReadAll(body.Lines, body.First, depth + 1);
                break;
        }
    }

    /// <summary>"Note: text" for the boxes that everybody has, the title for others.</summary>
    private static string LeadOf(string name, string argument) => name is "note" or "warning" or "tip" or "hint" or "important" or "caution" or "danger" or "attention" or "seealso"
        ? $"{char.ToUpperInvariant(name[0])}{name[1..]}: {argument}" : argument;

    private void AddListTable(List<string> lines, int first, List<string> options)
    {
        var rows = new List<TableNoteRow>();
        foreach (var (at, line) in lines.Index())
        {
            var cell = Cell().Match(line);
            if (!cell.Success)
            {
                continue;
            }

            var text = PlainText.OneLine(Inline(line[cell.Length..]).Text);
            var place = new NotePlace(first + at, first + at);
            if (cell.Groups["row"].Success || rows.Count == 0)
            {
                rows.Add(new TableNoteRow([text], [], place));
            }
            else
            {
                rows[^1] = rows[^1] with { Cells = [.. rows[^1].Cells, text], Place = rows[^1].Place with { EndLine = place.Line } };
            }
        }

        _blocks.AddTable(rows, options.Exists(option => option.Contains("header-rows", StringComparison.Ordinal)), new NotePlace(first, first + lines.Count - 1));
    }

    /// <summary>Tables with drawn borders, and those whose columns are underlined.</summary>
    private int TakeTable(List<string> lines, int at, int first)
    {
        var isGrid = GridRule().IsMatch(lines[at]);
        if (!isGrid && !SimpleRule().IsMatch(lines[at]))
        {
            return 0;
        }

        var count = lines.Skip(at).TakeWhile(line => isGrid ? line.Length > 0 && line[0] is '+' or '|' : line.Length > 0).Count();
        var table = lines.GetRange(at, count);
        var spans = isGrid ? [] : Columns().Matches(lines[at]).Select(match => match.Index).ToList();
        var rules = table.Index().Where(pair => isGrid ? pair.Item.StartsWith('+') : SimpleRule().IsMatch(pair.Item)).Select(pair => pair.Index).ToList();
        var rows = new List<TableNoteRow>();
        foreach (var (index, line) in table.Index().Where(pair => !rules.Contains(pair.Index)))
        {
            var cells = isGrid ? [.. line.Trim('|').Split('|').Select(cell => cell.Trim())] : Cut(line, spans);
            var goesOn = rows.Count > 0 && (isGrid ? !rules.Contains(index - 1) : cells[0].Length == 0);
            var place = new NotePlace(first + at + index, first + at + index);
            if (goesOn && cells.Count == rows[^1].Cells.Count)
            {
                rows[^1] = new TableNoteRow([.. rows[^1].Cells.Zip(cells, (one, more) => $"{one} {more}".Trim())], [], rows[^1].Place with { EndLine = place.Line });
            }
            else
            {
                rows.Add(new TableNoteRow([.. cells.Select(cell => PlainText.OneLine(Inline(cell).Text))], [], place));
            }
        }

        _blocks.AddTable(rows, table.Exists(line => line.StartsWith("+=", StringComparison.Ordinal)) || rules.Count > 2 && !isGrid, new NotePlace(first + at, first + at + count - 1));
        return count;
    }

    private static List<string> Cut(string line, List<int> starts) =>
        [.. starts.Select((start, column) => start >= line.Length ? "" : column + 1 < starts.Count && starts[column + 1] <= line.Length ? line[start..starts[column + 1]].Trim() : line[start..].Trim())];

    private int TakeItem(List<string> lines, int at, int first, int depth)
    {
        var item = Item().Match(lines[at]);
        var count = 1;
        while (at + count < lines.Count && lines[at + count].Length > 0 && !Item().IsMatch(lines[at + count]) && lines[at + count].StartsWith(' '))
        {
            count++;
        }

        var (text, links) = Inline(string.Join(' ', lines.GetRange(at, count).Select(line => line.Trim()))[item.Value.TrimStart().Length..]);
        var number = int.TryParse(item.Groups["number"].Value, out var value) ? value : (int?)null;
        _blocks.AddItem(Math.Min(depth + (item.Groups["indent"].Length / 2), 6), number, text, new NotePlace(first + at, first + at + count - 1), links);
        return count;
    }

    private int TakeText(List<string> lines, int at, int first, int depth)
    {
        var count = lines.Skip(at).TakeWhile((line, index) => line.Length > 0 && (index == 0 || line.StartsWith(' ') == lines[at].StartsWith(' '))).Count();
        var text = string.Join(PlainText.SoftBreak, lines.GetRange(at, count).Select(line => line.Trim()));
        var below = Indented(lines, at + count);
        if (lines[at].StartsWith(' '))
        {
            ReadAll(Dedented(lines.GetRange(at, count), out _), first + at, depth + 1);
            return count;
        }

        var isLiteral = text.EndsWith("::", StringComparison.Ordinal) && below > 0;
        var isTerm = count == 1 && below > 0 && at + 1 < lines.Count && lines[at + 1].Length > 0 && !isLiteral;
        var (words, links) = Inline(isLiteral ? text[..^1] : text.TrimStart('|').TrimStart());
        var place = new NotePlace(first + at, first + at + count - 1);
        if (isTerm)
        {
            var definition = string.Join(' ', lines.GetRange(at + 1, below).Select(line => line.Trim()));
            _blocks.AddText($"{words}: {Inline(definition).Text}", place with { EndLine = first + at + below }, links);
            return 1 + below;
        }

        _blocks.AddText(words == ":" ? "" : words, place, links);
        if (isLiteral)
        {
            AddCode(Dedented(lines.GetRange(at + count, below), out _), null, first + at + count);
        }

        return count + (isLiteral ? below : 0);
    }

    private void AddCode(List<string> lines, string? language, int first)
    {
        foreach (var (at, line) in lines.Index())
        {
            _blocks.AddCode(line, language, new NotePlace(first + at, first + at));
        }
    }

    /// <summary>How many lines from one on are indented, empty ones between them with them.</summary>
    private static int Indented(List<string> lines, int at)
    {
        var count = 0;
        for (var next = at; next < lines.Count && (lines[next].Length == 0 || lines[next][0] == ' '); next++)
        {
            count = lines[next].Length > 0 ? next - at + 1 : count;
        }

        return count;
    }

    private static List<string> Dedented(List<string> lines, out int indent)
    {
        var least = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        indent = least;
        return lines.ConvertAll(line => line.Length == 0 ? line : line[least..]);
    }

    private static (string Text, IReadOnlyList<string> Links) Inline(string text)
    {
        var links = Link().Matches(text).Select(match => match.Groups["target"].Value).Where(target => target.Length > 0).ToList();
        text = Link().Replace(text, "${text}");
        text = Role().Replace(text, match => match.Groups["role"].Value is "math" ? $"${match.Groups["text"].Value}$" : match.Groups["text"].Value);
        return (Mark().Replace(Substitution().Replace(text, "${text}"), "${text}"), links);
    }

    [GeneratedRegex(@"^\.\. +(?<name>[\w-]+(?>:[\w-]+)*)::\s*(?<argument>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\.\. +\[[^\]]+\]\s*")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^:(?<key>[\w-]+):\s*(?<value>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex(@"^(?<indent> *)([-*+•]|(?<number>\d{1,3})[.)]|#\.|\([a-z\d]\))\s+(?=\S)", RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*((?<row>\*)\s+)?-\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    [GeneratedRegex(@"^\+(?>-+\+)+$")]
    private static partial Regex GridRule();

    [GeneratedRegex(@"^=+(?> +=+)+$")]
    private static partial Regex SimpleRule();

    [GeneratedRegex(@"=+")]
    private static partial Regex Columns();

    [GeneratedRegex(@"`(?<text>[^`<]*[^`<\s])\s*<(?<target>[^`>]*)>`__?", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@":(?<role>[\w:-]+):`~?(?<text>[^`<]+?)(\s*<[^`>]*>)?`", RegexOptions.ExplicitCapture)]
    private static partial Regex Role();

    [GeneratedRegex(@"\|(?<text>[^|\s][^|]*)\|_{0,2}", RegexOptions.ExplicitCapture)]
    private static partial Regex Substitution();

    [GeneratedRegex(@"``(?<text>.+?)``|\*\*(?<text>\S.*?)\*\*|\*(?<text>\S[^*]*?)\*|`(?<text>[^`]+)`_{0,2}| ?\[#?\w*\]_|\b(?<text>\w+)_(?=\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
