using System.Net;
using System.Text;
using NotesBot.Discord.Simulator.Console;

namespace NotesBot.Discord.Simulator.Pages;

/// <summary>A text with Discord's Markdown as HTML.</summary>
internal static class MarkdownHtml
{
    private static readonly (Style Style, string Element)[] Elements =
    [
        (Style.Bold, "b"), (Style.Italic, "i"), (Style.Underline, "u"), (Style.Strike, "s"), (Style.Link, "a"), (Style.Mention, "mark"),
        (Style.Hidden, "del"), (Style.Code, "code"),
    ];

    private static readonly InlineMarkdown Inline = new(null);

    public static string Of(string text)
    {
        var html = new StringBuilder("<div class=text>");
        foreach (var block in MarkdownBlock.Of(text))
        {
            html.Append(Block(block));
        }

        return html.Append("</div>").ToString();
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Block(MarkdownBlock block) => block.Kind switch
    {
        BlockKind.Title => $"<h1>{Words(block.Text)}</h1>",
        BlockKind.Subtitle => $"<h3>{Words(block.Text)}</h3>",
        BlockKind.Small => $"<small>{Words(block.Text)}</small>",
        BlockKind.Quote => $"<blockquote>{Words(block.Text)}</blockquote>",
        BlockKind.Item => $"<p class=item style='--level:{block.Indent / 2}' data-marker='{block.Marker}'>{Words(block.Text)}</p>",
        BlockKind.Code => $"<pre>{Escape(block.Text)}</pre>",
        _ => block.Text.Length == 0 ? "<p>&nbsp;</p>" : $"<p>{Words(block.Text)}</p>",
    };

    private static string Words(string text) => string.Concat(Inline.Parse(text, Style.None).Select(Span));

    private static string Span(Span span)
    {
        var html = Escape(span.Text);
        foreach (var (_, element) in Elements.Where(known => span.Style.HasFlag(known.Style)))
        {
            html = $"<{element}>{html}</{element}>";
        }

        return html;
    }
}
