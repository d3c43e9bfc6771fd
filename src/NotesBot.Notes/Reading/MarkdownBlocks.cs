using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading;

/// <summary>Turns the syntax tree of Markdown into the blocks of a note. One object a file.</summary>
/// <param name="source">Gives the fragments of headings.</param>
/// <param name="placeOf">Where a block stands.</param>
internal sealed class MarkdownBlocks(NoteSource source, Func<Block, NotePlace> placeOf)
{
    private readonly List<NoteBlock> _blocks = [];
    private int _level;

    /// <summary>
    /// The blocks in the order of their lines; footnotes, which the parser moves to the end, go back to theirs. The cells of a notebook come
    /// one after another: a bold line is below the last heading, wherever that was.
    /// </summary>
    internal IReadOnlyList<NoteBlock> Convert(MarkdownDocument document)
    {
        _blocks.Clear();
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
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup: break;
            case HeadingBlock heading: AddHeading(heading); break;
            case ParagraphBlock paragraph: AddParagraph(paragraph, static text => text); break;
            case MathBlock math: AddFormula(math.Lines.ToString(), math); break;
            case FencedCodeBlock fenced: AddCode(fenced, fenced.Info); break;
            case CodeBlock code: AddCode(code, language: null); break;
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
        _blocks.Add(new HeadingNote(heading.Level, text, source.NextAnchor(text), inline.Links, placeOf(heading)));
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

    private void AddParagraph(ParagraphBlock paragraph, Func<string, string> edit)
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

    private void AddText(ParagraphBlock paragraph, string text, IReadOnlyList<string> links)
    {
        var isBold = InlineText.IsBold(paragraph.Inline);
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
        var items = new MarkdownList(source, placeOf);
        var note = items.Read(list);
        if (note.Items.Count > 0)
        {
            _blocks.Add(note);
        }

        AddPictures(items.Pictures, list);
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

    private void AddFormula(string latex, Block block)
    {
        if (latex.Trim() is { Length: > 0 } text)
        {
            _blocks.Add(new FormulaNote($"$${PlainText.Code(text)}$$", placeOf(block)));
        }
    }

    private void AddCode(CodeBlock code, string? language)
    {
        if (PlainText.Code(code.Lines.ToString()) is { Length: > 0 } text)
        {
            _blocks.Add(new CodeNote(text, CodeLanguage.Of(language), IsOutput: false, placeOf(code)));
        }
    }
}
