namespace NotesBot.Notes.Tests.Reading;

public sealed class DialectTests : IDisposable
{
    private readonly TempNotes _notes = new();

    public void Dispose() => _notes.Dispose();

    [Theory]
    [InlineData("!!! warning\n\n    Never fit it.\n\nOn it goes.", "Warning\nNever fit it.\n\nOn it goes.")]
    [InlineData("!!! note \"A *title*\"\n    Text.", "Note: A title\nText.")]
    [InlineData("??? tip\n    Text.\n\n    - one\n    - two\n\nAfter.", "Tip\nText.\n\n- one\n- two\n\nAfter.")]
    [InlineData("=== \"Linux\"\n    Use this.\n=== \"Mac\"\n    Use that.", "Linux\nUse this.\n\nMac\nUse that.")]
    [InlineData(":::note\nText.\n:::\nAfter.", "Note\nText.\n\nAfter.")]
    [InlineData(":::tip[Do this]\nText.\n:::", "Tip: Do this\nText.")]
    [InlineData("::: {.callout-note title=\"Why\"}\nText.\n:::", "Note: Why\nText.")]
    [InlineData("::: {#thm-line}\nText.\n:::", "Theorem\nText.")]
    [InlineData(":::: {.columns}\n::: {.column}\nLeft.\n:::\n::: {.column}\nRight.\n:::\n::::\nAfter.", "Left.\n\nRight.\n\nAfter.")]
    [InlineData(":::{warning}\nText.\n:::", "Warning\nText.")]
    [InlineData("```{admonition} In one line\n:class: tip\nText with **bold**.\n```\nAfter.", "In one line\nText with bold.\n\nAfter.")]
    [InlineData("```{note}\n---\nname: x\n---\nText.\n```", "Note\nText.")]
    [InlineData("````{prf:theorem} Bayes\n:label: bayes\nText.\n```python\nx = 1\n```\n````", "Theorem: Bayes\nText.\n\nx = 1")]
    [InlineData("```{figure} a.png\n:name: fig\n\nThe caption.\n```", "The caption.")]
    [InlineData("```{toctree}\nintro\nend\n```\nText.", "Text.")]
    [InlineData("```{code-block} python\n:linenos:\nx = 1\n```", "x = 1")]
    [InlineData("```{r}\n#| label: fig\n#| fig-cap: The tail\nhist(x)\n```", "The tail\n\nhist(x)")]
    [InlineData("```{.plantuml caption=\"What *calls* what\" #id}\n@startuml\n```", "What calls what\n\n@startuml")]
    [InlineData("{% hint style=\"info\" title=\"Mind\" %}\nText.\n{% endhint %}", "Mind\n\nText.")]
    [InlineData("{% tabs %}\n{% tab title=\"Python\" %}\nText.\n{% endtab %}\n{% endtabs %}", "Python\n\nText.")]
    [InlineData("{% highlight python %}\nx = 1\n{% endhighlight %}\nAfter.", "x = 1\n\nAfter.")]
    [InlineData("{{< video https://example.org/b.mp4 >}}\n\nText {{< var x >}} here.", "Text here.")]
    [InlineData("See [the page]({{< ref \"x.md\" >}}) and {{ site.title }}.", "See the page and.")]
    [InlineData("As in {numref}`fig:x` and {ref}`the part <part>` holds {math}`x^2`.", "As in and the part holds $x^2$.")]
    [InlineData("(label)=\nText ([-@fowl07a]) and [see @key1, p. 3].", "Text and.")]
    [InlineData("See section \\ref{DSS-x}, \\faBook \\textbf{bold} text\\newline and\\ more.", "See section, bold text and more.")]
    [InlineData("It is \\(x^2\\) (or \\(not\\)).", "It is $x^2$ (or (not)).")]
    [InlineData("C:\\Users\\name stays, so does a\\b.", "C:\\Users\\name stays, so does a\\b.")]
    [InlineData("A [span]{.smallcaps} and ![](a.png){width=50%} and {x=1}.", "A span and and {x=1}.")]
    [InlineData("water H~2~O, x^2^, ~88% of ~90%", "water H2O, x2, ~88% of ~90%")]
    [InlineData("One^[the *puffin* note] stands.", "One (the puffin note) stands.")]
    [InlineData("Look at it first ^a1b2c3\n\nAnd 2 ^10", "Look at it first\n\nAnd 2 ^10")]
    [InlineData("See ![[Folder note#Part]] and ![[x#^abc123]] and [[Note#^abc123]].", "See Folder note > Part and x and Note.")]
    [InlineData("Sum: `= this.total` and `$= dv.pages()`.", "Sum: and.")]
    [InlineData("<%* tp.file.title\n\nmore %>\nText <% tp.date %> here.", "Text here.")]
    [InlineData("The author:: Knuth\nRating:: 5", "The author: Knuth\nRating: 5")]
    [InlineData("It is :material-check: here, at 10:30:45.", "It is here, at 10:30:45.")]
    [InlineData("use <your-name> and List<T> here", "use <your-name> and List<T> here")]
    [InlineData("<v-clicks>\n\n- one\n- two\n\n</v-clicks>", "- one\n- two")]
    [InlineData("*[SVM]: Support vector machine", "SVM: Support vector machine")]
    [InlineData("Note {++added++} and {--gone--} and {>>remark<<}.", "Note added and and.")]
    public void GivenADialect_WhenRead_ThenTheTextIsWhatAPersonReads(string markdown, string text)
    {
        var passage = _notes.Only(markdown);

        Assert.Equal(text, passage.Text);
    }

    [Fact]
    public void GivenMdx_WhenRead_ThenModulesCommentsAndComponentsAreNoText()
    {
        var mdx = "import Tabs from '@theme/Tabs';\nexport const meta = {\n  color: 'purple',\n};\n\n{/* the ostrich */}\n\n<Tabs>\n<TabItem value=\"lru\" label=\"LRU\">\n\n"
            + "Drops **old** {props.count} things<br/>{' '}soon.\n\n</TabItem>\n</Tabs>\n<div className=\"box\" style={{color: 'red'}}>\n- an item\n</div>\n";

        var reading = _notes.Read("a.mdx", mdx);

        Assert.Equal("LRU\n\nDrops old things\nsoon.\n\n- an item", Assert.Single(reading.Passages).Text);
        Assert.Equal([new LeftOut(LeftOutKind.HiddenRemark, 1)], reading.Outline.LeftOut);
    }

    [Theory]
    [InlineData("Text. %%the zebra%% More.", "Text. More.")]
    [InlineData("Text.\n\n%%\n\nThe walrus.\n\n- and a list\n\n%%\n\nMore.", "Text.\n\nMore.")]
    [InlineData("Text.\n\n%% never closed\nstill\n\nMore.", "Text.\n\nMore.")]
    [InlineData("Text.\n\n{% comment %}\nhidden\n{% endcomment %}\nMore.", "Text.\n\nMore.")]
    [InlineData("Text.\n\n<!-- ask him about that -->\n\nMore.", "Text.\n\nMore.")]
    public void GivenAHiddenRemark_WhenRead_ThenItIsCountedAndNotShown(string markdown, string text)
    {
        var reading = _notes.Read("a.md", markdown);

        Assert.Equal(text, Assert.Single(reading.Passages).Text);
        Assert.Equal([new LeftOut(LeftOutKind.HiddenRemark, 1)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenQueriesAndDrawings_WhenRead_ThenTheyAreCountedAndNotShown()
    {
        var reading = _notes.Read("a.md", "```dataviewjs\ndv.pages()\n```\n\nText.\n\n```dataview\nLIST\n```\n\n```tikz\n\\draw (0,0);\n```\n");

        Assert.Equal("Text.", Assert.Single(reading.Passages).Text);
        Assert.Equal([new LeftOut(LeftOutKind.Drawing, 1), new LeftOut(LeftOutKind.Query, 2)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenAFileOfExcalidraw_WhenRead_ThenOnlyItsTextElementsAreText()
    {
        var file = "---\nexcalidraw-plugin: parsed\ntags: [excalidraw]\n---\n==⚠  Switch to EXCALIDRAW VIEW ⚠==\n\n# Excalidraw Data\n## Text Elements\nEncoder ^aBcD1234\n\n"
            + "Decoder ^eFgH5678\n\n%%\n## Drawing\n```compressed-json\nN4KAkARALgngDgUwgLgAQQQDwMYEMA2AlgCYBOuA7hADTgQBuCpAzoQPYB2KqATLZMzYBXUtiRoIACyhQ4zZAHoFAc\n```\n%%\n";

        var reading = _notes.Read("a.md", file);

        var passage = Assert.Single(reading.Passages);
        Assert.Equal("Encoder\n\nDecoder", passage.Text);
        Assert.Equal(9, passage.Line);
    }

    [Fact]
    public void GivenAPageOfLogseq_WhenRead_ThenHeadingsInBulletsAreHeadingsAndPropertiesAreNoText()
    {
        var body = string.Concat(Enumerable.Repeat("Dijkstra keeps a queue of nodes by distance. ", 8));
        var page = $"alias:: Networks\n\n- ## Shortest paths\n  collapsed:: true\n\t- {body}\n\t  id:: 64f1c0de-bbbb-4bbb-8ccc-0123456789ab\n\t- TODO read\n"
            + $"\t  :LOGBOOK:\n\t  CLOCK: [2026-03-05 Thu 10:00:00]\n\t  :END:\n- ## Spanning trees\n\t- {body}\n\t  id:: 64f1c0de-cccc-4bbb-8ccc-0123456789ab\n";

        var passages = _notes.Read("Graphs.md", page).Passages;

        Assert.Equal([["Shortest paths"], ["Spanning trees"]], passages.Select(passage => passage.Trail));
        Assert.All(passages, passage => Assert.DoesNotContain("::", passage.Text, StringComparison.Ordinal));
        Assert.Equal(["Networks"], passages[0].Keywords);
        Assert.EndsWith("- TODO read", passages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenSlides_WhenRead_ThenTheirHeadersAreNoText()
    {
        var slides = "---\ntheme: seriph\n---\n\n# Mean\n\nThe mean is one number.\n\n---\nlayout: section\nlevel: 3\n---\n\n# Median\n\n<v-clicks>\n\n- half is below\n\n</v-clicks>\n\n"
            + "````md magic-move\n```r {1|2}\nx <- 1\n```\n\n```r\nx <- 2\n# TODO\n```\n````\n";

        var text = string.Join('\n', _notes.Read("slides.md", slides).Passages.Select(passage => passage.Text));

        Assert.Contains("half is below", text, StringComparison.Ordinal);
        Assert.Contains("x <- 2\n# TODO", text, StringComparison.Ordinal);
        Assert.DoesNotContain("layout", text, StringComparison.Ordinal);
        Assert.DoesNotContain("x <- 1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hide: true")]
    [InlineData("layout: section\ndisabled: true")]
    public void GivenASlideThatIsNotShown_WhenRead_ThenItIsLeftOutAndTheNextIsRead(string header)
    {
        var reading = _notes.Read("slides.md",
            $"---\ntheme: seriph\n---\n\n# Mean\n\nThe mean is one number.\n\n---\n{header}\n---\n\n# Secret\n\nNobody sees this.\n\n---\nlayout: center\n---\n\n# Median\n\n"
            + "Half is below.\n\n---\n\n# Mode\n\nMost are there.\n");

        Assert.Equal([["Mean"], ["Median"], ["Mode"]], reading.Passages.Select(passage => passage.Trail));
        Assert.Equal([new LeftOut(LeftOutKind.HiddenRemark, 1)], reading.Outline.LeftOut);
    }

    [Theory]
    [InlineData("$$\na = b\n$$ (eq)\n\n## Next\n\nText.")]
    [InlineData("$$\na = b\n$$ {#eq-ridge}\n\n## Next\n\nText.")]
    [InlineData("$$\na = b\n\\end{x}$$\n\n## Next\n\nText.")]
    [InlineData("$$\na = b\n\n## Next\n\nText.")]
    [InlineData("$$\na = b\n## Next\n\nText.")]
    [InlineData("\\[\na = b\n\\]\n\n## Next\n\nText.")]
    [InlineData("\\begin{align}\na &= b\n\\end{align}\n\n## Next\n\nText.")]
    [InlineData("$$\na = b\n\nA sentence of six words stands here.\n\n$$\nc = d\n$$\n\n## Next\n\nText.")]
    public void GivenADisplayFormula_WhenItEnds_ThenWhatFollowsIsText(string markdown)
    {
        var filler = string.Concat(Enumerable.Repeat("The text of a section that is long enough to be its own. ", 6));

        var passages = _notes.Read("a.md", $"# Top\n\n## First\n\n{filler}\n\n{markdown.Replace("Text.", filler, StringComparison.Ordinal)}").Passages;

        Assert.Equal(["Top", "Next"], passages[^1].Trail);
        Assert.Contains(passages.SelectMany(passage => passage.Parts), part => part.Kind == PassagePartKind.Formula);
        Assert.DoesNotContain("Next", passages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAHeadingInABox_WhenTextFollows_ThenItIsNotBelowThatHeading()
    {
        var filler = string.Concat(Enumerable.Repeat("The text of a section that is long enough to be its own. ", 6));

        var passages = _notes.Read("a.qmd", $"## Bootstrap {{#sec-boot}}\n\n{filler}\n\n::: {{.callout-note}}\n## Why?\nSince.\n:::\n\n{filler}\n").Passages;

        Assert.All(passages, passage => Assert.Equal(["Bootstrap"], passage.Trail));
        Assert.Contains("Note\n\nWhy?\n\nSince.", passages[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+++\ntitle = \"Sets\"\ntags = [\n  \"maths\",\n]\n+++\n\nText.", "Sets")]
    [InlineData("{\n  \"title\": \"Sets\",\n  \"tags\": [\"maths\"]\n}\n\nText.", "Sets")]
    [InlineData("---\ntitle: ## Sets\ntags: maths\n---\nText.", "Sets")]
    [InlineData("Title: Sets\nTags: #maths\nDate: 2026-03-05\n\nText.", "Sets")]
    public void GivenFrontMatterOfADialect_WhenRead_ThenItIsTheNotes(string markdown, string title)
    {
        var passage = _notes.Only(markdown);

        Assert.Equal(("Text.", title), (passage.Text, passage.Title));
        Assert.Equal(["maths"], passage.Keywords);
    }

    [Theory]
    [InlineData("+++\ndraft = true\n+++\nText.")]
    [InlineData("{\"draft\": true}\nText.")]
    [InlineData("---\npublished: false\n---\nText.")]
    public void GivenADraftOfADialect_WhenRead_ThenItIsKeptOutAndCounted(string markdown)
    {
        var reading = _notes.Read("a.md", markdown);

        Assert.Empty(reading.Passages);
        Assert.Equal([new LeftOut(LeftOutKind.Draft, 1)], reading.Outline.LeftOut);
    }

    [Theory]
    [InlineData("---\n\nA text between two rules: it is no front matter.\n\n# Part\n\nMore text.\n\n---\n\nEnd.")]
    [InlineData("{ a set } of things\n\nMore.")]
    public void GivenAFileThatOnlyBeginsLikeFrontMatter_WhenRead_ThenNothingIsLost(string markdown)
    {
        var text = string.Join('\n', _notes.Read("a.md", markdown).Passages.Select(passage => passage.Text));

        Assert.Contains(markdown.StartsWith('{') ? "a set" : "between two rules", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenBoxesAndHiddenLines_WhenRead_ThenEachLineIsStillRight()
    {
        var filler = string.Concat(Enumerable.Repeat("The text of a section that is long enough to be its own. ", 6));

        var passages = _notes.Read("a.md", $"+++\ndraft = false\n+++\n\n%%\nhidden\n%%\n\n!!! note\n    In a box.\n\n# One\n\n{filler}\n\n:::tip\nA tip.\n:::\n\n# Two\n\n{filler}\n").Passages;

        Assert.Equal([12, 20], passages.Skip(1).Select(passage => passage.Line));
    }

    [Fact]
    public void GivenAWideTableOfShortRows_WhenRead_ThenItCostsWhatItIsLong()
    {
        var wide = string.Concat(Enumerable.Repeat("|a", 1_500)) + "|\n" + string.Concat(Enumerable.Repeat("|-", 1_500)) + "|\n" + string.Concat(Enumerable.Repeat("|b|\n", 500));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = _notes.Read("a.md", wide);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30_000_000);
        Assert.Null(reading.Fault);
    }

    [Theory]
    [InlineData("About 5\n% of all students passed.", "of all students passed", 0)]
    [InlineData("Text.\n% a remark of the writer\nMore text.", "More text", 1)]
    [InlineData("First.\n\n% a remark of the writer\n\nMore text.", "More text", 1)]
    public void GivenALineOfPerCent_WhenRead_ThenOnlyARemarkIsHiddenAndCounted(string text, string kept, int remarks)
    {
        var reading = _notes.Read("note.md", text);

        Assert.Contains(kept, Assert.Single(reading.Passages).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Passages, passage => passage.Text.Contains("a remark", StringComparison.Ordinal));
        Assert.Equal(remarks, reading.Outline.LeftOut.Where(left => left.Kind == LeftOutKind.HiddenRemark).Sum(left => left.Count));
    }
}
