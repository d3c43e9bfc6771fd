using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NotesBot.Notes.Reading;

/// <summary>What a note says about itself above its text: in YAML, TOML or JSON, or in lines like <c>Tags: a, b</c>.</summary>
internal sealed partial class FrontMatter
{
    // The parser needs four times as long for twice as much.
    private const int MaxLength = 16 << 10;

    private readonly List<string> _keywords = [];

    private FrontMatter()
    {
    }

    /// <summary>Its <c>title</c>; <see langword="null"/> without one.</summary>
    internal string? Title { get; private set; }

    /// <summary>Its <c>aliases</c>, <c>keywords</c> and <c>tags</c>.</summary>
    internal IReadOnlyList<string> Keywords => _keywords;

    /// <summary>Whether it says <c>draft: true</c> or <c>published: false</c>.</summary>
    internal bool IsDraft { get; private set; }

    /// <summary>Whether the note is a drawing of Excalidraw.</summary>
    internal bool IsDrawing { get; private set; }

    /// <summary>How much of the text it takes, in UTF-16 units; 0 when there is none.</summary>
    internal int Length { get; private set; }

    /// <summary>Reads what stands above the text. Broken YAML counts up to where it breaks; text between two rules is text.</summary>
    internal static FrontMatter Read(string text)
    {
        var matter = new FrontMatter();
        if (Yaml().Match(text) is { Success: true } yaml)
        {
            matter.ReadYaml(yaml);
        }
        else if (Toml().Match(text) is { Success: true } toml)
        {
            matter.ReadToml(toml);
        }
        else if (text.StartsWith('{') && Json().IsMatch(text))
        {
            matter.ReadJson(text);
        }
        else if (PandocTitle().Match(text) is { Success: true } pandoc)
        {
            matter.Length = pandoc.Length;
            matter.Set("title", pandoc.Groups["title"].Value);
        }

        matter.ReadLines(text);
        return matter;
    }

    /// <summary>Takes a property that stands in the text (<c>alias:: x</c>).</summary>
    internal void Set(string key, string value)
    {
        switch (key)
        {
            case "title" when value.Length > 0: Title = PlainText.OneLine(value.TrimStart('#', ' ')); break;
            case "draft": IsDraft |= IsTrue(value); break;
            case "published": IsDraft |= value.ToLowerInvariant() is "false" or "no" or "off"; break;
            case "excalidraw-plugin": IsDrawing = true; break;
            case "aliases" or "alias" or "keywords" or "keyword" or "tags" or "tag" or "class" or "course": AddKeywords(value); break;
        }
    }

    private static bool IsTrue(string value) => value.ToLowerInvariant() is "true" or "yes" or "on";

    private void AddKeywords(string value) =>
        _keywords.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => BlockId().Replace(word, "").TrimStart('#').Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal))
            .Where(word => word.Length > 0 && !_keywords.Contains(word)));

    private void ReadYaml(Match yaml)
    {
        var inside = yaml.Groups["yaml"].Value;
        if (!FirstKey().IsMatch(inside) && !string.IsNullOrWhiteSpace(inside))
        {
            return;
        }

        var read = new FrontMatter();
        if (!read.Parse(inside) && !LooksLikeFields(inside))
        {
            return;
        }

        (Title, IsDraft, IsDrawing, Length) = (read.Title, read.IsDraft, read.IsDrawing, yaml.Length);
        _keywords.AddRange(read._keywords);
        if (Title is null && RawTitle().Match(inside) is { Success: true } title)
        {
            Set("title", title.Groups["title"].Value);
        }
    }

    /// <summary>Whether it is YAML to its end.</summary>
    private bool Parse(string yaml)
    {
        if (yaml.Length > MaxLength)
        {
            return false;
        }

        try
        {
            ReadMapping(new Parser(new StringReader(yaml)));
            return true;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser throws the others for some. A tab or a missing quote in the front matter is no reason to lose the note: what stands above it was kept.
            return false;
        }
    }

    /// <summary>What does not parse is front matter all the same when most of its lines are fields.</summary>
    private static bool LooksLikeFields(string yaml)
    {
        var lines = yaml.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line) && line[0] != '#').ToList();
        return lines.Count(FieldLine().IsMatch) * 3 >= lines.Count * 2;
    }

    private void ReadMapping(Parser yaml)
    {
        yaml.Consume<StreamStart>();
        if (!yaml.TryConsume<DocumentStart>(out _) || !yaml.TryConsume<MappingStart>(out _))
        {
            return;
        }

        while (yaml.TryConsume<Scalar>(out var key))
        {
            foreach (var value in ReadValues(yaml))
            {
                Set(key.Value.ToLowerInvariant(), value.Trim());
            }
        }

        yaml.Consume<MappingEnd>();
    }

    private static List<string> ReadValues(Parser yaml)
    {
        if (yaml.TryConsume<Scalar>(out var scalar))
        {
            return [scalar.Value];
        }

        var values = new List<string>();
        var depth = 0;
        do
        {
            var item = yaml.Consume<ParsingEvent>();
            depth += item.NestingIncrease;
            if (depth == 1 && item is Scalar { Value: var value })
            {
                values.Add(value);
            }
        }
        while (depth > 0);

        return values;
    }

    /// <summary>TOML as far as it matters here: names with texts, truth values and lists of texts.</summary>
    private void ReadToml(Match toml)
    {
        Length = toml.Length;
        foreach (Match field in TomlField().Matches(toml.Groups["toml"].Value))
        {
            var value = field.Groups["value"].Value;
            var texts = TomlText().Matches(value).Select(text => text.Groups["text"].Value).DefaultIfEmpty(value.Trim());
            foreach (var text in texts)
            {
                Set(field.Groups["name"].Value.ToLowerInvariant(), text);
            }
        }
    }

    private void ReadJson(string text)
    {
        try
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, MaxLength)]);
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
            if (!JsonDocument.TryParseValue(ref reader, out var json))
            {
                return;
            }

            using (json)
            {
                Length = System.Text.Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed));
                foreach (var member in json.RootElement.EnumerateObject())
                {
                    SetJson(member);
                }
            }
        }
        catch (JsonException)
        {
            // It only began like JSON: it is text.
        }
    }

    private void SetJson(JsonProperty member)
    {
        var values = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray() : Enumerable.Repeat(member.Value, 1);
        foreach (var value in values)
        {
            Set(member.Name.ToLowerInvariant(), value.ToString());
        }
    }

    /// <summary>Lines of names and values above everything else.</summary>
    private void ReadLines(string text)
    {
        var lines = MetaLines().Match(text, Length);
        if (!lines.Success || lines.Length == 0)
        {
            return;
        }

        Length = lines.Index + lines.Length;
        foreach (Match line in MetaLine().Matches(lines.Value))
        {
            var value = line.Groups["value"].Value.Trim();
            var isTags = line.Groups["name"].Value.StartsWith("tag", StringComparison.OrdinalIgnoreCase);
            Set(line.Groups["name"].Value.ToLowerInvariant(), isTags ? value.Replace(" #", ",#", StringComparison.Ordinal) : value);
        }
    }

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?!\s*\n)(?<yaml>(?>.*\n)*?)(---|\.\.\.)[ \t]*(\r?\n|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"\A\+\+\+[ \t]*\r?\n(?<toml>(?>.*\n)*?)\+\+\+[ \t]*(\r?\n|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Toml();

    [GeneratedRegex(@"\A\{\s*(""|\})")]
    private static partial Regex Json();

    [GeneratedRegex(@"\A%[ \t]+(?<title>.+)\r?\n(%.*\r?\n){0,2}", RegexOptions.ExplicitCapture)]
    private static partial Regex PandocTitle();

    [GeneratedRegex(@"\A(?>[ \t\r]*(#.*)?\n)*([""']?[\w@$][\w .@$/-]{0,60}[""']?[ \t]*:([ \t]|\r?\n)|[?!]\S?[ \S])", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstKey();

    [GeneratedRegex(@"^([\w][\w .'-]{0,40}:|\s+\S|[-?:]\s|[%!}\]])")]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^title:[ \t]*(?<title>#+[ \t]*\S.*)$", RegexOptions.Multiline)]
    private static partial Regex RawTitle();

    [GeneratedRegex("""^[ \t]*"?(?<name>[\w-]+)"?[ \t]*=[ \t]*(?<value>\[[^\]]*\]|"{3}(?s:.)*?"{3}|.*)""", RegexOptions.Multiline)]
    private static partial Regex TomlField();

    [GeneratedRegex("""("(?<text>(\\.|[^"\\])*)"|'(?<text>[^']*)')""", RegexOptions.ExplicitCapture)]
    private static partial Regex TomlText();

    [GeneratedRegex(@"(^|\s)\^[\w-]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex BlockId();

    [GeneratedRegex(
        @"\G\s*(?>(class|tags?|date|created|updated|modified|course|authors?|status|type|category|categories|alias(es)?|keywords|related|title|up)[ \t]*:(?![:/]).*(\r?\n|\z))+(?=[ \t]*\r?\n|[ \t]*\z|\#)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MetaLines();

    [GeneratedRegex(@"^\s*(?<name>\w+)[ \t]*:(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex MetaLine();
}
