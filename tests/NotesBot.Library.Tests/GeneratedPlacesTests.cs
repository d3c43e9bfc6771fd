using System.Globalization;
using System.Text.RegularExpressions;
using NotesBot.Search;

namespace NotesBot.Library.Tests;

/// <summary>
/// What is shown stands where it is said to stand, in any note. <c>NOTESBOT_PLACES</c> names how many libraries are tried, and
/// <c>NOTESBOT_SEED</c> the first of them.
/// </summary>
public sealed partial class GeneratedPlacesTests
{
    private const int Notes = 8;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenAnyNotes_WhenAWordIsAsked_ThenTextLinesHeadingAndLinkAreOfOnePlace()
    {
        var first = Number("NOTESBOT_SEED", 1);
        for (var seed = first; seed < first + Number("NOTESBOT_PLACES", 3); seed++)
        {
            using var shelf = new Shelf();
            GeneratedNote[] notes = [.. Enumerable.Range(0, Notes).Select(number => new GeneratedNote((seed * Notes) + number))];
            for (var number = 0; number < Notes; number++)
            {
                shelf.Write(FormattableString.Invariant($"note{number}.md"), string.Join('\n', notes[number].Lines));
            }

            using var library = shelf.Open();
            await library.RefreshAsync(progress: null, Token);
            foreach (var (note, landmark) in notes.SelectMany(note => note.Landmarks.Where((_, at) => at % 5 == 0).Select(landmark => (note, landmark))))
            {
                await CheckAsync(library, note, landmark);
            }
        }
    }

    private static async Task CheckAsync(FreshLibrary library, GeneratedNote note, Landmark landmark)
    {
        var answer = await library.Searcher.SearchAsync(new SearchRequest(landmark.Word), Token);
        var hit = answer.Hits[0];
        var (place, shown) = (hit.Place, WordsOf(hit.Snippet.Text));
        var lines = note.Lines.Skip(place.At.Line!.Value - 1).Take(place.At.EndLine!.Value - place.At.Line.Value + 1);
        var said = $"{landmark}, {place.Path}:{place.At.Line}-{place.At.EndLine}, “{hit.Snippet.Text}”";

        Assert.True(shown.Contains(landmark.Word), $"What was asked for is not shown: {said}");
        Assert.True(landmark.Line >= place.At.Line && landmark.Line <= place.At.EndLine, $"It stands in another line: {said}");
        Assert.True(shown.IsSubsetOf(WordsOf(string.Join(' ', lines.Concat(note.Leads)))), $"What is shown stands elsewhere: {said}");
        if (landmark.Heading is not null)
        {
            Assert.True(place.Trail is [.., var nearest] && landmark.Heading == nearest, $"Another heading is named: {said}, {string.Join(" / ", place.Trail)}");
            Assert.True(landmark.Anchor == place.Anchor, $"The link leads to another heading: {said}, {place.Anchor}");
        }
    }

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
