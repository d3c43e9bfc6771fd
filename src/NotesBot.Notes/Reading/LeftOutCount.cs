using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NotesBot.Notes.Reading.Dialects;

namespace NotesBot.Notes.Reading;

/// <summary>Counts what is left out of a note, by kind. One object a file.</summary>
internal sealed class LeftOutCount
{
    private readonly SortedDictionary<LeftOutKind, int> _counts = [];

    /// <summary>Each kind once.</summary>
    internal IReadOnlyList<LeftOut> All => [.. _counts.Select(pair => new LeftOut(pair.Key, pair.Value))];

    /// <summary>Counts some of a kind; none is nothing.</summary>
    internal void Add(LeftOutKind kind, int count)
    {
        if (count > 0)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + count;
        }
    }

    /// <summary>Counts what a text of Markdown hides.</summary>
    internal void Add(MarkdownDocument document)
    {
        foreach (var kind in document.Descendants().Select(KindOf).OfType<LeftOutKind>())
        {
            Add(kind, 1);
        }
    }

    private static LeftOutKind? KindOf(MarkdownObject node) => node switch
    {
        HiddenBlock hidden => hidden.What.Kind,
        HiddenInline hidden => hidden.Kind,
        FencedCodeBlock fenced => new CodeFence($"{fenced.Info} {fenced.Arguments}".Trim(), "").LeftOut,
        HtmlBlock { Type: HtmlBlockType.Comment } comment when IsRemark(comment.Lines.ToString()) => LeftOutKind.HiddenRemark,
        HtmlInline html when html.Tag.StartsWith("<!--", StringComparison.Ordinal) && IsRemark(html.Tag) => LeftOutKind.HiddenRemark,
        _ => null,
    };

    /// <summary>Commands of tools (<c>prettier-ignore</c>, <c>toc</c>) are short.</summary>
    private static bool IsRemark(string comment) => comment.Split(' ', '\n').Count(word => word.Length > 1 && word.All(char.IsLetter)) > 2;
}
