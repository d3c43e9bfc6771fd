using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using NotesBot.Notes.Reading.Dialects;

namespace NotesBot.Notes.Reading;

/// <summary>Flattens a list with everything in it into items. One object a list.</summary>
internal sealed class MarkdownList(NoteSource source, Func<Block, NotePlace> placeOf)
{
    private readonly List<ListNoteItem> _items = [];
    private readonly List<(string? Target, string Text)> _pictures = [];

    /// <summary>Pictures in the items.</summary>
    internal IReadOnlyList<(string? Target, string Text)> Pictures => _pictures;

    /// <summary>All items, nested ones after their parent.</summary>
    internal ListNote Read(ListBlock list)
    {
        AddItems(list, depth: 0);
        return new ListNote(_items, placeOf(list));
    }

    /// <summary>One item with all that is in it.</summary>
    internal ListNote Read(ListItemBlock item)
    {
        AddItem(item, depth: 0, number: null);
        return new ListNote(_items, placeOf(item));
    }

    private void AddItems(ListBlock list, int depth)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            AddItem(item, depth, list.IsOrdered ? item.Order : null);
        }
    }

    /// <summary>What follows a nested list is an item of its own below the same parent, so that the order is kept.</summary>
    private void AddItem(ListItemBlock item, int depth, int? number)
    {
        var own = new List<Block>();
        foreach (var block in item)
        {
            if (block is ListBlock nested)
            {
                Flush();
                AddItems(nested, depth + 1);
            }
            else
            {
                own.Add(block);
            }
        }

        Flush();

        void Flush()
        {
            var isFirst = own.Count > 0 && own[0] == item[0];
            AddText(own, isFirst ? depth : depth + 1, isFirst ? number : null);
            own.Clear();
        }
    }

    private void AddText(List<Block> blocks, int depth, int? number)
    {
        var text = new StringBuilder();
        var links = new List<string>();
        foreach (var block in blocks)
        {
            Append(block, text, links);
        }

        if (text.ToString().Trim() is { Length: > 0 } trimmed)
        {
            var place = placeOf(blocks[0]) with { EndLine = placeOf(blocks[^1]).EndLine };
            _items.Add(new ListNoteItem(depth, number, trimmed, links, place));
        }
    }

    private void Append(Block block, StringBuilder text, List<string> links)
    {
        switch (block)
        {
            case HeadingBlock heading: source.NextAnchor(AppendInline(heading, text, links)); break;
            case Table table: AppendTable(table, text, links); break;
            case HtmlBlock html: AppendNotes(HtmlReader.ReadFragment(html.Lines.ToString(), default, source), text, links); break;
            case HiddenBlock: break;
            case FormulaBlock formula: text.Append(FormulaText.Of(formula.Lines.ToString())).Append('\n'); break;
            case CodeBlock code: AppendCode(code, text); break;
            case LeafBlock leaf: AppendInline(leaf, text, links); break;
            case ContainerBlock container:
                text.Append(container is TitledBlock { Lead: { } lead } ? MarkdownReader.Words(lead, source.Path).Text + "\n" : "");
                foreach (var child in container)
                {
                    Append(child, text, links);
                }

                break;
        }
    }

    private static void AppendCode(CodeBlock code, StringBuilder text)
    {
        var fence = new CodeFence(code is FencedCodeBlock fenced ? $"{fenced.Info} {fenced.Arguments}".Trim() : "", code.Lines.ToString());
        if (fence.LeftOut is null && !fence.IsCommand)
        {
            text.Append(fence.IsFormula ? FormulaText.Of(fence.Text) : PlainText.Code(fence.Text)).Append('\n');
        }
    }

    private string AppendInline(LeafBlock leaf, StringBuilder text, List<string> links)
    {
        var inline = InlineText.Of(leaf.Inline);
        links.AddRange(inline.Links);
        _pictures.AddRange(inline.Pictures);
        text.Append(inline.Text).Append('\n');
        return PlainText.OneLine(inline.Raw);
    }

    private void AppendTable(Table table, StringBuilder text, List<string> links)
    {
        var rows = new MarkdownTable(placeOf);
        AppendNotes([rows.Read(table)], text, links);
        _pictures.AddRange(rows.Pictures);
    }

    private static void AppendNotes(IEnumerable<NoteBlock> blocks, StringBuilder text, List<string> links)
    {
        foreach (var block in blocks)
        {
            text.Append(NoteText.Of(block)).Append('\n');
            links.AddRange(NoteText.LinksOf(block));
        }
    }
}
