using System.Text.Json;

namespace NotesBot.Notes.Reading;

/// <summary>Jupyter notebooks of the formats 3 and 4. One object a file.</summary>
/// <remarks>Source: nbformat's page "The Notebook file format".</remarks>
internal sealed class NotebookReader
{
    private readonly NoteSource _source;
    private readonly List<NoteBlock> _blocks = [];
    private readonly NotebookOutputs _outputs = new();
    private readonly MarkdownBlocks _markdown;
    private int _cell;

    internal NotebookReader(NoteSource source)
    {
        _source = source;
        _markdown = new MarkdownBlocks(source, _ => Place);
    }

    private NotePlace Place => new(Cell: _cell);

    /// <summary>Reads the notebook.</summary>
    /// <exception cref="UnreadableNoteException">It is no notebook.</exception>
    internal NoteDocument Read()
    {
        try
        {
            using var json = NotebookJson.Parse(_source);
            ReadCells(json.RootElement);
        }
        catch (JsonException exception)
        {
            throw new UnreadableNoteException("It is no notebook: its JSON is broken or nested too deeply.", exception);
        }

        return new NoteDocument { Path = _source.Path, Blocks = _blocks, LeftOut = [.. _markdown.LeftOut, .. _outputs.LeftOut] };
    }

    private void ReadCells(JsonElement notebook)
    {
        var language = LanguageOf(notebook);
        foreach (var cell in CellsOf(notebook))
        {
            _cell++;
            Add(cell, language);
        }

        if (_cell == 0)
        {
            throw new UnreadableNoteException("It is no notebook: there is no cell in it.");
        }
    }

    private static IEnumerable<JsonElement> CellsOf(JsonElement notebook)
    {
        var worksheets = NotebookJson.Items(notebook, "worksheets").SelectMany(sheet => NotebookJson.Items(sheet, "cells"));
        return NotebookJson.Items(notebook, "cells").Concat(worksheets).Where(cell => cell.ValueKind == JsonValueKind.Object);
    }

    private static string? LanguageOf(JsonElement notebook)
    {
        var metadata = NotebookJson.Child(notebook, "metadata");
        var name = NotebookJson.Text(NotebookJson.Child(metadata, "language_info"), "name");
        name = name.Length > 0 ? name : NotebookJson.Text(NotebookJson.Child(metadata, "kernelspec"), "language");
        return CodeLanguage.Of(name);
    }

    private void Add(JsonElement cell, string? language)
    {
        var text = NotebookJson.Text(cell, "source");
        switch (NotebookJson.Text(cell, "cell_type"))
        {
            case "markdown": AddMarkdown(text); break;
            case "heading": AddHeading(PlainText.OneLine(text), NotebookJson.Number(cell, "level") ?? 1); break;
            case "code": AddCode(cell, text, language); break;
            default: AddCodeText(text, language: null); break;
        }

        _outputs.CountAttachments(cell);
    }

    private void AddMarkdown(string text) => _blocks.AddRange(_markdown.Convert(MarkdownReader.Parse(text, _source.Path)).Select(WithoutAttachment));

    /// <summary>A picture that lies inside the notebook has no address.</summary>
    private static NoteBlock WithoutAttachment(NoteBlock block) =>
        block is PictureNote { Target: { } target } picture && target.StartsWith("attachment:", StringComparison.Ordinal) ? picture with { Target = null } : block;

    private void AddHeading(string text, int level) =>
        _blocks.Add(new HeadingNote(Math.Clamp(level, 1, 6), text, _source.NextAnchor(text), [], Place));

    private void AddCode(JsonElement cell, string text, string? language)
    {
        var input = text.Length > 0 ? text : NotebookJson.Text(cell, "input");
        AddCodeText(input, CodeLanguage.Of(NotebookJson.Text(cell, "language")) ?? language);
        foreach (var output in NotebookJson.Items(cell, "outputs"))
        {
            if (NotebookOutputs.Markdown(output) is { Length: > 0 } markdown)
            {
                AddShown(markdown);
            }
            else if (_outputs.Read(output) is { Length: > 0 } shown)
            {
                _blocks.Add(new CodeNote(shown, null, IsOutput: true, Place));
            }
        }
    }

    /// <summary>Text that a cell made. A heading in it is not one of the notebook: the next cell does not belong below it.</summary>
    private void AddShown(string markdown) =>
        _blocks.AddRange(_markdown.Convert(MarkdownReader.Parse(markdown, _source.Path))
            .Select(block => block is HeadingNote heading ? new ParagraphNote(heading.Text, IsBold: true, heading.Links, heading.Place) : WithoutAttachment(block))
            .Where(block => block is not ParagraphNote { Text.Length: 0 }));

    private void AddCodeText(string text, string? language)
    {
        var cell = new CodeFence(language ?? "", text);
        if (cell.Caption is { } caption)
        {
            _blocks.Add(new ParagraphNote(caption, IsBold: false, [], Place));
        }

        if (PlainText.Code(cell.Text) is { Length: > 0 } code)
        {
            _blocks.Add(new CodeNote(code, language, IsOutput: false, Place));
        }
    }
}
