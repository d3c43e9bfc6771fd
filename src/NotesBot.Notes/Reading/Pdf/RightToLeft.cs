using System.Globalization;
using System.Text;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Hebrew and Arabic stand on the page as they are seen, from the left; here they are put as they are read.</summary>
internal static class RightToLeft
{
    /// <summary>Whether a letter belongs to a script that is written from the right.</summary>
    internal static bool Is(char letter) => letter is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc')
        && !char.IsAsciiDigit(letter);

    /// <summary>Whether most letters of a text do.</summary>
    internal static bool IsMost(IEnumerable<string> texts)
    {
        var balance = 0;
        foreach (var letter in texts.SelectMany(text => text).Where(char.IsLetter))
        {
            balance += Is(letter) ? 1 : -1;
        }

        return balance > 0;
    }

    /// <summary>A text as it is read, from one as it is seen from left to right; Arabic shapes become letters.</summary>
    internal static string Read(string seen)
    {
        var elements = Elements(seen.Normalize(NormalizationForm.FormKC));
        var read = new StringBuilder(seen.Length);
        for (var end = elements.Count; end > 0;)
        {
            var start = RunStart(elements, end);
            if (start < end - 1 || IsLeftToRight(elements[start]))
            {
                elements.GetRange(start, end - start).ForEach(element => read.Append(element));
            }
            else
            {
                read.Append(Mirrored(elements[start]));
            }

            end = start;
        }

        return read.ToString();
    }

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        for (var walk = StringInfo.GetTextElementEnumerator(text); walk.MoveNext();)
        {
            elements.Add(walk.GetTextElement());
        }

        return elements;
    }

    /// <summary>Where the words or numbers of another direction begin that end here; one element back where there are none.</summary>
    private static int RunStart(List<string> elements, int end)
    {
        if (!IsLeftToRight(elements[end - 1]))
        {
            return end - 1;
        }

        var start = end - 1;
        for (var at = start - 1; at >= 0 && !Is(elements[at][0]); at--)
        {
            start = IsLeftToRight(elements[at]) ? at : start;
        }

        return start;
    }

    private static bool IsLeftToRight(string element) => char.IsLetterOrDigit(element[0]) && !Is(element[0]);

    private static string Mirrored(string element) => element switch
    {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        _ => element,
    };
}
