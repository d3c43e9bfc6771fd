using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>What a line of a text is.</summary>
internal enum BlockKind
{
    Line,
    Title,
    Subtitle,
    Small,
    Quote,
    Item,
    Code,
}

/// <summary>A line of a text, or a whole code block.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words, with the marks inside of them; of a code block all lines.</param>
internal sealed partial record MarkdownBlock(BlockKind Kind, string Text)
{
    /// <summary>The bullet or number of an item.</summary>
    public string Marker { get; private init; } = "";

    /// <summary>How far an item is moved in, in columns.</summary>
    public int Indent { get; private init; }

    /// <summary>The blocks of a text, in order.</summary>
    public static IEnumerable<MarkdownBlock> Of(string text)
    {
        var position = 0;
        foreach (Match fence in Fence().Matches(text))
        {
            foreach (var line in Lines(text[position..fence.Index].TrimEnd('\n')))
            {
                yield return line;
            }

            yield return new MarkdownBlock(BlockKind.Code, fence.Groups["code"].Value.Trim('\n'));
            position = fence.Index + fence.Length;
            position += position < text.Length && text[position] == '\n' ? 1 : 0;
        }

        foreach (var line in Lines(text[position..]))
        {
            yield return line;
        }
    }

    private static IEnumerable<MarkdownBlock> Lines(string text) => text.Length == 0 ? [] : text.Split('\n').Select(OfLine);

    private static MarkdownBlock OfLine(string line)
    {
        var match = Lead().Match(line);
        var lead = match.Groups["lead"].Value;
        var rest = match.Groups["rest"].Value;
        var indent = lead.Length - lead.TrimStart(' ').Length;
        return lead.Trim() switch
        {
            "#" => new MarkdownBlock(BlockKind.Title, rest),
            "##" or "###" => new MarkdownBlock(BlockKind.Subtitle, rest),
            "-#" => new MarkdownBlock(BlockKind.Small, rest),
            ">" or ">>>" => new MarkdownBlock(BlockKind.Quote, rest),
            "-" or "*" or "+" => new MarkdownBlock(BlockKind.Item, rest) { Marker = "•", Indent = indent },
            { Length: > 1 } number => new MarkdownBlock(BlockKind.Item, rest) { Marker = number, Indent = indent },
            _ => new MarkdownBlock(BlockKind.Line, line),
        };
    }

    [GeneratedRegex("```(?:[A-Za-z0-9_+#.-]*\n)?(?<code>.+?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<lead>#{1,3} |-# |>>> |> | *[-*+] | *\d+\. )?(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Lead();
}
