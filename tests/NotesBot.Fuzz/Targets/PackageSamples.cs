namespace NotesBot.Fuzz.Targets;

/// <summary>Files of office programs, unpacked: parts one after another, each below a line with <see cref="Mark"/> and its name.</summary>
internal static class PackageSamples
{
    /// <summary>What begins the line that names a part.</summary>
    internal const string Mark = "@@@";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Head = """
        @@@[Content_Types].xml
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
        """;

    private const string Links = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

    internal static readonly string Word = $"""
        {Head}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>
        @@@_rels/.rels
        {Links}<Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>
        @@@word/_rels/document.xml.rels
        {Links}<Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Office}/hyperlink" Target="http://a.b" TargetMode="External"/></Relationships>
        @@@word/document.xml
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{Office}"><w:body><w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">item </w:t><w:tab/><w:br/></w:r><w:hyperlink r:id="rId2"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins><w:del><w:r><w:delText>y</w:delText></w:r></w:del></w:p></w:body></w:document>
        @@@word/styles.xml
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="H2"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="x"/><w:basedOn w:val="N"/></w:style></w:styles>
        """;

    internal static readonly string Slides = $"""
        {Head}<Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/><Override PartName="/ppt/slides/slide1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>
        @@@_rels/.rels
        {Links}<Relationship Id="rId1" Type="{Office}/officeDocument" Target="ppt/presentation.xml"/></Relationships>
        @@@ppt/_rels/presentation.xml.rels
        {Links}<Relationship Id="rId1" Type="{Office}/slide" Target="slides/slide1.xml"/></Relationships>
        @@@ppt/presentation.xml
        <p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="{Office}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>
        @@@ppt/slides/slide1.xml
        <p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp><p:grpSp><p:sp><p:txBody><a:p><a:pPr lvl="2"/><a:r><a:t>deep</a:t></a:r><a:br/></a:p></p:txBody></p:sp></p:grpSp><p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>c</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>
        """;

    internal const string OpenDocument = """
        @@@mimetype
        application/vnd.oasis.opendocument.text
        @@@content.xml
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text><text:h text:outline-level="1">Head</text:h><text:p>a<text:s text:c="3"/>b<text:tab/><text:line-break/></text:p><text:list><text:list-item><text:p>i</text:p></text:list-item></text:list><table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"><text:p>c</text:p></table:table-cell></table:table-row></table:table><draw:page draw:name="p"><draw:frame><draw:text-box><text:p>t</text:p></draw:text-box></draw:frame></draw:page></office:text></office:body></office:document-content>
        """;

    internal static readonly string[] Words =
        ["@@@", "\n@@@word/document.xml\n", "<", ">", "</", "/>", "\"", "<w:p>", "<w:tbl><w:tr><w:tc>", "<a:p>", "<p:grpSp>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "]]>", "<![CDATA[",
            "text:c=\"999999999\"", "table:number-columns-repeated=\"16384\"", "w:val=\"-1\"", "<w:gridSpan w:val=\"99999999\"/>", "rId1", "../", "TargetMode=\"External\""];
}
