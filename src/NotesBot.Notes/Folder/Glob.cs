namespace NotesBot.Notes.Folder;

/// <summary>A pattern over paths as git has them. Takes time in proportion to the pattern times the path, whatever either of them is.</summary>
internal sealed class Glob
{
    private readonly List<Token> _tokens = [];

    /// <param name="pattern">As written.</param>
    /// <param name="isAnchored">Whether it begins at the beginning of the path; else at the beginning of any of its names.</param>
    internal Glob(string pattern, bool isAnchored)
    {
        if (!isAnchored)
        {
            _tokens.Add(Token.Folders);
        }

        for (var at = 0; at < pattern.Length;)
        {
            at += Add(pattern, at);
        }
    }

    /// <summary>Whether it is the whole path.</summary>
    /// <remarks>Keeps all places of the pattern at which the path may be, so that nothing is tried twice.</remarks>
    internal bool Matches(string path)
    {
        Span<bool> places = stackalloc bool[_tokens.Count + 1];
        Span<bool> next = stackalloc bool[_tokens.Count + 1];
        Arrive(places, 0);
        foreach (var letter in path)
        {
            next.Clear();
            for (var place = 0; place < _tokens.Count; place++)
            {
                if (places[place])
                {
                    Take(next, place, letter);
                }
            }

            next.CopyTo(places);
        }

        return places[^1];
    }

    private void Take(Span<bool> next, int place, char letter)
    {
        switch (_tokens[place].Kind)
        {
            case Kind.Name when letter != '/':
                Arrive(next, place);
                break;
            case Kind.Folders:
                next[place] = true;
                Arrive(next, letter == '/' ? place + 1 : place, isNew: letter == '/');
                break;
            case Kind.Rest:
                next[place] = next[^1] = true;
                break;
            case Kind.Letter when _tokens[place].Takes(letter):
                Arrive(next, place + 1);
                break;
        }
    }

    /// <summary>What may be empty may also be passed over.</summary>
    private void Arrive(Span<bool> places, int place, bool isNew = true)
    {
        places[place] = true;
        while (isNew && place < _tokens.Count && _tokens[place].Kind is Kind.Name or Kind.Folders)
        {
            places[++place] = true;
        }
    }

    /// <summary>Adds the next token of a pattern and says how many characters it is.</summary>
    private int Add(string pattern, int at)
    {
        var rest = pattern.AsSpan(at);
        var isPartStart = at == 0 || pattern[at - 1] == '/';
        var (token, length) = rest switch
        {
            "**" when isPartStart => (Token.Rest, 2),
            ['*', '*', '/', ..] when isPartStart => (Token.Folders, 3),
            ['*', ..] => (Token.Name, 1),
            ['?', ..] => (Token.Any, 1),
            ['[', ..] when GlobClass.LengthOf(rest) is var end and > 0 => (Token.Of(new GlobClass(rest[1..(end - 1)].ToString()).Holds), end),
            ['\\', var letter, ..] => (Token.Of(letter), 2),
            _ => (Token.Of(rest[0]), 1),
        };
        _tokens.Add(token);
        return length;
    }

    private enum Kind
    {
        /// <summary>One letter of a name.</summary>
        Letter,

        /// <summary>Any stretch of a name.</summary>
        Name,

        /// <summary>Any number of whole folders.</summary>
        Folders,

        /// <summary>Everything to the end, at least one letter.</summary>
        Rest,
    }

    private readonly record struct Token(Kind Kind, Func<char, bool> Takes)
    {
        internal static readonly Token Name = new(Kind.Name, static _ => false);
        internal static readonly Token Folders = new(Kind.Folders, static _ => false);
        internal static readonly Token Rest = new(Kind.Rest, static _ => false);
        internal static readonly Token Any = Of(static letter => letter != '/');

        internal static Token Of(char letter) => Of(other => other == letter);

        internal static Token Of(Func<char, bool> takes) => new(Kind.Letter, takes);
    }
}

/// <summary>A set of letters in brackets: <c>a-z</c>, <c>!abc</c>.</summary>
internal sealed class GlobClass
{
    private readonly bool _isNegated;
    private readonly List<(char First, char Last)> _ranges = [];

    /// <param name="inside">What stands between the brackets; not empty.</param>
    internal GlobClass(string inside)
    {
        _isNegated = inside[0] is '!' or '^';
        for (var at = _isNegated ? 1 : 0; at < inside.Length; at++)
        {
            at += inside[at] == '\\' && at + 1 < inside.Length ? 1 : 0;
            var isRange = at + 2 < inside.Length && inside[at + 1] == '-';
            _ranges.Add((inside[at], isRange ? inside[at + 2] : inside[at]));
            at += isRange ? 2 : 0;
        }
    }

    /// <summary>Whether a letter is in it. The border between two names never is.</summary>
    internal bool Holds(char letter) =>
        letter != '/' && _isNegated != _ranges.Exists(range => range.First <= letter && letter <= range.Last);

    /// <summary>The length with both brackets; 0 when the closing one is missing.</summary>
    internal static int LengthOf(ReadOnlySpan<char> text)
    {
        var first = text.Length > 1 && text[1] is '!' or '^' ? 2 : 1;
        var close = text.Length > first + 1 ? text[(first + 1)..].IndexOf(']') : -1;
        return close < 0 ? 0 : first + 1 + close + 1;
    }
}
