using NotesBot.Notes;

namespace NotesBot.Commands.Tests;

/// <summary>A body as renderers go through it.</summary>
public sealed class BodyRunsTests
{
    [Fact]
    public void GivenTheKindsOfParts_WhenSaidToRenderers_ThenTheyAreTheSameUnderTheSameNames()
    {
        var kinds = Enum.GetValues<PassagePartKind>().Select(kind => ((int)kind, kind.ToString()));

        var said = Enum.GetValues<StretchKind>().Select(kind => ((int)kind, kind.ToString()));

        Assert.Equal(kinds, said);
    }

    [Fact]
    public void GivenProseBetweenTables_WhenGoneThrough_ThenEachTableIsOneRunAndNothingIsLost()
    {
        var passage = new PassageBlock("", "", "a\nh\nr\ns\nb\nH")
        {
            Source = "",
            Stretches =
            [
                new BodyStretch(StretchKind.TableHeader, 2, 1), new BodyStretch(StretchKind.TableRow, 4, 1), new BodyStretch(StretchKind.TableRow, 6, 1),
                new BodyStretch(StretchKind.TableHeader, 10, 1),
            ],
        };

        var runs = BodyRuns.Of(passage).Select(run => string.Concat(run.Select(stretch => passage.Body[stretch.Start..stretch.End].Trim())));

        Assert.Equal(["a", "hrs", "b", "H"], runs);
    }

    [Fact]
    public void GivenStretchesThatOverlapOrLieOutside_WhenGoneThrough_ThenTheyAreProse()
    {
        var passage = new PassageBlock("", "", "one two")
        {
            Source = "",
            Stretches = [new BodyStretch(StretchKind.Code, 0, 3), new BodyStretch(StretchKind.Code, 2, 3), new BodyStretch(StretchKind.Code, 4, int.MaxValue)],
        };

        var runs = BodyRuns.Of(passage).SelectMany(run => run).Select(stretch => (stretch.Kind, stretch.Start, stretch.Length));

        Assert.Equal([(StretchKind.Code, 0, 3), (StretchKind.Prose, 3, 4)], runs);
    }
}
