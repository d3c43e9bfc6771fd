using System.Text;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Joins lines to running text. Words parted at a line's end are put together again, by what else the file says.</summary>
internal sealed class PdfProse
{
    private const string Hyphens = "-\u2010\u00ad";
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    internal PdfProse(IEnumerable<PdfLine> lines)
    {
        var isParted = false;
        foreach (var line in lines)
        {
            var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words.Skip(isParted ? 1 : 0).Where(word => !Hyphens.Contains(word[^1])))
            {
                Learn(word);
            }

            isParted = Hyphens.Contains(words[^1][^1]);
        }
    }

    /// <summary>The text of some lines.</summary>
    internal string Join(IReadOnlyList<PdfLine> lines)
    {
        var text = new StringBuilder(lines[0].Text);
        foreach (var line in lines.Skip(1))
        {
            if (!TryJoinWord(text, line.Text))
            {
                text.Append(text.Length > 0 && text[^1] is '—' or '/' && line.Text.Length > 0 ? "" : " ").Append(line.Text);
            }
        }

        return text.Replace("\u00ad", "").ToString().Trim();
    }

    /// <summary>A dotted name, and each part of a compound, is known as well.</summary>
    private void Learn(string word)
    {
        var bare = word.Trim(".,;:!?()[]{}\"'“”‘’".ToCharArray());
        if (bare.Length > 1)
        {
            _words.Add(bare.Replace('\u2010', '-'));
        }
    }

    private bool TryJoinWord(StringBuilder text, string next)
    {
        if (text.Length < 2 || !Hyphens.Contains(text[^1]) || !char.IsLetter(text[^2]) || !char.IsLetter(next[0]))
        {
            return false;
        }

        var hyphen = text[^1];
        var head = LastWord(text);
        var tail = new string([.. next.TakeWhile(letter => char.IsLetter(letter) || letter == '-')]);
        if (!KeepsHyphen(head, tail, hyphen))
        {
            text.Length--;
        }

        text.Append(next);
        return true;
    }

    private bool KeepsHyphen(string head, string tail, char hyphen)
    {
        if (_words.Contains($"{head}-{tail}"))
        {
            return true;
        }

        if (_words.Contains(head + tail) || hyphen != '-')
        {
            return false;
        }

        return char.IsUpper(tail[0]) || head.Contains('-') || tail.Contains('-') || head.Length > 2 && tail.Length > 2 && _words.Contains(head) && _words.Contains(tail);
    }

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length - 1;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return text.ToString(start, text.Length - 1 - start);
    }
}
