using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using NotesBot.Notes.Reading.Dialects;

namespace NotesBot.Notes.Reading;

/// <summary>Turns the syntax tree of Markdown into the blocks of a note. One object a file.</summary>
/// <param name="source">Gives the fragments of headings.</param>
/// <param name="placeOf">Where a block stands.</param>
internal sealed class MarkdownBlocks(NoteSource source, Func<Block, NotePlace> placeOf)
{
    private readonly List<NoteBlock> _blocks = [];
    private readonly List<(string Name, string Value)> _properties = [];
    private readonly LeftOutCount _leftOut = new();
    private int _level;

    /// <summary>What was left out so far.</summary>
    internal IReadOnlyList<LeftOut> LeftOut => _leftOut.All;

    /// <summary>Properties of the note that stand in its text.</summary>
    internal IReadOnlyList<(string Name, string Value)> Properties => _properties;

    /// <summary>
    /// The blocks in the order of their lines; footnotes, which the parser moves to the end, go back to theirs. The cells of a notebook come
    /// one after another: a bold line is below the last heading, wherever that was.
    /// </summary>
    internal IReadOnlyList<NoteBlock> Convert(MarkdownDocument document)
    {
        _blocks.Clear();
        _leftOut.Add(document);
        AddAll(document);
        return [.. _blocks.OrderBy(block => block.Place.Line ?? 0)];
    }

    private void AddAll(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Add(block);
        }
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup: break;
            case HiddenBlock hidden: AddHidden(hidden); break;
            case TitledBlock titled: AddTitled(titled); break;
            case HeadingBlock heading when BoxedHeading.Is(heading): AddParagraph(heading, static text => text); break;
            case HeadingBlock heading: AddHeading(heading); break;
            case ParagraphBlock paragraph: AddParagraph(paragraph, static text => text); break;
            case FormulaBlock formula: AddFormula(formula); break;
            case FencedCodeBlock fenced: AddFence(fenced); break;
            case CodeBlock code: AddCode(code.Lines.ToString(), language: null, code); break;
            case HtmlBlock html: AddHtml(html); break;
            case ListBlock list: AddList(list); break;
            case Table table: AddTable(table); break;
            case QuoteBlock quote: AddEdited(quote, Callout.Read); break;
            case Footnote footnote: AddEdited(footnote, text => $"[{InlineText.LabelOf(footnote)}] {text}"); break;
            case DefinitionItem definition: AddDefinition(definition); break;
            case ContainerBlock container: AddAll(container); break;
        }
    }

    private void AddHeading(HeadingBlock heading)
    {
        var inline = InlineText.Of(heading.Inline);
        var text = PlainText.OneLine(inline.Raw);
        _level = heading.Level;
        _blocks.Add(new HeadingNote(heading.Level, text, source.NextAnchor(PlainText.ForAnchor(inline.Raw)), inline.Links, placeOf(heading)));
        AddPictures(inline.Pictures, heading);
    }

    /// <summary>A container whose first paragraph needs a word of its own.</summary>
    private void AddEdited(ContainerBlock container, Func<string, string> edit)
    {
        foreach (var block in container)
        {
            if (block is ParagraphBlock paragraph && block == container[0])
            {
                AddParagraph(paragraph, edit);
            }
            else
            {
                Add(block);
            }
        }
    }

    /// <summary>A box: its kind and title stand above its text, as a callout's do.</summary>
    private void AddTitled(TitledBlock titled)
    {
        if (DirectiveNames.IsNoText(titled.Kind))
        {
            return;
        }

        var lead = titled.Lead is { } text ? MarkdownReader.Words(text, source.Path).Raw : "";
        if (lead.Length > 0 && titled is [ParagraphBlock, ..])
        {
            AddEdited(titled, body => $"{lead}\n{body}");
            return;
        }

        AddLine(lead, titled, isBold: true);
        AddAll(titled);
    }

    private void AddHidden(HiddenBlock hidden)
    {
        if (hidden.What.Property is { } property)
        {
            _properties.Add(property);
        }

        var text = hidden.What.Text ?? (hidden.What.MayHoldTitle ? TagTitle.Of(hidden.Source.ToString()) : null);
        AddLine(text is null ? "" : MarkdownReader.Words(text, source.Path).Raw, hidden, isBold: false);
    }

    private void AddLine(string line, Block block, bool isBold)
    {
        if (PlainText.Clean(line) is { Length: > 0 } text)
        {
            var place = placeOf(block);
            _blocks.Add(new ParagraphNote(text, isBold, [], place with { EndLine = place.Line }));
        }
    }

    private void AddParagraph(LeafBlock paragraph, Func<string, string> edit)
    {
        var inline = InlineText.Of(paragraph.Inline);
        if (paragraph.Inline is { FirstChild: MathInline { DelimiterCount: 2, NextSibling: null } math })
        {
            AddFormula(math.Content.ToString(), paragraph);
        }
        else if (PlainText.Clean(edit(inline.Raw)) is { Length: > 0 } text)
        {
            AddText(paragraph, text, inline.Links);
        }

        AddPictures(inline.Pictures, paragraph);
    }

    private void AddText(LeafBlock paragraph, string text, IReadOnlyList<string> links)
    {
        var isBold = paragraph is HeadingBlock || InlineText.IsBold(paragraph.Inline);
        var isTitle = isBold && paragraph.Parent is MarkdownDocument && TitleInDisguise.Is(text);
        _blocks.Add(isTitle
            ? new HeadingNote(Math.Min(_level + 1, 6), text.TrimEnd(':', ' '), Anchor: null, links, placeOf(paragraph))
            : new ParagraphNote(text, isBold, links, placeOf(paragraph)));
    }

    private void AddDefinition(DefinitionItem definition)
    {
        var terms = definition.OfType<DefinitionTerm>().Select(term => InlineText.Of(term.Inline)).ToList();
        var term = string.Join(", ", terms.Select(term => term.Text));
        foreach (var block in definition.Where(block => block is not DefinitionTerm))
        {
            if (block is ParagraphBlock paragraph)
            {
                AddParagraph(paragraph, text => $"{term}: {text}");
            }
            else
            {
                Add(block);
            }
        }
    }

    private void AddList(ListBlock list)
    {
        if (ListOutline.Is(list))
        {
            AddOutline(list);
        }
        else
        {
            AddItems(items => items.Read(list), list);
        }
    }

    /// <summary>Headings become headings, and the lists below them lists of their own.</summary>
    private void AddOutline(ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            if (ListOutline.Is(item))
            {
                AddAll(item);
            }
            else
            {
                AddItems(items => items.Read(item), item);
            }
        }
    }

    private void AddItems(Func<MarkdownList, ListNote> read, Block block)
    {
        var items = new MarkdownList(source, placeOf);
        var note = read(items);
        if (note.Items.Count > 0)
        {
            _blocks.Add(note);
        }

        AddPictures(items.Pictures, block);
    }

    private void AddTable(Table table)
    {
        var rows = new MarkdownTable(placeOf);
        _blocks.Add(rows.Read(table));
        AddPictures(rows.Pictures, table);
    }

    /// <summary>A tag that HTML does not know, alone on its line, is a word in angle brackets.</summary>
    private void AddHtml(HtmlBlock html)
    {
        var text = html.Lines.ToString();
        var place = placeOf(html);
        if (html.Type == HtmlBlockType.NonInterruptingBlock && HtmlTag.NameOf(text.Trim().Split('\n')[0]) is null)
        {
            _blocks.Add(new ParagraphNote(PlainText.Clean(text), IsBold: false, [], place));
        }
        else
        {
            _blocks.AddRange(HtmlReader.ReadFragment(text, place, source));
        }
    }

    private void AddPictures(IEnumerable<(string? Target, string Text)> pictures, Block block) =>
        _blocks.AddRange(pictures.Select(picture => new PictureNote(picture.Target, picture.Text, placeOf(block))));

    private void AddFormula(FormulaBlock formula)
    {
        AddFormula(formula.Lines.ToString(), formula);
        if (DisplayMath.HasWords(formula.Behind))
        {
            AddLine(MarkdownReader.Words(formula.Behind, source.Path).Raw, formula, isBold: false);
        }
    }

    private void AddFormula(string latex, Block block)
    {
        if (FormulaText.Of(latex) is { Length: > 0 } text)
        {
            _blocks.Add(new FormulaNote(text, placeOf(block)));
        }
    }

    private void AddFence(FencedCodeBlock fenced)
    {
        var fence = new CodeFence($"{fenced.Info} {fenced.Arguments}".Trim(), fenced.Lines.ToString());
        if (fence.LeftOut is not null || fence.IsCommand)
        {
            return;
        }

        AddLine(fence.Caption is { } caption ? MarkdownReader.Words(caption, source.Path).Raw : "", fenced, isBold: false);
        if (fence.IsFormula)
        {
            AddFormula(fence.Text, fenced);
        }
        else
        {
            AddCode(fence.Text, fence.Language, fenced);
        }
    }

    private void AddCode(string code, string? language, Block block)
    {
        if (PlainText.Code(code) is { Length: > 0 } text)
        {
            _blocks.Add(new CodeNote(text, language, IsOutput: false, placeOf(block)));
        }
    }
}
