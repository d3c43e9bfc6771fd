using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using M = DocumentFormat.OpenXml.Math;

namespace NotesBot.Notes.Reading.Office;

/// <summary>The words of what office programs draw.</summary>
internal static partial class OfficeText
{
    /// <summary>All paragraphs of a shape or cell on one line.</summary>
    internal static string OfBody(OpenXmlElement body) => PlainText.OneLine(string.Join(' ', body.Elements<A.Paragraph>().Select(Of)));

    /// <summary>One paragraph.</summary>
    internal static string Of(A.Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var part in paragraph.ChildElements)
        {
            text.Append(part switch
            {
                A.Run run => run.Text?.Text,
                A.Field field => field.Text?.Text,
                A.Break => "\n",
                AlternateContent other => FormulaIn(other.GetFirstChild<AlternateContentChoice>()),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>The signs of a formula in their order.</summary>
    internal static string FormulaIn(OpenXmlElement? element) => string.Concat((element?.Descendants<M.Text>() ?? []).Select(text => text.Text));

    /// <summary>Where a paragraph of a slide links to on the web.</summary>
    internal static List<string> LinksIn(A.Paragraph paragraph)
    {
        var owner = paragraph.Ancestors<OpenXmlPartRootElement>().FirstOrDefault()?.OpenXmlPart;
        return [.. paragraph.Descendants<A.HyperlinkOnClick>().Select(link => TargetOf(owner, link.Id?.Value)).OfType<string>()];
    }

    /// <summary>The address that a link of a part stands for; <see langword="null"/> without one.</summary>
    internal static string? TargetOf(OpenXmlPart? owner, string? id) =>
        owner?.HyperlinkRelationships.FirstOrDefault(link => link.Id == id)?.Uri.OriginalString;

    /// <summary>What a file calls itself; <see langword="null"/> where its program did.</summary>
    internal static string? Title(string? title) => string.IsNullOrWhiteSpace(title) || NoTitle().IsMatch(title) ? null : PlainText.OneLine(title);

    [GeneratedRegex(@"^\s*(powerpoint|presentation|präsentation|présentation|presentación|word|document|dokument|untitled|slide|title)\b[\s\d-]*\w*\s*\d*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
