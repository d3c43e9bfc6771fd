namespace NotesBot.Notes.Tests.Reading;

public sealed class MarkdownTests : IDisposable
{
    private readonly TempNotes _notes = new();

    public void Dispose() => _notes.Dispose();

    [Theory]
    [InlineData("a `code` **bold** *it* ~~gone~~ ==marked==", "a code bold it gone marked")]
    [InlineData("if a<b and c>d then $x<y$", "if a<b and c>d then $x<y$")]
    [InlineData("use <your-name> here", "use <your-name> here")]
    [InlineData("one<br>two <kbd>Ctrl</kbd>", "one\ntwo Ctrl")]
    [InlineData("see [[Note#Part|the part]] and [[Other#Part]]", "see the part and Other > Part")]
    [InlineData("a [link](b(c).md) and \\<https://x.org/a\\>", "a link and https://x.org/a")]
    [InlineData("costs ($50k->$1.6m) ~88%", "costs ($50k->$1.6m) ~88%")]
    [InlineData("> [!Tip] hinreichend\n> Eine Bedingung", "Tip: hinreichend\nEine Bedingung")]
    [InlineData("zero\u200Bwidth &amp; soft\u00ADhyphen", "zerowidth & softhyphen")]
    [InlineData("- [x] done\n- [ ] open", "- [x] done\n- [ ] open")]
    [InlineData("Term\n: what it means", "Term: what it means")]
    [InlineData("x[^1] y\n\n[^1]: the note", "x[1] y\n\n[1] the note")]
    public void GivenMarkup_WhenRead_ThenTheTextIsWhatAPersonReads(string markdown, string text)
    {
        var passage = _notes.Only(markdown);

        Assert.Equal(text, passage.Text);
    }

    [Fact]
    public void GivenADisplayFormula_WhenItBeginsOnTheLineOfItsDollars_ThenItsStrokesStay()
    {
        var passage = _notes.Only("It holds\n$$\\begin{align}\n\\{1\\} &= 1\\\\\n2\n\\end{align}$$\nfor all.");

        Assert.Contains("$$\\begin{align}\n\\{1\\} &= 1\\\\\n2\n\\end{align}$$", passage.Text, StringComparison.Ordinal);
        Assert.Contains(passage.Parts, part => part.Kind == PassagePartKind.Formula);
    }

    [Fact]
    public void GivenFrontMatter_WhenRead_ThenTitleAndKeywordsAreTheNotes()
    {
        var passage = _notes.Only("---\ntitle: Sets\naliases: [collections, \"Mengen\"]\ntags:\n  - maths\n---\nA set has elements.");

        Assert.Equal("Sets", passage.Title);
        Assert.Equal(["collections", "Mengen", "maths"], passage.Keywords);
        Assert.Equal("A set has elements.", passage.Text);
        Assert.Equal(7, passage.Line);
    }

    [Fact]
    public void GivenADraft_WhenRead_ThenItHasNoPassages()
    {
        var reading = _notes.Read("note.md", "---\ndraft: true\n---\nSecret.");

        Assert.Empty(reading.Passages);
        Assert.Null(reading.Fault);
    }

    [Fact]
    public void GivenATable_WhenRead_ThenItsHeaderAndRowsAreParts()
    {
        var passage = _notes.Only("|Name|Symbol|\n|-|-|\n|and|$a \\land b$|");

        Assert.Equal("Name | Symbol\nand | $a \\land b$", passage.Text);
        Assert.Equal([PassagePartKind.TableHeader, PassagePartKind.TableRow], passage.Parts.Select(part => part.Kind));
        Assert.Equal(PassageKind.Table, passage.Kind);
    }

    [Fact]
    public void GivenPictures_WhenRead_ThenOnlyAlternativeTextsThatSaySomethingAreText()
    {
        Directory.CreateDirectory(Path.Combine(_notes.Root, "my images"));
        File.WriteAllBytes(Path.Combine(_notes.Root, "my images", "a.png"), [1]);

        var passage = _notes.Only("Text\n\n![image-20210701101230650](gone.png) ![The loop](my%20images/a.png)");

        Assert.Equal("Text\n\nThe loop", passage.Text);
        Assert.Equal("my images/a.png", passage.Picture);
    }

    [Fact]
    public void GivenABoldLine_WhenItStandsAlone_ThenItIsAHeadingBelowTheLast()
    {
        var passage = _notes.Only("# Lecture\n\n**Assess Label Consistency**\n\n" + new string('x', 300));

        Assert.Equal(["Lecture", "Assess Label Consistency"], passage.Trail);
        Assert.Equal("lecture", passage.Anchor);
    }

    [Fact]
    public void GivenTheSameHeadingTwice_WhenRead_ThenEachHasItsOwnAnchorAndId()
    {
        var body = new string('x', 300);

        var passages = _notes.Read("note.md", $"## Summary\n\n{body}\n\n## Summary\n\n{body}").Passages;

        Assert.Equal(["summary", "summary-1"], passages.Select(passage => passage.Anchor));
        Assert.Equal(2, passages.Select(passage => passage.Id).Distinct().Count());
        Assert.Equal([(1, 3), (5, 7)], passages.Select(passage => (passage.Line!.Value, passage.EndLine!.Value)));
    }

    [Fact]
    public void GivenHtmlInMarkdown_WhenRead_ThenItsWordsAreThereAndItsScriptsAreNot()
    {
        var passage = _notes.Only("<details>\n<summary>More</summary>\n\nInside.\n\n</details>\n\n<script>alert(1)</script>\n\n<table><tr><th>A</th></tr><tr><td>1</td></tr></table>");

        Assert.Equal("More\n\nInside.\n\nA\n1", passage.Text);
    }
}
