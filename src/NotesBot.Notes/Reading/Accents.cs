using System.Buffers;
using System.Text;

namespace NotesBot.Notes.Reading;

/// <summary>Accents that stand for themselves, as PDF and LaTeX have them, and the letters that they become with their base.</summary>
internal static class Accents
{
    private const string Marks = "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0327\u0304\u0306\u0307\u030b";
    private const string SpacingMarks = "`\u00b4\u02c6\u02dc\u00a8\u02da\u02c7\u00b8\u00af\u02d8\u02d9\u02dd";

    private static readonly SearchValues<char> AnyMark = SearchValues.Create(Marks);

    /// <summary>For each mark of <see cref="Marks"/> in the same order: base letters and what they become.</summary>
    private static readonly (string Base, string Composed)[] Compositions =
    [
        ("aeiouAEIOUnN", "àèìòùÀÈÌÒÙǹǸ"),
        ("aeiouyAEIOUYcnszCNSZ", "áéíóúýÁÉÍÓÚÝćńśźĆŃŚŹ"),
        ("aeiouAEIOUcghsCGHS", "âêîôûÂÊÎÔÛĉĝĥŝĈĜĤŜ"),
        ("anoANOiuIU", "ãñõÃÑÕĩũĨŨ"),
        ("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
        ("auAU", "åůÅŮ"),
        ("cszrenCSZRENdtDT", "čšžřěňČŠŽŘĚŇďťĎŤ"),
        ("csCSt", "çşÇŞţ"),
        ("aeiouAEIOU", "āēīōūĀĒĪŌŪ"),
        ("agueAGUE", "ăğŭĕĂĞŬĔ"),
        ("zcegZCEGI", "żċėġŻĊĖĠİ"),
        ("ouOU", "őűŐŰ"),
    ];

    /// <summary>The accent that a sign is, as a combining character; <see langword="null"/> when it is none.</summary>
    internal static char? MarkOf(string text)
    {
        if (text.Length != 1)
        {
            return null;
        }

        var spacing = SpacingMarks.IndexOf(text[0], StringComparison.Ordinal);
        return spacing >= 0 ? Marks[spacing] : Marks.Contains(text[0], StringComparison.Ordinal) ? text[0] : null;
    }

    /// <summary>Base letter and accent as one letter; <see langword="null"/> when there is none for them.</summary>
    internal static char? Compose(char letter, char mark)
    {
        var at = Marks.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var plain = letter switch { 'ı' => 'i', 'ȷ' => 'j', _ => letter };
        var (bases, composed) = Compositions[at];
        var index = bases.IndexOf(plain, StringComparison.Ordinal);
        return index < 0 ? null : composed[index];
    }

    /// <summary>Composes accents that follow their letter inside a text.</summary>
    internal static string ComposeAll(string text)
    {
        if (!text.AsSpan().ContainsAny(AnyMark))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (composed.Length > 0 && Compose(composed[^1], letter) is { } one)
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(letter);
            }
        }

        return composed.ToString();
    }
}
