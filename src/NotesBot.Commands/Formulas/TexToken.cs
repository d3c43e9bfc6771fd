namespace NotesBot.Commands.Formulas;

/// <summary>A token of TeX: a command with its backslash, a single character, or a run of white space.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">Where it begins.</param>
internal readonly record struct TexToken(string Text, int Start)
{
    internal bool IsCommand => Text.Length > 1 && Text[0] == '\\';

    internal bool IsSpace => char.IsWhiteSpace(Text[0]);

    internal int End => Start + Text.Length;

    /// <summary>The tokens of a formula; together they are all of it.</summary>
    internal static IReadOnlyList<TexToken> Split(string tex)
    {
        var tokens = new List<TexToken>();
        for (var at = 0; at < tex.Length; at = tokens[^1].End)
        {
            tokens.Add(new TexToken(tex[at..EndOf(tex, at)], at));
        }

        return tokens;
    }

    private static int EndOf(string tex, int at)
    {
        if (tex[at] == '\\')
        {
            var end = at + 1 + LengthOf(tex, at + 1, char.IsAsciiLetter);
            return end > at + 1 ? end : Math.Min(tex.Length, at + 1 + CharacterAt(tex, at + 1));
        }

        return at + Math.Max(LengthOf(tex, at, char.IsWhiteSpace), CharacterAt(tex, at));
    }

    private static int CharacterAt(string tex, int at) =>
        at + 1 < tex.Length && char.IsSurrogatePair(tex[at], tex[at + 1]) ? 2 : 1;

    private static int LengthOf(string tex, int at, Func<char, bool> isPart)
    {
        var length = 0;
        while (at + length < tex.Length && isPart(tex[at + length]))
        {
            length++;
        }

        return length;
    }
}
