using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>A display formula as its block holds it.</summary>
internal static partial class FormulaText
{
    /// <summary>Between double dollars, without its label; empty when nothing is left.</summary>
    internal static string Of(string latex)
    {
        var text = PlainText.Code(Label().Replace(latex.Trim(), ""));
        return text.Length == 0 ? "" : $"$${text}$$";
    }

    [GeneratedRegex(@"\\label\{[^{}]*\}")]
    private static partial Regex Label();
}
