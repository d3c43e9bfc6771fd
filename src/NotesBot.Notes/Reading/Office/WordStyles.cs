using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NotesBot.Notes.Reading.Office;

/// <summary>What a paragraph is, by its style.</summary>
/// <param name="Level">Of a heading, from 1.</param>
/// <param name="IsCode">Whether it is program text.</param>
/// <param name="IsContents">Whether it is a line of a list of contents.</param>
/// <param name="List">Of an item: which list.</param>
/// <param name="Depth">Of an item, from 0.</param>
/// <param name="IsNumbered">Whether the items of its list are counted.</param>
internal sealed record WordStyle(int? Level, bool IsCode, bool IsContents, int? List, int Depth, bool IsNumbered);

/// <summary>The styles of a Word document.</summary>
internal sealed partial class WordStyles
{
    private const int MaxParents = 20;
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Numbering? _numbering;

    internal WordStyles(MainDocumentPart main)
    {
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            _styles[style.StyleId?.Value ?? ""] = style;
        }

        _numbering = main.NumberingDefinitionsPart?.Numbering;
    }

    /// <summary>What a paragraph is.</summary>
    internal WordStyle Of(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var chain = Chain(properties?.ParagraphStyleId?.Val?.Value).ToList();
        var names = chain.ConvertAll(style => style.StyleName?.Val?.Value ?? "");
        var level = properties?.OutlineLevel?.Val?.Value is { } own and < 9 ? own + 1 : LevelOf(chain, names);
        var numbering = properties?.NumberingProperties ?? chain.Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(found => found is not null);
        var list = numbering?.NumberingId?.Val?.Value is { } id and > 0 ? id : (int?)null;
        var depth = Math.Clamp(numbering?.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        return new WordStyle(level, names.Exists(name => Code().IsMatch(name)), names.Exists(name => Contents().IsMatch(name)), list, depth, list is { } number && IsNumbered(number, depth));
    }

    /// <summary>Whether all words of a paragraph are bold.</summary>
    internal static bool IsBold(Paragraph paragraph)
    {
        var runs = paragraph.Descendants<Run>().Where(run => !string.IsNullOrWhiteSpace(run.InnerText)).ToList();
        return runs.Count > 0 && runs.TrueForAll(run => run.RunProperties?.Bold is { } bold && bold.Val?.Value != false);
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var steps = 0; id is not null && _styles.TryGetValue(id, out var style) && steps < MaxParents; steps++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static int? LevelOf(List<Style> chain, List<string> names)
    {
        foreach (var (style, name) in chain.Zip(names))
        {
            if (Heading().Match(name) is { Success: true } match)
            {
                return match.Groups["level"] is { Success: true } digit ? digit.Value[0] - '0' : 1;
            }

            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level and < 9)
            {
                return level + 1;
            }
        }

        return null;
    }

    private bool IsNumbered(int list, int depth)
    {
        var kind = _numbering?.Elements<NumberingInstance>().FirstOrDefault(instance => instance.NumberID?.Value == list)?.AbstractNumId?.Val?.Value;
        var format = _numbering?.Elements<AbstractNum>().FirstOrDefault(found => found.AbstractNumberId?.Value == kind)?
            .Elements<Level>().FirstOrDefault(found => found.LevelIndex?.Value == depth)?.NumberingFormat?.Val?.Value;
        return format is { } found && found != NumberFormatValues.Bullet && found != NumberFormatValues.None;
    }

    [GeneratedRegex(@"^(heading|überschrift|titre|título|titolo|rubrik|kop)\s+(?<level>[1-9])$|^title$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\bcode\b|source ?code|listing|preformatted|verbatim|macro text", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(toc|table of figures)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();
}
