using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NotesBot.Notes.Reading;

/// <summary>What a note says about itself in the YAML above its text.</summary>
internal sealed class FrontMatter
{
    // The parser needs four times as long for twice as much.
    private const int MaxLength = 16 << 10;

    private readonly List<string> _keywords = [];

    /// <summary>Its <c>title</c>; <see langword="null"/> without one.</summary>
    internal string? Title { get; private set; }

    /// <summary>Its <c>aliases</c>, <c>keywords</c> and <c>tags</c>.</summary>
    internal IReadOnlyList<string> Keywords => _keywords;

    /// <summary>Whether it says <c>draft: true</c>.</summary>
    internal bool IsDraft { get; private set; }

    /// <summary>Reads what can be read: broken YAML counts up to where it breaks.</summary>
    internal static FrontMatter Parse(string yaml)
    {
        var matter = new FrontMatter();
        if (yaml.Length > MaxLength)
        {
            return matter;
        }

        try
        {
            matter.ReadMapping(new Parser(new StringReader(yaml)));
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser throws the others for some. A tab or a missing quote in the front matter is no reason to lose the note: what stands above it was kept.
        }

        return matter;
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

    private void Set(string key, string value)
    {
        switch (key)
        {
            case "title" when value.Length > 0: Title = PlainText.OneLine(value); break;
            case "draft": IsDraft = value.ToLowerInvariant() is "true" or "yes" or "on"; break;
            case "aliases" or "alias" or "keywords" or "keyword" or "tags" or "tag": AddKeywords(value); break;
        }
    }

    private void AddKeywords(string value) =>
        _keywords.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimStart('#')));
}
