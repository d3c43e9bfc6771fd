namespace NotesBot.Commands.Formulas;

/// <summary>
/// Reads a formula in TeX as a tree. Every text is a formula to it: what it does not know stays in the tree as it is written, and what is
/// nested too deeply too.
/// </summary>
public sealed partial class TexReader
{
    private const int MaxDepth = 24;

    private readonly string _tex;
    private readonly IReadOnlyList<TexToken> _tokens;
    private int _at;
    private int _depth;

    private TexReader(string tex)
    {
        _tex = tex;
        _tokens = TexToken.Split(tex);
    }

    private bool IsEnd => _at >= _tokens.Count;

    private TexToken Next => _tokens[_at];

    /// <summary>The tree of a formula, without the dollars around it.</summary>
    public static TexNode Read(string tex)
    {
        ArgumentNullException.ThrowIfNull(tex);
        var reader = new TexReader(tex);
        var all = new List<TexNode>();
        while (!reader.IsEnd)
        {
            all.AddRange(reader.Row(static _ => false).Items);
            if (!reader.IsEnd)
            {
                all.Add(new TexUnknown(reader.Take().Text));
            }
        }

        return IsLines(all) ? new TexTable("", "", Cells(all), IsLines: true) : new TexRow(all);
    }

    /// <summary>Parts up to a token that ends them, which is left, or a closing brace.</summary>
    private TexRow Row(Func<TexToken, bool> isEnd)
    {
        var items = new List<TexNode>();
        while (!IsEnd && Next.Text != "}" && !isEnd(Next))
        {
            if (Atom() is { } atom)
            {
                items.Add(Scripted(atom));
            }
        }

        return new TexRow(Joined(items));
    }

    private TexToken Take() => _tokens[_at++];

    private void SkipSpace()
    {
        while (!IsEnd && Next.IsSpace)
        {
            _at++;
        }
    }

    /// <summary>One part without what stands at its foot and head; <see langword="null"/> for a command that is none.</summary>
    private TexNode? Atom()
    {
        var token = Take();
        return token switch
        {
            { IsSpace: true } => new TexSpace(IsMeant: false),
            { Text: "~" } => new TexSpace(IsMeant: true),
            { Text: "{" } => Group(token),
            { Text: "^" or "_" or "'" } => Unput(),
            { Text: "\\\\" } => Break,
            { Text: "&" } => Column,
            { IsCommand: true } => Command(token),
            _ => TexSymbols.OfCharacter(token.Text),
        };
    }

    /// <summary>A script with nothing before it.</summary>
    private TexRow Unput()
    {
        _at--;
        return new TexRow([]);
    }

    /// <summary>What is between braces. What is nested deeper than anybody writes is taken as it is, since each level is one of the stack.</summary>
    private TexNode Group(TexToken open)
    {
        if (_depth >= MaxDepth)
        {
            return new TexUnknown(_tex[open.Start..EndOfGroup()]);
        }

        _depth++;
        var row = Row(static _ => false);
        _depth--;
        if (IsEnd)
        {
            return new TexRow([new TexUnknown("{"), row]);
        }

        _at++;
        return row;
    }

    private int EndOfGroup()
    {
        for (var open = 1; !IsEnd && open > 0; _at++)
        {
            open += Next.Text == "{" ? 1 : Next.Text == "}" ? -1 : 0;
        }

        return IsEnd ? _tex.Length : Next.Start;
    }

    private TexNode Scripted(TexNode of)
    {
        TexNode? sub = null, sup = null;
        for (var from = _at; ; from = _at)
        {
            SkipSpace();
            if (IsEnd || of is TexSpace || Next.Text is not ("^" or "_" or "'")
                || (Next.Text == "_" ? sub : Next.Text == "^" ? sup : null) is not null)
            {
                _at = from;
                return sub is null && sup is null ? of : new TexScripts(of, sub, sup);
            }

            var sign = Take().Text;
            (sub, sup) = sign switch
            {
                "_" => (Argument(), sup),
                "^" => (sub, Argument()),
                _ => (sub, Both(sup, new TexSymbol("′", TexKind.Ordinary))),
            };
        }
    }

    private static TexNode Both(TexNode? first, TexNode second) => first is null ? second : new TexRow([first, second]);

    /// <summary>What a command or script takes: a group, or the next part.</summary>
    private TexNode Argument()
    {
        SkipSpace();
        if (IsEnd || Next.Text is "}" or "&" or "\\\\")
        {
            return new TexRow([]);
        }

        if (_depth >= MaxDepth)
        {
            return new TexUnknown(Take().Text);
        }

        _depth++;
        var argument = Next.Text is "^" or "_" or "'" ? new TexUnknown(Take().Text) : Atom() ?? new TexRow([]);
        _depth--;
        return argument;
    }

    /// <summary>The text between braces as it is written; <see langword="null"/> where there are none.</summary>
    private string? RawArgument()
    {
        SkipSpace();
        if (IsEnd || Next.Text != "{")
        {
            return null;
        }

        var start = Take().End;
        var end = EndOfGroup();
        return end > start && _tex[end - 1] == '}' ? _tex[start..(end - 1)] : _tex[start..end];
    }

    /// <summary>Digits after each other are one number.</summary>
    private static List<TexNode> Joined(List<TexNode> items)
    {
        var joined = new List<TexNode>();
        foreach (var item in items)
        {
            var number = item is TexSymbol { Kind: TexKind.Number } symbol ? symbol
                : item is TexScripts { Base: TexSymbol { Kind: TexKind.Number } of } ? of : null;
            if (number is not null && joined is [.., TexSymbol { Kind: TexKind.Number } before])
            {
                var whole = number with { Text = before.Text + number.Text };
                joined[^1] = item is TexScripts scripts ? scripts with { Base = whole } : whole;
            }
            else if (item is TexSymbol { Kind: TexKind.Number, Text: var text } && IsPoint(joined))
            {
                joined.RemoveAt(joined.Count - 1);
                joined[^1] = new TexSymbol($"{((TexSymbol)joined[^1]).Text}.{text}", TexKind.Number);
            }
            else
            {
                joined.Add(item);
            }
        }

        return joined;
    }

    private static bool IsPoint(List<TexNode> items) => items is [.., TexSymbol { Kind: TexKind.Number }, TexSymbol { Text: ".", IsNamed: false }];
}
