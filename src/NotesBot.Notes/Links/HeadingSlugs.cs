using System.Globalization;
using System.Text;

namespace NotesBot.Notes.Links;

/// <summary>
/// The fragments that a host gives the headings of one rendered file. One for each file, asked once a heading in their order, since
/// repeated headings are numbered. Not safe to use from many threads.
/// </summary>
/// <remarks>
/// Sources: GitHub's "About READMEs: section links" and the rules of its table of contents filter; GitLab's "GitLab Flavored Markdown:
/// header IDs
/// and links"; Gitea's identifiers of goldmark; Python-Markdown's <c>toc</c> extension, which Bitbucket uses.
/// </remarks>
/// <param name="style">Whose rules; <see cref="SlugStyle.Auto"/> is taken for GitHub's.</param>
public sealed class HeadingSlugs(SlugStyle style)
{
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>The fragment of the next heading, without <c>#</c>; <see langword="null"/> where the host makes none.</summary>
    /// <param name="headingText">Without markup; code and emphasis as their text.</param>
    public string? Next(string headingText)
    {
        ArgumentNullException.ThrowIfNull(headingText);
        var slug = style switch
        {
            SlugStyle.None => "",
            SlugStyle.GitLab => Number(GitLab(headingText), "-"),
            SlugStyle.Gitea => Number(Gitea(headingText), "-"),
            SlugStyle.Bitbucket => Number(Bitbucket(headingText), "_"),
            _ => Number(GitHub(headingText), "-"),
        };
        return slug.Length == 0 ? null : slug;
    }

    private string Number(string slug, string separator)
    {
        var free = slug;
        while (_taken.ContainsKey(free))
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}{separator}{++_taken[slug]}");
        }

        _taken[free] = 0;
        return slug.Length == 0 ? "" : free;
    }

    private static string GitHub(string text) => Keep(text.Trim(), IsWord);

    private static string GitLab(string text)
    {
        var slug = Keep(text.Trim(), IsWord);
        while (slug.Contains("--", StringComparison.Ordinal))
        {
            slug = slug.Replace("--", "-", StringComparison.Ordinal);
        }

        return slug.Length > 0 && slug.All(char.IsAsciiDigit) ? "anchor-" + slug : slug;
    }

    private static string Gitea(string text) =>
        Keep(text.Trim().Replace('İ', 'i'), static rune => Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_');

    private static string Bitbucket(string text)
    {
        var ascii = Keep(LatinLetters.ToAscii(text).Trim(), static rune => rune.IsAscii && IsWord(rune));
        var words = ascii.Split('-', StringSplitOptions.RemoveEmptyEntries);
        var edges = (Start: ascii.StartsWith('-') ? "-" : "", End: ascii.EndsWith('-') ? "-" : "");
        return words.Length == 0 ? "" : $"markdown-header-{edges.Start}{string.Join('-', words)}{edges.End}";
    }

    /// <summary>In lower case, as Unicode has it: the Turkish İ becomes two letters, which the invariant culture leaves alone.</summary>
    private static string Lower(Rune rune) => rune.Value == 0x130 ? "i\u0307" : Rune.ToLowerInvariant(rune).ToString();

    private static string Keep(string text, Func<Rune, bool> isKept)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is ' ' or '-' or '\t' or '\n')
            {
                slug.Append('-');
            }
            else if (isKept(rune))
            {
                slug.Append(Lower(rune));
            }
        }

        return slug.ToString();
    }

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or
        UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
