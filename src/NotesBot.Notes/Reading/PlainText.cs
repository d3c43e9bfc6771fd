using System.Text;

namespace NotesBot.Notes.Reading;

/// <summary>Makes the text of a block plain: no invisible characters, no runs of spaces, line ends as <c>\n</c>.</summary>
internal static class PlainText
{
    /// <summary>Stands for a line end of the source inside a paragraph until <see cref="Clean"/> decides what it was.</summary>
    internal const char SoftBreak = '\v';

    /// <summary>A shorter line that is followed by a capital was ended on purpose, a longer one was wrapped.</summary>
    private const int WrappedLineLength = 50;

    /// <summary>Text as a person reads it: one space between words, soft line ends resolved, nothing around it.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' || (c is SoftBreak && (EndsFormula(clean) || EndsOnPurpose(clean.Length - lineStart, text, i + 1))))
            {
                TrimEnd(clean);
                lineStart = clean.Append('\n').Length;
            }
            else if (IsSpace(c))
            {
                AppendSpace(clean);
            }
            else if (!IsInvisible(c))
            {
                clean.Append(c);
            }
        }

        TrimEnd(clean);
        return clean.ToString().TrimStart();
    }

    /// <summary>The same on one line, for headings and cells.</summary>
    internal static string OneLine(string text) => Clean(text).Replace('\n', ' ');

    /// <summary>A heading as hosts make its fragment from it: they know no spaces but the usual one, and drop the others.</summary>
    internal static string ForAnchor(string heading) =>
        OneLine(string.Concat(heading.Where(letter => char.IsAscii(letter) || !char.IsWhiteSpace(letter))));

    /// <summary>Code as written, but with one kind of line end, without blank lines around it and without control characters.</summary>
    internal static string Code(string text)
    {
        var code = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n").TrimEnd())
        {
            if (c is '\n' or '\t' || !(char.IsControl(c) || c is '\uFEFF'))
            {
                code.Append(c);
            }
        }

        return code.ToString().TrimStart('\n');
    }

    private static bool EndsOnPurpose(int lineLength, string text, int next)
    {
        while (next < text.Length && IsSpace(text[next]))
        {
            next++;
        }

        var rest = text.AsSpan(next);
        return rest.StartsWith("$$", StringComparison.Ordinal) || rest.StartsWith("- ", StringComparison.Ordinal)
            || (lineLength < WrappedLineLength && rest.Length > 0 && !char.IsLower(rest[0]));
    }

    private static bool EndsFormula(StringBuilder text) => text.Length > 1 && text[^1] == '$' && text[^2] == '$';

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is SoftBreak;

    /// <summary>Zero-width signs, soft hyphens, byte order marks and control characters; joiners stay, since emoji need them.</summary>
    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n'))
        {
            text.Append(' ');
        }
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is (' ' or '\n'))
        {
            text.Length--;
        }
    }
}
