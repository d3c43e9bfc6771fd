using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>The title that stands in a tag of a generator: <c>{% tab title="Python" %}</c>, <c>&lt;TabItem label="LRU"&gt;</c>.</summary>
internal static partial class TagTitle
{
    /// <summary>Titles and captions in it, in their order; <see langword="null"/> when there is none.</summary>
    internal static string? Of(string tag)
    {
        var titles = Attribute().Matches(tag).Select(match => match.Groups["value"].Value).Concat(Positional().Matches(tag).Select(match => match.Groups["value"].Value));
        var text = string.Join(". ", titles.Where(title => title.Any(char.IsLetter)).Distinct());
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"(?<=\s)(title|label|caption|header|summary|heading)\s*=\s*(\\?""(?<value>[^""]*)""|'(?<value>[^']*)')", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\{\{[<%]\s*(tab|details|expand|tabitem|panel|spoiler|collapse)\s+""(?<value>[^""]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Positional();
}
