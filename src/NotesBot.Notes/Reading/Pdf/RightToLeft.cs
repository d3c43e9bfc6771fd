using System.Globalization;
using System.Text;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Hebrew and Arabic stand on the page as they are seen, from the left; here they are put as they are read.</summary>
internal static class RightToLeft
{
    /// <summary>The first of the shapes that an Arabic letter takes by its place in a word; those of the letters below follow one another.</summary>
    private const char FirstShape = '\ufe80';

    private const string Letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";
    private const string ShapesOfEach = "122224242444442222444444444444444224";
    private static readonly string[] LamAlefs = ["لآ", "لأ", "لإ", "لا"];
    private static readonly string Shapes = string.Concat(Letters.Zip(ShapesOfEach, (letter, count) => new string(letter, count - '0')));
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
        var elements = Elements(string.Concat(seen.Select(Letter)));
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

    /// <summary>The letter, or the two, that a shape stands for. Both of a pair stand as they are seen, so the second first.</summary>
    private static string Letter(char shape)
    {
        var at = shape - FirstShape;
        return at < 0 || at > 0x7c ? shape.ToString()
            : at < Shapes.Length ? Shapes[at].ToString()
            : LamAlefs[Math.Min((at - Shapes.Length) / 2, LamAlefs.Length - 1)] is var pair ? $"{pair[1]}{pair[0]}" : "";
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
