namespace NotesBot.Discord.Simulator.Console;

/// <summary>The lines of a text, as the client shows them: headings, small text, quotes, lists, code blocks.</summary>
internal sealed class BlockMarkdown(List<string> links)
{
    private readonly InlineMarkdown _inline = new(links);

    public IEnumerable<List<Span>> Lines(string text, int width) => MarkdownBlock.Of(text)
        .SelectMany(block => block.Kind == BlockKind.Code ? Code(block.Text, width) : Line(block, width));

    private static IEnumerable<List<Span>> Code(string code, int width)
    {
        foreach (var line in code.Split('\n'))
        {
            foreach (var part in Styled.Wrap([new Span(line.Replace(' ', '\u00A0'), Style.Code)], width))
            {
                yield return [new Span("▏ ", Style.Small), .. part.Select(span => span with { Text = span.Text.Replace('\u00A0', ' ') })];
            }
        }
    }

    private IEnumerable<List<Span>> Line(MarkdownBlock block, int width)
    {
        var (prefix, style) = block.Kind switch
        {
            BlockKind.Title => ("", Style.Bold | Style.Underline),
            BlockKind.Subtitle => ("", Style.Bold),
            BlockKind.Small => ("", Style.Small),
            BlockKind.Quote => ("▌ ", Style.None),
            BlockKind.Item => ($"{new string(' ', block.Indent)}{block.Marker} ", Style.None),
            _ => ("", Style.None),
        };
        var indent = new string(' ', Styled.Width(prefix));
        var isFirst = true;
        foreach (var part in Styled.Wrap(_inline.Parse(block.Text, style), width - indent.Length))
        {
            var lead = isFirst || block.Kind == BlockKind.Quote ? prefix : indent;
            isFirst = false;
            yield return [new Span(lead, Style.Small), .. part];
        }
    }
}
