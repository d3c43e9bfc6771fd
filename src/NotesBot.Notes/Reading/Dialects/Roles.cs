using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>Roles of MyST and reStructuredText: <c>{ref}`text &lt;label&gt;`</c>.</summary>
internal static partial class Roles
{
    /// <summary>What a role shows.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Between the accents.</param>
    /// <param name="length">How much of the source it is.</param>
    internal static InlineFinding Read(string name, string text, int length)
    {
        if (name == "math")
        {
            return new InlineFinding(length, text) { IsFormula = true };
        }

        var titled = Titled().Match(text);
        var isLink = name is "ref" or "numref" or "doc" or "download" or "any" or "eq" or "prf:ref" or "sec" or "std:ref";
        return titled.Success ? new InlineFinding(length, titled.Groups["text"].Value)
            : name == "doc" ? new InlineFinding(length, text.Trim('/').Split('/')[^1])
            : isLink || name.StartsWith("cite", StringComparison.Ordinal) || name is "eval" or "label" ? new InlineFinding(length)
            : new InlineFinding(length, text.TrimStart('~', '!'));
    }

    [GeneratedRegex(@"^(?<text>[^<]*\S)\s*<[^<>]+>$")]
    private static partial Regex Titled();
}
