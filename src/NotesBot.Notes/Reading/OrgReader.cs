using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>Org: headings, paragraphs, lists, tables, program text. What its writer hid (comments, drawers, COMMENT and noexport) is left out. One object a file.</summary>
internal sealed partial class OrgReader
{
    private readonly NoteSource _source;
    private readonly BlockList _blocks = new();
    private readonly List<string> _paragraph = [];
    private readonly List<TableNoteRow> _rows = [];
    private readonly List<string> _keywords = [];
    private string? _title;
    private string? _block;
    private string? _language;
    private int _hiddenLevel = int.MaxValue;
    private int _hidden;
    private bool _inDrawer;
    private int _line;

    private OrgReader(NoteSource source) => _source = source;

    private NotePlace Here => new(_line, _line);

    /// <summary>Reads the file.</summary>
    internal static NoteDocument Read(NoteSource source)
    {
        var reader = new OrgReader(source);
        foreach (var line in source.Text.EnumerateLines())
        {
            reader._line++;
            reader.Take(line.TrimEnd().ToString());
        }

        reader._line++;
        reader.Flush();
        return new NoteDocument
        {
            Path = source.Path,
            Title = reader._title,
            Keywords = reader._keywords,
            Blocks = reader._blocks.Close(),
            LeftOut = reader._hidden == 0 ? [] : [new LeftOut(LeftOutKind.HiddenRemark, reader._hidden)],
        };
    }

    private void Take(string line)
    {
        if (_block is not null)
        {
            TakeInBlock(line);
        }
        else if (Heading().Match(line) is { Success: true } heading)
        {
            TakeHeading(heading);
        }
        else if (_hiddenLevel == int.MaxValue && !IsDrawer(line))
        {
            TakeText(line);
        }
    }

    private void TakeHeading(Match heading)
    {
        Flush();
        _inDrawer = false;
        var level = heading.Groups["stars"].Length;
        if (level > _hiddenLevel)
        {
            return;
        }

        var isHidden = heading.Groups["hidden"].Success || heading.Groups["tags"].Value.Contains(":noexport:", StringComparison.Ordinal);
        _hiddenLevel = isHidden ? level : int.MaxValue;
        _hidden += isHidden ? 1 : 0;
        if (!isHidden)
        {
            var text = PlainText.OneLine(Inline(heading.Groups["title"].Value).Text);
            _blocks.AddHeading(level, text, _source.NextAnchor(text), Here);
        }
    }

    private bool IsDrawer(string line)
    {
        var wasIn = _inDrawer;
        _inDrawer = _inDrawer ? !DrawerEnd().IsMatch(line) : Drawer().IsMatch(line);
        return wasIn || _inDrawer;
    }

    private void TakeText(string line)
    {
        if (Setting().Match(line) is { Success: true } setting)
        {
            TakeSetting(setting.Groups["key"].Value.ToLowerInvariant(), setting.Groups["value"].Value.Trim());
        }
        else if (line.Length == 0 || Remark().IsMatch(line))
        {
            Flush();
        }
        else if (line.TrimStart().StartsWith('|'))
        {
            TakeRow(line.Trim().Trim('|'));
        }
        else if (Result().Match(line) is { Success: true } result)
        {
            FlushText();
            _blocks.AddCode(result.Groups["text"].Value, null, Here);
        }
        else
        {
            TakeWords(line);
        }
    }

    private void TakeWords(string line)
    {
        if (Item().Match(line) is not { Success: true } item)
        {
            _paragraph.Add(line);
            return;
        }

        Flush(keepsList: true);
        var (text, links) = Inline(line[item.Length..].Replace(" :: ", ": ", StringComparison.Ordinal));
        var number = int.TryParse(item.Groups["number"].Value, out var value) ? value : (int?)null;
        _blocks.AddItem(Math.Min(item.Groups["indent"].Length / 2, 6), number, text, Here, links);
    }

    private void TakeSetting(string key, string value)
    {
        Flush();
        switch (key)
        {
            case "title": _title = PlainText.OneLine(value); break;
            case "filetags" or "keywords": _keywords.AddRange(value.Split([':', ',', ' '], StringSplitOptions.RemoveEmptyEntries)); break;
            case var begin when begin.StartsWith("begin_", StringComparison.Ordinal):
                _block = begin["begin_".Length..];
                _language = CodeLanguage.Of(value);
                break;
        }
    }

    private void TakeInBlock(string line)
    {
        if (line.TrimStart().Equals($"#+end_{_block}", StringComparison.OrdinalIgnoreCase))
        {
            Flush();
            _block = null;
            return;
        }

        if (_hiddenLevel != int.MaxValue || _block is "comment" or "export")
        {
            _hidden += _block == "comment" && _hiddenLevel == int.MaxValue ? 1 : 0;
            _block = _block == "comment" ? "export" : _block;
            return;
        }

        if (_block is "src" or "example")
        {
            _blocks.AddCode(line, _block == "src" ? _language : null, Here);
        }
        else if (line.Length == 0)
        {
            Flush();
        }
        else
        {
            TakeWords(line);
        }
    }

    private void TakeRow(string line)
    {
        FlushText();
        if (!RowRule().IsMatch(line))
        {
            _rows.Add(new TableNoteRow([.. line.Split('|').Select(cell => PlainText.OneLine(Inline(cell).Text))], [], Here));
        }
    }

    private void Flush(bool keepsList = false)
    {
        FlushText();
        if (_rows.Count > 0)
        {
            _blocks.AddTable(_rows, hasHeader: true, new NotePlace(_rows[0].Place.Line, _rows[^1].Place.Line));
            _rows.Clear();
        }

        _ = keepsList ? [] : _blocks.Close();
    }

    private void FlushText()
    {
        if (_paragraph.Count > 0)
        {
            var (text, links) = Inline(string.Join(PlainText.SoftBreak, _paragraph));
            _blocks.AddText(text, new NotePlace(_line - _paragraph.Count, _line - 1), links);
            _paragraph.Clear();
        }
    }

    private static (string Text, IReadOnlyList<string> Links) Inline(string text)
    {
        var links = Link().Matches(text).Select(match => match.Groups["target"].Value).ToList();
        text = Link().Replace(text, match => match.Groups["text"].Success ? match.Groups["text"].Value : match.Groups["target"].Value);
        return (Emphasis().Replace(Stamp().Replace(text, ""), "${before}${text}"), links);
    }

    [GeneratedRegex(@"^(?<stars>\*+)\s+((TODO|DONE|NEXT|WAITING|CANCELLED)\s+)?(\[#[A-C]\]\s+)?(?<hidden>COMMENT\b\s*)?(?<title>.*?)\s*(?<tags>:[\w@#%:]+:)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*#\+(?<key>\w+)(\[[^\]]*\])?:?\s*(?<value>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\s*:[\w-]+:\s*$")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*:END:\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex DrawerEnd();

    [GeneratedRegex(@"^\s*#(\s|$)|^\s*(SCHEDULED|DEADLINE|CLOSED):|^\s*-{5,}$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\s*:( (?<text>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Result();

    [GeneratedRegex(@"^(?<indent>\s*)([-+]|(?<number>\d{1,3})[.)]|(?<=\s)\*)\s+(\[[ xX-]\]\s+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"^[-+|\s]+$")]
    private static partial Regex RowRule();

    [GeneratedRegex(@"\[\[(file:)?(?<target>[^\[\]]+)\](\[(?<text>[^\[\]]+)\])?\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[<\[]\d{4}-\d{2}-\d{2}[^>\]]*[>\]]|\[fn:[^\]]*\]")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?<before>^|[\s(""'])(?<mark>[*/_=~+])(?<text>\S|\S[^\n]{0,400}?\S)\k<mark>(?=$|[\s.,;:!?)""'-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Emphasis();
}
