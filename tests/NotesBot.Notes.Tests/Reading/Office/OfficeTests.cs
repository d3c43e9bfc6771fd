namespace NotesBot.Notes.Tests.Reading.Office;

public sealed class OfficeTests : IDisposable
{
    private const string Content = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";

    private readonly TempNotes _notes = new();

    public void Dispose() => _notes.Dispose();

    [Fact]
    public void GivenAPresentation_WhenRead_ThenASlideHasItsNumberItsTitleAndItsNotes()
    {
        var shapes = OfficeFile.Shape("title", "Gradient descent") + OfficeFile.Shape("body", "It follows the slope", "It may get stuck") + OfficeFile.Shape("sldNum", "1");

        var reading = _notes.Read("deck.pptx", OfficeFile.Slide(shapes, "Draw the valley here."));

        var passage = Assert.Single(reading.Passages);
        Assert.Equal(["Gradient descent"], passage.Trail);
        Assert.Equal(1, passage.Page);
        Assert.Equal("- It follows the slope\n- It may get stuck\n\nDraw the valley here.", passage.Text);
    }

    [Fact]
    public void GivenADocument_WhenRead_ThenStylesMakeHeadingsAndCommentsAreCounted()
    {
        const string Styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"C\"><w:name w:val=\"Source Code\"/></w:style>";
        const string Body = "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>Overfitting</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t xml:space=\"preserve\">It learns </w:t></w:r><w:del><w:r><w:delText>badly</w:delText></w:r></w:del><w:ins><w:r><w:t>by heart.</w:t></w:r></w:ins></w:p>"
            + "<w:p><w:pPr><w:pStyle w:val=\"C\"/></w:pPr><w:r><w:t>fit(x)</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"C\"/></w:pPr><w:r><w:t>test(x)</w:t></w:r></w:p>"
            + "<w:tbl><w:tblPr><w:tblLook w:val=\"0020\"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>Sign</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Cure</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:tc><w:p><w:r><w:t>gap</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>more data</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

        var reading = _notes.Read("a.docx", OfficeFile.Word(Body, Styles, "<w:comment w:id=\"0\"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>"));

        var passage = Assert.Single(reading.Passages);
        Assert.Equal(["Overfitting"], passage.Trail);
        Assert.Equal("It learns by heart.\n\nfit(x)\ntest(x)\n\nSign | Cure\ngap | more data", passage.Text);
        Assert.Equal([new LeftOut(LeftOutKind.HiddenRemark, 1)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenAnOpenDocument_WhenRead_ThenHeadingsListsAndTablesAreRead()
    {
        var content = $"<office:document-content {Content}><office:body><office:text><text:h text:outline-level=\"1\">Hashing</text:h>"
            + "<text:p>It is <text:span>fast</text:span>.<office:annotation><text:p>Is it?</text:p></office:annotation></text:p>"
            + "<text:list><text:list-item><text:p>open</text:p><text:list><text:list-item><text:p>linear</text:p></text:list-item></text:list></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>Load</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>half</text:p></table:table-cell></table:table-row></table:table>"
            + "</office:text></office:body></office:document-content>";

        var reading = _notes.Read("a.odt", OfficeFile.Zip(("mimetype", "x"), ("content.xml", content)));

        var passage = Assert.Single(reading.Passages);
        Assert.Equal(["Hashing"], passage.Trail);
        Assert.Equal("It is fast.\n\n- open\n  - linear\n\nLoad\nhalf", passage.Text);
        Assert.Equal([new LeftOut(LeftOutKind.HiddenRemark, 1)], reading.Outline.LeftOut);
    }

    [Theory]
    [InlineData("a.pptx")]
    [InlineData("a.docx")]
    [InlineData("a.odt")]
    public void GivenAZipBomb_WhenRead_ThenItIsRefusedByName(string name)
    {
        var reading = _notes.Read(name, OfficeFile.Zip(("content.xml", $"<a>{new string(' ', 80 << 20)}</a>")));

        Assert.Empty(reading.Passages);
        Assert.Equal(new FileFault(name, "It unpacks to more than 64 MiB."), reading.Fault);
    }

    [Theory]
    [InlineData("a.pptx")]
    [InlineData("a.docx")]
    [InlineData("a.odt")]
    public void GivenTenThousandLevels_WhenRead_ThenItIsRefusedByName(string name)
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));

        var reading = _notes.Read(name, OfficeFile.Zip(("content.xml", deep)));

        Assert.Contains("too deeply", reading.Fault?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pptx", "PK\u0003\u0004 broken", "broken")]
    [InlineData("a.docx", "no archive at all", "broken")]
    [InlineData("a.odt", "", "broken")]
    [InlineData("b.docx", "\u00D0\u00CF\u0011\u00E0", "password")]
    public void GivenABrokenFile_WhenRead_ThenItIsRefusedByName(string name, string text, string reason)
    {
        var reading = _notes.Read(name, System.Text.Encoding.Latin1.GetBytes(text + " "));

        Assert.Empty(reading.Passages);
        Assert.Contains(reason, reading.Fault?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pptx")]
    [InlineData("a.docx")]
    [InlineData("a.odt")]
    public void GivenAnArchiveOfSomethingElse_WhenRead_ThenItIsRefusedByName(string name)
    {
        var reading = _notes.Read(name, OfficeFile.Zip(("x.txt", "text")));

        Assert.Contains("no ", reading.Fault?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.docx", "word/styles.xml", "word/elsewhere.xml")]
    [InlineData("a.docx", "ContentType=\"application/xml\"", "")]
    [InlineData("a.docx", "<Relationships ", "<Relations ")]
    [InlineData("a.pptx", "id=\"256\"", "id=\"1\"")]
    [InlineData("a.pptx", "<p:sld ", "<p:sheet ")]
    public void GivenAFileWhosePartsDoNotFit_WhenRead_ThenItIsReadOrRefusedByName(string name, string part, string instead)
    {
        var whole = name == "a.docx" ? OfficeFile.Word("<w:p><w:r><w:t>Text</w:t></w:r></w:p>") : OfficeFile.Slide(OfficeFile.Shape("body", "Text"), "");

        var reading = _notes.Read(name, OfficeFile.Edited(whole, part, instead));

        Assert.DoesNotContain("understood:", reading.Fault?.Reason ?? "", StringComparison.Ordinal);
        Assert.Equal(reading.Fault is null, reading.Passages.Count > 0);
    }

    [Fact]
    public void GivenAnEntityBomb_WhenRead_ThenItIsRefused()
    {
        const string Bomb = "<!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>";

        var reading = _notes.Read("a.odt", OfficeFile.Zip(("content.xml", Bomb)));

        Assert.Contains("broken", reading.Fault?.Reason, StringComparison.Ordinal);
    }
}
