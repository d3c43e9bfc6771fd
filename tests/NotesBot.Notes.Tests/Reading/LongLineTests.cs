using System.Text.Json;
using NotesBot.Tests;

namespace NotesBot.Notes.Tests.Reading;

public sealed class LongLineTests : IDisposable
{
    private static readonly int Length = Trials.Of(100_000, 1_000_000);
    private static readonly int Blocks = Trials.Of(4_000, 20_000);

    // Far beyond what a look at each character takes; one look for each pair of them gets there.
    private const int LongestMs = 60_000;
    private readonly TempNotes _notes = new();

    // What readers look for by regular expressions, and what they count.
    public static TheoryData<string, string> Lines => new()
    {
        { "md", "a" }, { "md", " " }, { "md", "=" }, { "md", "A: " }, { "md", "<a b=" }, { "md", "<!--" }, { "md", "[" }, { "md", "](" },
        { "md", "[[" }, { "md", "![" }, { "md", "> [!note" }, { "md", "`" }, { "md", "$" }, { "md", "_a*" }, { "md", "|" }, { "md", "\\" },
        { "md", "- " }, { "md", "\u00e4\u0308" }, { "txt", "a" }, { "txt", " " }, { "txt", "=" }, { "txt", "1.1." }, { "txt", "http://" },
        { "txt", "https://a.b/(" }, { "txt", "- " }, { "txt", "<" }, { "html", "a " }, { "html", "<" }, { "html", "<a b=" },
        { "md", "{a=b" }, { "md", "[@a b " }, { "md", "{% " }, { "md", "{{< " }, { "md", "{++" }, { "md", "<% " }, { "md", "<A {..." }, { "md", "%%a" },
        { "md", "^[a" }, { "md", "[[a" }, { "md", "\\[a" }, { "md", "\\a{" }, { "md", ":a:`" }, { "md", "!!! a  (" }, { "md", "::: {.a " }, { "md", "<a b='" },
        { "rst", "a" }, { "rst", "`a <" }, { "rst", "|a" }, { "rst", "**a" }, { "rst", ":a:`b" }, { "rst", "`" }, { "org", "*a" }, { "org", "[[a" }, { "org", "<2020-01-01" },
        { "org", " =a" }, { "tex", "\\" }, { "tex", "{" }, { "tex", "$" }, { "tex", "\\a{" }, { "tex", "%" }, { "tex", "\\begin{a}" }, { "csv", "\"a," }, { "csv", "a,\"" },
        { "html", "<!--" }, { "html", "&#x" }, { "html", "</p" }, { "ipynb", "A: " }, { "ipynb", "<" }, { "ipynb", "\u001b[0" },
    };

    public static TheoryData<string, string> OpenBlocks => new()
    {
        { "md", "%%\n" }, { "md", "%% a\n" }, { "md", "{% a\n" }, { "md", "{# a\n" }, { "md", "{/* a\n" }, { "md", "<% a\n" }, { "md", ":AB:\n" },
        { "md", "export const a = {\n" }, { "md", "import { a\n" }, { "md", "{% highlight a\n" }, { "md", "$$\n" }, { "md", "\\[\n" }, { "md", "\\begin{align}\n" },
        { "md", "$$ a\n" }, { "md", "::: a\n" }, { "md", "```{note} a\n" }, { "md", "!!! a\n" }, { "md", "=== \"a\"\n" }, { "md", "<Aa b\n" }, { "md", "<details>\n" },
        { "md", "---\nlayout: a\n" }, { "md", "---\r\nlayout: a\r\n" }, { "md", "[a]: b\n" }, { "md", "[^a]: b\n" }, { "md", "| a\n|-\n" }, { "md", "+-\n" }, { "md", "a::b\n" },
        { "md", "a\n: b\n" }, { "md", "> a\n\n" }, { "md", "- a\n\n" }, { "md", "# a\n" }, { "md", "*[a]: b\n" }, { "md", "```\n" }, { "md", "<!--\n" }, { "md", "    a\n\n" },
        { "mdx", "<div>\n" }, { "mdx", "{a\n" }, { "mdx", "<A\n" }, { "rst", ".. note::\n" }, { "rst", "a\n=\n" }, { "rst", "- a\n" }, { "rst", "+--+\n" }, { "rst", "== ==\n" },
        { "rst", ".. _a:\n" }, { "rst", "::\n\n" }, { "rst", " a\n" }, { "org", "* a\n" }, { "org", "#+BEGIN_SRC\n" }, { "org", ":A:\n" }, { "org", "- a\n" }, { "org", "| a\n" },
        { "org", "#+BEGIN_A\n" }, { "tex", "\\begin{itemize}\n" }, { "tex", "\\section{\n" }, { "tex", "\\item a\n" }, { "tex", "\\newcommand{\\a}{b\n" }, { "tex", "\\[\n" },
        { "tex", "\\def\\a{\\a\\a}\\a\n" }, { "tex", "\\begin{tabular}{a}\n" }, { "tex", "\\begin{verbatim}\n" }, { "tex", "\\title{\n" }, { "csv", "a,b\n" }, { "csv", "\"\n" },
    };

    public void Dispose() => _notes.Dispose();

    [Theory(Timeout = LongestMs, DisableDiscoveryEnumeration = true), Trait("Case", "SA-20"), MemberData(nameof(Lines))]
    public async Task GivenALineOfUpToAMegabyte_WhenRead_ThenItEnds(string format, string part)
    {
        var line = string.Concat(Enumerable.Repeat(part, Length / part.Length));
        var text = format == "ipynb" ? Notebook(line) : $"canary\n\n{line}\n\nswallow\n";

        var reading = await Task.Run(() => _notes.Read($"long.{format}", text), TestContext.Current.CancellationToken);

        Assert.True(
            reading.Fault is { IsPartial: false } || reading.Outline.LeftOut.Count > 0
            || reading.Passages.Any(passage => passage.Text.Contains("canary", StringComparison.Ordinal)), reading.Fault?.Reason);
    }

    // One construct a line, none of them closed: what looks for an end, or for a paragraph's, looks through all that follows.
    [Theory(Timeout = LongestMs, DisableDiscoveryEnumeration = true), MemberData(nameof(OpenBlocks))]
    public async Task GivenThousandsOfOpenBlocks_WhenRead_ThenItEnds(string format, string line)
    {
        var text = $"canary\n\n{string.Concat(Enumerable.Repeat(line, Blocks))}\nswallow\n";

        var reading = await Task.Run(() => _notes.Read($"open.{format}", text), TestContext.Current.CancellationToken);

        Assert.True(
            reading.Fault is { IsPartial: false } || reading.Outline.LeftOut.Count > 0
            || reading.Passages.Any(passage => passage.Text.Contains("canary", StringComparison.Ordinal)), reading.Fault?.Reason);
    }

    [Theory(Timeout = LongestMs)]
    [InlineData("Date: today\r\n", 5_000)]
    [InlineData("---\n# a\n\n\n\n", 100)]
    [InlineData("---\r\nlayout: a\r\n", 100)]
    [InlineData("\n\n", 5_000)]
    public async Task GivenABeginningLikeFrontMatter_WhenItIsNone_ThenItEndsAndTheTextIsRead(string line, int count)
    {
        var text = $"---\n# remark\n{string.Concat(Enumerable.Repeat(line, count))}!! canary";

        var reading = await Task.Run(() => _notes.Read("head.md", text), TestContext.Current.CancellationToken);

        Assert.Contains(reading.Passages, passage => passage.Text.Contains("canary", StringComparison.Ordinal));
    }

    private static string Notebook(string line) => JsonSerializer.Serialize(new
    {
        nbformat = 4,
        cells = new object[]
        {
            new { cell_type = "markdown", source = "canary" },
            new { cell_type = "markdown", source = line },
            new { cell_type = "code", source = line, outputs = new object[] { new { output_type = "stream", text = line } } },
        },
    });
}
