using System.Text;

namespace NotesBot.Terminal;

/// <summary>Breaks text into lines of a width, in columns of a terminal.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text, broken between words; a word wider than a line is broken anywhere.</summary>
    /// <param name="text">Cleaned text; its own line breaks are kept.</param>
    /// <param name="width">Columns, at least 1, the indents included.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="further">What the other lines begin with.</param>
    internal static IEnumerable<string> Wrap(string text, int width, string first = "", string further = "")
    {
        var isBold = false;
        var lead = first;
        foreach (var line in text.Split('\n').SelectMany(one => Break(one, Math.Max(1, width - Ink.Width(further)))))
        {
            var opened = isBold ? Ink.BoldOn + line : line;
            isBold = opened.LastIndexOf(Ink.BoldOn) > opened.LastIndexOf(Ink.BoldOff);
            yield return (lead + (isBold ? opened + Ink.BoldOff : opened)).TrimEnd();
            lead = further;
        }
    }

    /// <summary>The lines of a path, broken behind its slashes, and at words only where a name is wider than a line.</summary>
    internal static IEnumerable<string> WrapPath(string path, int width, string indent)
    {
        var room = Math.Max(1, width - Ink.Width(indent));
        return Stretches(path, room).SelectMany(line => Ink.Width(line) > room ? Break(line, room) : [line]).Select(line => indent + line);
    }

    /// <summary>The lines of code: as written, broken only where a line is too wide.</summary>
    internal static IEnumerable<string> WrapCode(string text, int width, string indent) =>
        text.Split('\n').SelectMany(line => Chop(line.TrimEnd(), Math.Max(1, width - indent.Length)))
            .Select(line => line.Length == 0 ? line : indent + line);

    /// <summary>Pieces of at most <paramref name="width"/> columns; one empty piece for an empty text.</summary>
    internal static IEnumerable<string> Chop(string text, int width)
    {
        var piece = new StringBuilder();
        var taken = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var needed = Ink.Width(rune);
            if (taken + needed > width && taken > 0)
            {
                yield return piece.ToString();
                piece.Clear();
                taken = 0;
            }

            piece.Append(rune);
            taken += needed;
        }

        yield return piece.ToString();
    }

    /// <summary>As many names of a path as fit, a name that does not fit alone.</summary>
    private static IEnumerable<string> Stretches(string path, int room)
    {
        var line = "";
        for (var at = 0; at < path.Length;)
        {
            var slash = path.IndexOf('/', at);
            var name = slash < 0 ? path[at..] : path[at..(slash + 1)];
            at += name.Length;
            if (line.Length > 0 && Ink.Width(line + name) > room)
            {
                yield return line;
                line = "";
            }

            line += name;
        }

        yield return line;
    }

    private static IEnumerable<string> Break(string text, int width)
    {
        var line = new StringBuilder();
        var taken = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Chop(word, width)))
        {
            var needed = Ink.Width(word);
            if (taken > 0 && taken + 1 + needed > width)
            {
                yield return line.ToString();
                line.Clear();
                taken = 0;
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
            taken += needed + (taken > 0 ? 1 : 0);
        }

        yield return line.ToString();
    }
}
