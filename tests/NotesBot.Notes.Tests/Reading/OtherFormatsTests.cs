namespace NotesBot.Notes.Tests.Reading;

public sealed class OtherFormatsTests : IDisposable
{
    private readonly TempNotes _notes = new();

    public void Dispose() => _notes.Dispose();

    [Fact]
    public void GivenANotebook_WhenRead_ThenCodeStandsBelowTheHeadingOfItsMarkdownCell()
    {
        var reading = _notes.Read("lab.ipynb", """
            {"nbformat": 4, "metadata": {"language_info": {"name": "python"}}, "cells": [
              {"cell_type": "markdown", "source": ["# Lab\n", "Some *text*."]},
              {"cell_type": "code", "source": "print(1)", "outputs": [
                {"output_type": "stream", "text": ["1\n"]},
                {"output_type": "display_data", "data": {"image/png": "iVBOR", "text/plain": "<Figure size 1x1>"}},
                {"output_type": "execute_result", "data": {"text/html": "<table>spam</table>", "text/plain": ["   a\n", "0  1"]}}]}]}
            """);

        var passage = Assert.Single(reading.Passages);
        Assert.Equal("Some text.\n\nprint(1)\n\n1\n\n   a\n0  1", passage.Text);
        Assert.Equal(["Lab"], passage.Trail);
        Assert.Equal((1, null), (passage.Cell, passage.Line));
        Assert.Equal("python", passage.Parts[1].Language);
        Assert.Equal([new LeftOut(LeftOutKind.NotebookPicture, 1)], reading.Outline.LeftOut);
        Assert.Null(reading.Fault);
    }

    [Fact]
    public void GivenALongOutput_WhenRead_ThenItsBeginningIsKeptAndTheRestCounted()
    {
        var lines = string.Join(", ", Enumerable.Range(1, 50).Select(line => $"\"line {line}\\n\""));

        var reading = _notes.Read("lab.ipynb", $$"""{"cells": [{"cell_type": "code", "source": "x", "outputs": [{"output_type": "stream", "text": [{{lines}}]}]}]}""");

        Assert.EndsWith("line 10", Assert.Single(reading.Passages).Text, StringComparison.Ordinal);
        Assert.Equal([new LeftOut(LeftOutKind.OutputEnd, 1)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenANotebookOfFormat3_WhenRead_ThenItsHeadingsAndInputsAreRead()
    {
        var reading = _notes.Read("old.ipynb", """
            {"nbformat": 3, "worksheets": [{"cells": [
              {"cell_type": "heading", "level": 2, "source": "Setup"},
              {"cell_type": "code", "language": "python", "input": ["import os"], "outputs": [{"output_type": "pyout", "text": "ok"}]}]}]}
            """);

        var passage = Assert.Single(reading.Passages);
        Assert.Equal(["Setup"], passage.Trail);
        Assert.Equal("import os\n\nok", passage.Text);
    }

    [Fact]
    public void GivenPlainText_WhenRead_ThenUnderlinesMakeHeadingsAndWrappedLinesAreJoined()
    {
        var wrapped = "This is a line that a program has wrapped somewhere about here\nand that goes on.";

        var passage = Assert.Single(_notes.Read("a.txt", $"Title\n=====\n\n{wrapped}\n\n- one\n- two\n  more").Passages);

        Assert.Equal(["Title"], passage.Trail);
        Assert.Equal("This is a line that a program has wrapped somewhere about here and that goes on.\n\n- one\n- two more", passage.Text);
        Assert.Equal((1, 9), (passage.Line, passage.EndLine));
    }

    [Fact]
    public void GivenHtml_WhenRead_ThenTitleHeadingsListsTablesAndCodeAreKept()
    {
        var passage = Assert.Single(_notes.Read("a.html", """
            <html><head><title>Page</title><style>p{}</style></head><body><script>x()</script>
            <h1 id="top">Heads</h1><p>Some <b>bold</b> text.</p><ul><li>one<ul><li>inner</li></ul></li></ul>
            <table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><pre><code class="language-cs">var a;</code></pre></body></html>
            """).Passages);

        Assert.Equal("Page", passage.Title);
        Assert.Equal(["Heads"], passage.Trail);
        Assert.Equal("top", passage.Anchor);
        Assert.Equal("Some bold text.\n\n- one\n  - inner\n\nA | B\n1 | 2\n\nvar a;", passage.Text);
    }
}
