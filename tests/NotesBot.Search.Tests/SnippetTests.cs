using CsCheck;
using NotesBot.Notes;

namespace NotesBot.Search.Tests;

public sealed class SnippetTests
{
    private static readonly string[] Pieces =
    [
        "data", "drift", "is", "slow.", "A", "canary\n", "model", "- item", "x|y", "größer", "\U0001F600", "e.g.", "verylongword" + new string('x', 90),
    ];

    // Whole words only: where a text of "größer" is read as German, a cut "dat" has the stem of "data" and is rightly marked.
    private static readonly Gen<string> Words =
        Gen.Int[0, Pieces.Length - 1].Array[1, 250].Select(chosen => string.Join(' ', chosen.Select(piece => Pieces[piece])))
            .Select(text => text.Length <= Passage.MaxLength ? text : text[..text.LastIndexOf(' ', Passage.MaxLength)]);

    [Fact]
    public void GivenAnyText_WhenFound_ThenTheSnippetFitsAndItsMarksLieInIt() => Words.Sample(
        text =>
        {
            var passage = Sample.Passage("a.md", 0, text + " data");
            using var folder = new IndexFolder();
            using var writer = folder.Open();
            Sample.Write(writer, passage);

            var snippet = Ask(writer, "data drift").Hits[0].Snippet;

            Assert.InRange(snippet.Text.Length, 1, Hit.MaxSnippetLength);
            Assert.InRange(snippet.Start, 0, passage.Text.Length - 1);
            Assert.All(snippet.Marks, mark => Assert.Contains(
                passage.Text.Substring(mark.Start, mark.Length).ToLowerInvariant(), (string[])["data", "drift"]));
            Assert.Equal(snippet.Marks.OrderBy(mark => mark.Start), snippet.Marks);
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void GivenATableRow_WhenItAnswers_ThenItsHeaderIsShown()
    {
        const string header = "Name | Use";
        var rows = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"thing{i} | for some purpose number {i}"));
        var text = $"{header}\n{rows}\nrollback | to go back at once";
        var parts = new List<PassagePart> { new(PassagePartKind.TableHeader, 0, header.Length) };
        for (var at = header.Length + 1; at < text.Length; at = text.IndexOf('\n', at) is > 0 and var end ? end + 1 : text.Length)
        {
            parts.Add(new PassagePart(PassagePartKind.TableRow, at, (text.IndexOf('\n', at) is > 0 and var stop ? stop : text.Length) - at));
        }

        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, Sample.Passage("a.md", 0, text) with { Kind = PassageKind.Table, Parts = parts });

        var snippet = Ask(writer, "rollback").Hits[0].Snippet;

        Assert.Contains("Name | Use", snippet.Text, StringComparison.Ordinal);
        Assert.Contains("rollback | to go back at once", snippet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenALongPassage_WhenFound_ThenTheSentenceThatAnswersIsShown()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"Sentence number {i} says nothing of use."));
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(writer, Sample.Passage("a.md", 0, $"{filler} A rollback goes back at once. {filler}"));

        var snippet = Ask(writer, "what is a rollback").Hits[0].Snippet;

        Assert.Contains("A rollback goes back at once.", snippet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAWholeQuestion_WhenFound_ThenItsFillerWordsAreNotMarked()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Sample.Write(
            writer,
            [.. Enumerable.Range(0, 20).Select(i => Sample.Passage("a.md", i, $"This is the sentence {i}.")), Sample.Passage("a.md", 20, "A rollback is the way back.")]);

        var hit = Ask(writer, "what is the rollback").Hits[0];

        Assert.Equal(["rollback"], hit.Snippet.Marks.Select(mark => hit.Passage.Text.Substring(mark.Start, mark.Length)));
    }

    private static SearchAnswer Ask(PassageIndexWriter writer, string query) =>
        writer.Searcher.SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
