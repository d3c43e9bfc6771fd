using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NotesBot.Notes.Reading.Dialects;

namespace NotesBot.Notes.Reading;

/// <summary>The words inside a block of Markdown, with the links and pictures among them.</summary>
internal sealed partial class InlineText
{
    private const int MaxDepth = 100;

    /// <summary>Stands where something was left out, until what it leaves behind is tidied up.</summary>
    private const char LeftOutHere = '\u0001';

    private readonly StringBuilder _text = new();
    private readonly List<string> _links = [];
    private readonly List<(string? Target, string Text)> _pictures = [];

    private int _depth;

    private InlineText(ContainerInline? inlines) => AddAll(inlines);

    /// <summary>Text with soft line ends as <see cref="PlainText.SoftBreak"/>, not cleaned.</summary>
    internal string Raw => Bracketed().Replace(Gap().Replace(_text.ToString(), ""), "${link}");

    /// <summary>Text as a person reads it.</summary>
    internal string Text => PlainText.Clean(Raw);

    /// <summary>Targets of links, as written.</summary>
    internal IReadOnlyList<string> Links => _links;

    /// <summary>Pictures, with what their alternative text says.</summary>
    internal IReadOnlyList<(string? Target, string Text)> Pictures => _pictures;

    /// <summary>An address in angle brackets that were escaped: the brackets were meant for the renderer.</summary>
    [GeneratedRegex(@"<(?<link>https?://[^\s<>]+)>")]
    private static partial Regex Bracketed();

    /// <summary>Something was left out there: brackets around nothing, a space before a stop, or the place alone.</summary>
    [GeneratedRegex(@"[ \t]?\([\s,;~]*\u0001[\s,;~\u0001]*\)|[ \t]+\u0001(?=[.,;:!?)])|\u0001[ \t]?(?=\u0001)|\u0001", RegexOptions.ExplicitCapture)]
    private static partial Regex Gap();

    /// <summary>The words of a block.</summary>
    internal static InlineText Of(ContainerInline? inlines) => new(inlines);

    /// <summary>Whether nothing but bold text (and a colon) is there.</summary>
    internal static bool IsBold(ContainerInline? inlines) =>
        inlines is not null && inlines.Any(IsBold) && inlines.All(inline => IsBold(inline) || IsPunctuation(inline));

    private static bool IsBold(Inline inline) => inline is EmphasisInline { DelimiterChar: '*' or '_' } emphasis
        && (emphasis.DelimiterCount >= 2 || emphasis.FirstChild is EmphasisInline { DelimiterCount: >= 2, NextSibling: null });

    private static bool IsPunctuation(Inline inline) => inline is LiteralInline literal && literal.Content.AsSpan().Trim(" :.\u200B\u00A0").IsEmpty;

    private void AddAll(ContainerInline? inlines)
    {
        _depth++;
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Add(inline);
        }

        _depth--;
    }

    /// <summary>Below a depth that nobody writes, only the words are taken, without recursion: a line of asterisks nests as deep as it is long.</summary>
    private void AddContainer(ContainerInline container)
    {
        if (_depth < MaxDepth)
        {
            AddAll(container);
            return;
        }

        foreach (var leaf in container.Descendants().OfType<LeafInline>())
        {
            Add(leaf);
        }
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: _text.Append(literal.Content.AsSpan()); break;
            case HiddenInline: _text.Append(LeftOutHere); break;
            case CodeInline { Content: ['=' or '$', ..] query } when IsQuery(query): _text.Append(LeftOutHere); break;
            case CodeInline code: _text.Append(code.ContentSpan); break;
            case LineBreakInline lineBreak: _text.Append(lineBreak.IsHard ? '\n' : PlainText.SoftBreak); break;
            case LinkInline link: AddLink(link); break;
            case AutolinkInline link: AddAutolink(link); break;
            case MathInline math: AddMath(math); break;
            case HtmlEntityInline entity: _text.Append(entity.Transcoded.AsSpan()); break;
            case HtmlInline html: AddTag(html.Tag); break;
            case TaskList task: _text.Append(task.Checked ? "[x]" : "[ ]"); break;
            case FootnoteLink footnote: AddFootnote(footnote); break;
            case DelimiterInline delimiter: _text.Append(delimiter.ToLiteral()); AddContainer(delimiter); break;
            case ContainerInline container: AddContainer(container); break;
        }
    }

    /// <summary>A query of Dataview in the middle of a sentence.</summary>
    private static bool IsQuery(string code) => code.StartsWith("= ", StringComparison.Ordinal) || code.StartsWith("$= ", StringComparison.Ordinal)
        || code.StartsWith("=this.", StringComparison.Ordinal) || code.StartsWith("$=dv", StringComparison.Ordinal);

    private void AddLink(LinkInline link)
    {
        if (link.IsImage)
        {
            _pictures.Add((link.Url, PictureText.Of(Of(link).Raw, link.Title)));
            return;
        }

        AddTarget(link.Url);
        AddContainer(link);
    }

    private void AddAutolink(AutolinkInline link)
    {
        AddTarget(link.IsEmail ? $"mailto:{link.Url}" : link.Url);
        _text.Append(link.Url);
    }

    private void AddTarget(string? url)
    {
        if (!string.IsNullOrWhiteSpace(url))
        {
            _links.Add(url);
        }
    }

    private void AddMath(MathInline math)
    {
        var dollars = new string('$', math.DelimiterCount);
        _text.Append(dollars).Append(math.Content.AsSpan()).Append(dollars);
    }

    private void AddFootnote(FootnoteLink footnote)
    {
        if (!footnote.IsBackLink)
        {
            _text.Append('[').Append(LabelOf(footnote.Footnote)).Append(']');
        }
    }

    /// <summary>The name of a footnote as it was written, without the caret.</summary>
    internal static string LabelOf(Footnote footnote) => (footnote.Label ?? "").TrimStart('^');

    private void AddTag(string tag)
    {
        if (HtmlTag.IsInvisible(tag))
        {
            return;
        }

        switch (HtmlTag.NameOf(tag))
        {
            case null: _text.Append(tag); break;
            case "br" or "p" or "div" or "li" or "tr": _text.Append('\n'); break;
            case "img": _pictures.Add((HtmlTag.Attribute(tag, "src"), PictureText.Of(HtmlTag.Attribute(tag, "alt"), HtmlTag.Attribute(tag, "title")))); break;
            case "a": AddTarget(HtmlTag.Attribute(tag, "href")); break;
        }
    }
}
