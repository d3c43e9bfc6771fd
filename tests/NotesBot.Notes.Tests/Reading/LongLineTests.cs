using System.Text.Json;

namespace NotesBot.Notes.Tests.Reading;

public sealed class LongLineTests : IDisposable
{
    private const int Length = 1_000_000;

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
        { "html", "<!--" }, { "html", "&#x" }, { "html", "</p" }, { "ipynb", "A: " }, { "ipynb", "<" }, { "ipynb", "\u001b[0" },
    };

    public void Dispose() => _notes.Dispose();

    [Theory(Timeout = LongestMs, DisableDiscoveryEnumeration = true), Trait("Case", "SA-20"), MemberData(nameof(Lines))]
    public async Task GivenALineOfAMegabyte_WhenRead_ThenItEnds(string format, string part)
    {
        var line = string.Concat(Enumerable.Repeat(part, Length / part.Length));
        var text = format == "ipynb" ? Notebook(line) : $"canary\n\n{line}\n\nswallow\n";

        var reading = await Task.Run(() => _notes.Read($"long.{format}", text), TestContext.Current.CancellationToken);

        Assert.True(
            reading.Fault is { IsPartial: false } || reading.Passages.Any(passage => passage.Text.Contains("canary", StringComparison.Ordinal)),
            reading.Fault?.Reason);
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
