namespace NotesBot.Notes.Tests.Sources;

public sealed class GitSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenARepository_WhenOpened_ThenItsNotesAreThoseOfTheLastCommit()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "# A\n\nOld words.");
        var commit = following.Remote.Push("week 1/b.md", "# B\n\nNew words.");

        using var notes = await following.Source.OpenAsync(newest: true, Token);
        var files = notes.Folder.List(Token).Files;

        Assert.Equal(["a.md", "week 1/b.md"], files.Select(file => file.Path));
        Assert.Equal("New words.", Assert.Single(notes.Folder.Read(files[1], Token).Passages).Text);
        Assert.Equal(new NotesVersion(commit, new DateTimeOffset(2024, 1, 1, 0, 1, 0, TimeSpan.Zero)), notes.Version);
        Assert.Null(notes.Fault);
    }

    [Fact]
    public async Task GivenChangesAndARename_WhenAskedForTheNewest_ThenOnlyWhatChangedIsAnotherBlob()
    {
        using var following = new Following();
        following.Remote.Push("main", new Dictionary<string, string?> { ["a.md"] = "One thing.", ["b.md"] = "Another." });
        var before = await BlobsAsync(following);

        following.Remote.Push("main", new Dictionary<string, string?> { ["a.md"] = null, ["c.md"] = "One thing.", ["b.md"] = "Other." });
        var after = await BlobsAsync(following);

        Assert.Equal(["b.md", "c.md"], after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(before["a.md"], after["c.md"]);
        Assert.NotEqual(before["b.md"], after["b.md"]);
    }

    [Fact]
    public async Task GivenANewCommit_WhenOpenedWithoutAskingTheRemote_ThenTheLastFetchedNotesAreGiven()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();
        following.Remote.Push("a.md", "Another.");

        var kept = await following.NotesAsync(newest: false);

        Assert.Equal("One thing.", kept["a.md"]);
        Assert.Equal("Another.", (await following.NotesAsync())["a.md"]);
    }

    [Fact]
    public async Task GivenAPushByForce_WhenFetched_ThenItIsFollowed()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        following.Remote.Push("b.md", "Another.");
        await following.NotesAsync();

        following.Remote.Push("main", new Dictionary<string, string?> { ["c.md"] = "All is new." }, instead: true);

        Assert.Equal(["c.md"], (await following.NotesAsync()).Keys);
    }

    [Fact]
    public async Task GivenABranchAndAFolder_WhenOpened_ThenOnlyTheseNotesAreThere()
    {
        using var following = new Following { Options = new NotesOptions { Branch = "draft", Folder = "docs/notes" } };
        following.Remote.Push("docs/notes/main.md", "Of the main branch.");
        following.Remote.Push("draft", new Dictionary<string, string?> { ["docs/notes/x/a.md"] = "Mine.", ["b.md"] = "Outside." });

        Assert.Equal(["x/a.md"], (await following.NotesAsync()).Keys);
    }

    [Fact]
    public async Task GivenADeletedBranch_WhenAskedAgainAndAgain_ThenTheLastGoodNotesStayAndItIsSaidOnce()
    {
        using var following = new Following { Options = new NotesOptions { Branch = "draft" } };
        following.Remote.Push("draft", new Dictionary<string, string?> { ["a.md"] = "Mine." });
        await following.NotesAsync();
        following.Remote.DeleteBranch("draft");

        await following.NotesAsync();
        var kept = await following.NotesAsync();

        Assert.Equal("Mine.", kept["a.md"]);
        Assert.Contains("no branch draft", Assert.Single(following.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenARemoteThatIsAway_WhenItComesBack_ThenBothAreSaidOnceAndTheNotesAreFollowed()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();
        following.MoveRemote(".away");
        using (var notes = await following.Source.OpenAsync(newest: true, Token))
        {
            Assert.Contains("There is no repository", notes.Fault, StringComparison.Ordinal);
        }

        await following.NotesAsync();
        following.MoveRemoteBack(".away");
        following.Remote.Push("a.md", "Another.");

        Assert.Equal("Another.", (await following.NotesAsync())["a.md"]);
        Assert.Single(following.Logs.Warnings);
        Assert.Contains("can be fetched again", following.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenARemoteThatNeverAnswered_WhenOpened_ThenASentenceSaysWhatIsMissing()
    {
        using var following = new Following { Options = new NotesOptions { Path = "file:///nowhere/notes.git" } };

        var refused = await Assert.ThrowsAsync<NotesUnavailableException>(() => following.Source.OpenAsync(newest: false, Token));

        Assert.Equal("The notes could not be fetched. There is no repository /nowhere/notes.git.", refused.Message);
    }

    [Fact]
    public async Task GivenALinkAHookAndAFilter_WhenFetched_ThenNothingIsFollowedOrRunAndFilesAreAsTheyWereCommitted()
    {
        using var following = new Following();
        following.Remote.Push("main", new Dictionary<string, string?>
        {
            [".gitattributes"] = "*.md text eol=crlf filter=evil ident\n",
            ["hooks/post-checkout"] = "#!/bin/sh\ntouch ran\n",
            [".gitmodules"] = "[submodule \"x\"]\n path = x\n url = https://example.org/x\n",
            ["a.md"] = "# A\n\n$Id$ as committed.\n",
        });
        following.Remote.PushLink("inside.md", "a.md");
        following.Remote.PushLink("outside.md", "../../../etc/passwd");
        following.Remote.PushLink("nowhere.md", "b.md");

        using var notes = await following.Source.OpenAsync(newest: true, Token);
        var listing = notes.Folder.List(Token);

        Assert.Equal(["a.md"], listing.Files.Select(file => file.Path));
        Assert.Equal("$Id$ as committed.", Assert.Single(notes.Folder.Read(listing.Files[0], Token).Passages).Text);
        Assert.Equal(
            [("nowhere.md", "The link leads nowhere."), ("outside.md", "The link leads out of the notes folder and is not followed.")],
            listing.Faults.Select(fault => (fault.Path, fault.Reason)));
        Assert.Equal(1, listing.Skipped["link"]);
        Assert.Empty(Directory.EnumerateFiles(following.ClonePath, "*.md", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task GivenIgnoreRulesAndAPointerToLfs_WhenListedAndRead_ThenRulesHoldAndThePointerIsNamed()
    {
        using var following = new Following();
        following.Remote.Push("main", new Dictionary<string, string?>
        {
            [".notesignore"] = "private/\n",
            ["private/a.md"] = "Mine.",
            ["slides.pdf"] = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n",
        });

        using var notes = await following.Source.OpenAsync(newest: true, Token);
        var file = Assert.Single(notes.Folder.List(Token).Files);

        Assert.Contains("Git LFS", notes.Folder.Read(file, Token).Fault?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyWhoWatches_WhenNudged_ThenANewCommitIsToldAndAnOldOneIsNot()
    {
        using var following = new Following();
        following.Remote.Push("a.md", "One thing.");
        await following.NotesAsync();
        await using var changes = following.Source.WatchAsync(Token).GetAsyncEnumerator(Token);
        var change = changes.MoveNextAsync();

        following.Source.Nudge();
        following.Remote.Push("a.md", "Another.");
        following.Source.Nudge();

        Assert.True(await change);
        Assert.Equal("Another.", (await following.NotesAsync(newest: false))["a.md"]);
    }

    private static async Task<Dictionary<string, string?>> BlobsAsync(Following following)
    {
        using var notes = await following.Source.OpenAsync(newest: true, Token);
        return notes.Folder.List(Token).Files.ToDictionary(file => file.Path, file => file.Blob);
    }
}
