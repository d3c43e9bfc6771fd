using System.Text;
using LibGit2Sharp;

namespace NotesBot.Notes.Tests.Sources;

/// <summary>Objects that any git host takes and nobody expects.</summary>
public sealed class OddObjectsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("253402300800 +0000")]
    [InlineData("-62135596801 +0000")]
    [InlineData("9223372036854775807 +0000")]
    [InlineData("99999999999999999999 +0000")]
    [InlineData("1700000000 +9999")]
    [InlineData("1700000000 -9999")]
    [InlineData("now")]
    public async Task GivenACommitOfATimeThatNoCalendarHas_WhenFetched_ThenItsNotesAreReadOrTheLastGoodOnesStay(string time)
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();

        following.Remote.Push("a.md", "Another.");
        following.Remote.PushCommit(following.Remote.Tree(), time);
        var notes = await following.NotesAsync();

        Assert.True(notes["a.md"] is "One thing." or "Another.");
    }

    [Theory]
    [InlineData("100644 a.md")]
    [InlineData("100644 ..\0")]
    [InlineData("999999 a.md\0")]
    [InlineData("0 \0")]
    [InlineData("not a tree at all")]
    public async Task GivenATreeThatIsNone_WhenFetched_ThenTheLastGoodNotesStayUntilItIsMended(string entry)
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();

        var tree = following.Remote.Write<Tree>([.. Encoding.UTF8.GetBytes(entry), 1, 2, 3]);
        following.Remote.PushCommit(tree, "1700000000 +0000");
        var meanwhile = await following.NotesAsync();
        following.Remote.Push("main", new Dictionary<string, string?> { ["a.md"] = "Mended." }, instead: true);
        var mended = await following.NotesAsync();

        Assert.Equal("One thing.", meanwhile["a.md"]);
        Assert.Equal("Mended.", mended["a.md"]);
    }
}
