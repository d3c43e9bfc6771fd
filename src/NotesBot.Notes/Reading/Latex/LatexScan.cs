namespace NotesBot.Notes.Reading.Latex;

/// <summary>Steps over the arguments of commands.</summary>
internal static class LatexScan
{
    private const int MaxDepth = 200;

    /// <summary>The text of the group that begins at a place, after spaces, and the place behind it; the next sign alone where there is no group.</summary>
    /// <exception cref="UnreadableNoteException">Groups lie too deeply in one another.</exception>
    internal static (string Text, int End) Group(string tex, int at)
    {
        at = SkipSpaces(tex, at);
        if (at >= tex.Length || tex[at] != '{')
        {
            return at >= tex.Length ? ("", at) : tex[at] == '\\' ? Command(tex, at) : (tex[at].ToString(), at + 1);
        }

        var depth = 0;
        for (var end = at; end < tex.Length; end++)
        {
            depth += tex[end] switch { '\\' => Escaped(ref end), '{' => 1, '}' => -1, _ => 0 };
            if (depth > MaxDepth)
            {
                throw new UnreadableNoteException("It is nested too deeply to be read.");
            }

            if (depth == 0)
            {
                return (tex[(at + 1)..Math.Min(end, tex.Length)], end + 1);
            }
        }

        return (tex[(at + 1)..], tex.Length);
    }

    /// <summary>The text in brackets at a place, or nothing, and the place behind it.</summary>
    internal static (string? Text, int End) Option(string tex, int at)
    {
        var start = SkipSpaces(tex, at);
        if (start >= tex.Length || tex[start] != '[')
        {
            return (null, at);
        }

        var depth = 0;
        for (var end = start + 1; end < tex.Length; end++)
        {
            depth += tex[end] switch { '\\' => Escaped(ref end), '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && end < tex.Length && tex[end] == ']')
            {
                return (tex[(start + 1)..end], end + 1);
            }
        }

        return (null, at);
    }

    /// <summary>The name of the command whose backslash stands at a place, and the place behind it.</summary>
    internal static (string Name, int End) Name(string tex, int at)
    {
        var end = at + 1;
        while (end < tex.Length && char.IsAsciiLetter(tex[end]))
        {
            end++;
        }

        end = Math.Min(end == at + 1 ? at + 2 : end, tex.Length);
        return (tex[(at + 1)..end], end);
    }

    /// <summary>The place behind <c>&lt;2-&gt;</c>, by which slides say in which of their steps something is shown.</summary>
    internal static int Step(string tex, int at)
    {
        var end = at < tex.Length && tex[at] == '<' ? tex.IndexOf('>', at) : -1;
        return end > 0 && end - at < 20 ? end + 1 : at;
    }

    private static (string Text, int End) Command(string tex, int at)
    {
        var end = Name(tex, at).End;
        return (tex[at..end], end);
    }

    private static int SkipSpaces(string tex, int at)
    {
        while (at < tex.Length && char.IsWhiteSpace(tex[at]))
        {
            at++;
        }

        return at;
    }

    private static int Escaped(ref int at)
    {
        at++;
        return 0;
    }
}
