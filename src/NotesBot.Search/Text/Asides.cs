using System.Text.RegularExpressions;
using NotesBot.Notes;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Text;

/// <summary>
/// Passages that hold many a name and say nothing about any: references, lists of links, and the block of a transcript or of slides that says
/// who spoke where.
/// </summary>
internal static partial class Asides
{
    /// <summary>A line without an end of a sentence that is shorter than this may be a title: characters.</summary>
    private const int MaxTitle = 80;

    private static readonly HashSet<string> Headings = KnownLanguages.Phrases(language => language.References);
    private static readonly HashSet<string> Labels = KnownLanguages.Phrases(language => language.Labels);

    internal static bool Is(Passage passage)
    {
        if (passage.Kind is PassageKind.Code or PassageKind.Table)
        {
            return false;
        }

        var lines = passage.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return IsUnderReferences(passage) || IsBlock(lines) || IsBibliography(lines);
    }

    private static bool IsUnderReferences(Passage passage) =>
        passage.Heading is { } heading && Headings.Contains(string.Join(' ', WordReader.Read(heading)
            .Where(word => word.Reading == Reading.Whole && !word.Term.All(char.IsDigit)).Select(word => word.Term)));

    /// <summary>Whether at least half of the lines are addresses and labels, and none of the rest says anything.</summary>
    private static bool IsBlock(string[] lines)
    {
        var addresses = lines.Count(IsAddress);
        return addresses * 2 >= lines.Length && addresses > 0
            && Array.TrueForAll(lines, line => IsAddress(line) || (line.Length < MaxTitle && line[^1] is not ('.' or '!' or '?' or ':')));
    }

    private static bool IsAddress(string line)
    {
        var item = line.TrimStart('-', '*', '•', ' ');
        return Labels.Contains(FoldedText.Of(item.AsSpan(0, Math.Max(0, item.IndexOf(':')))))
            || (Address().Match(item) is { Success: true } address && item.Length - address.Length < MaxTitle);
    }

    /// <summary>Whether most of several lines have the marks of a printed work.</summary>
    private static bool IsBibliography(string[] lines) => lines.Length > 1 && lines.Count(line => Work().IsMatch(line)) * 3 > lines.Length * 2;

    [GeneratedRegex(@"https?://\S+|\bwww\.\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\bet al\b|\bdoi\b|\barxiv\b|\bisbn\b|\bpp\. ?\d|\bvol\. ?\d|\bproceedings of\b|\bauflage\b|\bverlag\b|\buniversity press\b|\(\d{4}[a-z]?\)\.",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Work();
}
