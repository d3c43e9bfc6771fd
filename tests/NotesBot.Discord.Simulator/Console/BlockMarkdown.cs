using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>The lines of a text, as the client shows them: headings, small text, quotes, lists, code blocks.</summary>
internal sealed partial class BlockMarkdown(List<string> links)
{
    private readonly InlineMarkdown _inline = new(links);

    public IEnumerable<List<Span>> Lines(string text, int width)
    {
        var position = 0;
        foreach (Match fence in Fence().Matches(text))
        {
            foreach (var line in Plain(text[position..fence.Index].TrimEnd('\n'), width))
            {
                yield return line;
            }

            foreach (var line in Code(fence.Groups["code"].Value.Trim('\n'), width))
            {
                yield return line;
            }

            position = fence.Index + fence.Length;
            position += position < text.Length && text[position] == '\n' ? 1 : 0;
        }

        foreach (var line in Plain(text[position..], width))
        {
            yield return line;
        }
    }

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

    private IEnumerable<List<Span>> Plain(string text, int width) =>
        text.Length == 0 ? [] : text.Split('\n').SelectMany(line => PlainLine(line, width));

    private IEnumerable<List<Span>> PlainLine(string line, int width)
    {
        var (prefix, rest, style) = Split(line);
        var indent = new string(' ', Styled.Width(prefix));
        var isFirst = true;
        foreach (var part in Styled.Wrap(_inline.Parse(rest, style), width - indent.Length))
        {
            var lead = isFirst || prefix.StartsWith('▌') ? prefix : indent;
            isFirst = false;
            yield return [new Span(lead, Style.Small), .. part];
        }
    }

    private static (string Prefix, string Words, Style Style) Split(string line)
    {
        var match = Lead().Match(line);
        var lead = match.Groups["lead"].Value;
        var rest = match.Groups["rest"].Value;
        return lead.Trim() switch
        {
            "#" => ("", rest, Style.Bold | Style.Underline),
            "##" or "###" => ("", rest, Style.Bold),
            "-#" => ("", rest, Style.Small),
            ">" or ">>>" => ("▌ ", rest, Style.None),
            "-" or "*" or "+" => (Indent(lead) + "• ", rest, Style.None),
            { Length: > 1 } number => (Indent(lead) + number + " ", rest, Style.None),
            _ => ("", line, Style.None),
        };
    }

    private static string Indent(string lead) => new(' ', lead.Length - lead.TrimStart(' ').Length);

    [GeneratedRegex("```(?:[A-Za-z0-9_+#.-]*\n)?(?<code>.+?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<lead>#{1,3} |-# |>>> |> | *[-*+] | *\d+\. )?(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Lead();
}
