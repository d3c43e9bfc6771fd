using System.Buffers;
using System.Text.RegularExpressions;

namespace NotesBot.Commands.Formulas;

/// <summary>A formula in the text of a passage, with the dollars around it.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">Its length.</param>
/// <param name="IsDisplayed">Whether it has lines of its own.</param>
public readonly partial record struct FormulaSpan(int Start, int Length, bool IsDisplayed)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(@"\^_={}");

    private int Fence => IsDisplayed ? 2 : 1;

    /// <summary>The TeX between the dollars.</summary>
    public string TexIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start + Fence, Length - (2 * Fence));
    }

    /// <summary>The formulas in a stretch of a text, in order: none in code, and no amounts of money.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="length">Its length.</param>
    public static IReadOnlyList<FormulaSpan> In(string text, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. Dollars().Matches(text.Substring(start, length))
                .Where(match => match.Value.StartsWith("$$", StringComparison.Ordinal) || IsFormula(match.Value[1..^1]))
                .Select(match => new FormulaSpan(start + match.Index, match.Length, match.Value.StartsWith("$$", StringComparison.Ordinal))),
        ];
    }

    /// <summary>Whether it is more than words between two amounts.</summary>
    private static bool IsFormula(string tex) => tex.AsSpan().ContainsAny(Signs) || !Prose().IsMatch(tex);

    /// <summary>As Pandoc reads them: nothing white inside the dollars, and no digit behind the last.</summary>
    [GeneratedRegex(@"\$\$(?=[^$])[^$]{1,4000}\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]{0,1000}(?<!\s)\$(?![\d$])", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();

    [GeneratedRegex(@"\p{L}{2,} +\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Prose();
}
