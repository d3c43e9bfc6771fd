namespace NotesBot.Notes.Tests.Sources;

public sealed class GitCloneTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenABrokenRemote_WhenFetched_ThenTheLastGoodNotesStay()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();
        following.Remote.Push("a.md", "Another.");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(following.Remote.Path, "objects"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
            await File.WriteAllTextAsync(file, "no object", Token);
        }

        Assert.Equal("One thing.", (await following.NotesAsync())["a.md"]);
        Assert.Single(following.Logs.Warnings);
    }

    [Fact]
    public async Task GivenADamagedClone_WhenReadAndOpenedAgain_ThenTheReadingFailsAsAWholeAndTheNotesAreFetchedAnew()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();
        foreach (var pack in Directory.EnumerateFiles(following.ClonePath, "*.pack", SearchOption.AllDirectories).ToList())
        {
            File.SetAttributes(pack, FileAttributes.Normal);
            await using var file = new FileStream(pack, FileMode.Open);
            file.SetLength(file.Length / 2);
        }

        await Assert.ThrowsAsync<NotesUnavailableException>(() => following.NotesAsync(newest: false));

        Assert.Equal("One thing.", (await following.NotesAsync())["a.md"]);
    }

    [Fact]
    public async Task GivenLocksOfAnEndedProcess_WhenFetched_ThenTheyAreNotInTheWay()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();
        await File.WriteAllTextAsync(Path.Combine(following.ClonePath, "refs/heads/notes.lock"), "", Token);
        await File.WriteAllTextAsync(Path.Combine(following.ClonePath, "objects/pack/pack_half_git2_1"), "half", Token);
        following.Remote.Push("a.md", "Another.");

        Assert.Equal("Another.", (await following.NotesAsync())["a.md"]);
        Assert.DoesNotContain(Directory.EnumerateFiles(following.ClonePath, "*half*", SearchOption.AllDirectories), static _ => true);
    }

    [Fact]
    public async Task GivenManyFetches_WhenCounted_ThenTheHistoryIsNotKept()
    {
        using var following = new Following();
        for (var number = 0; number < 60; number++)
        {
            following.Remote.Push("a.md", $"Number {number}.");
            await following.NotesAsync();
        }

        Assert.InRange(Directory.EnumerateFiles(following.ClonePath, "*.pack", SearchOption.AllDirectories).Count(), 1, 21);
        Assert.Equal("Number 59.", (await following.NotesAsync())["a.md"]);
    }

    [Fact]
    public async Task GivenACloneWithoutItsObjects_WhenTheNewestIsAskedFor_ThenItIsFetchedAnew()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();
        foreach (var pack in Directory.EnumerateFiles(following.ClonePath, "pack-*", SearchOption.AllDirectories).ToList())
        {
            File.SetAttributes(pack, FileAttributes.Normal);
            File.Delete(pack);
        }

        Assert.Equal("One thing.", (await following.NotesAsync())["a.md"]);
    }
}
