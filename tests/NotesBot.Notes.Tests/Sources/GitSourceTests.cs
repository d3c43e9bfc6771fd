using System.Net;
using System.Net.Sockets;
using System.Text;

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
    public async Task GivenATokenThatIsRefused_WhenFetched_ThenItIsOfferedOnceAndStandsNowhere()
    {
        const string secret = "ghp_very-secret";
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var refusing = RefuseAsync(server);
        var url = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/o/r.git";
        using var following = new Following { Options = new NotesOptions { Path = url, Token = secret } };

        var refused = await Assert.ThrowsAsync<NotesUnavailableException>(() => following.Source.OpenAsync(newest: true, Token));
        server.Stop();
        var offered = await refusing;

        Assert.Contains("refused the token", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, offered.Count(request => request.Contains("Authorization: Basic", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(secret, refused + following.Logs.All, StringComparison.Ordinal);
        Assert.Single(following.Logs.Warnings);
    }

    [Fact]
    public async Task GivenAPrivateRepositoryAndNoToken_WhenFetched_ThenTheSentenceNamesTheSetting()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var refusing = RefuseAsync(server);
        var url = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/o/r.git";
        using var following = new Following { Options = new NotesOptions { Path = url } };

        var refused = await Assert.ThrowsAsync<NotesUnavailableException>(() => following.Source.OpenAsync(newest: true, Token));
        server.Stop();
        await refusing;

        Assert.Contains("Notes:TokenFile", refused.Message, StringComparison.Ordinal);
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

    /// <summary>Answers every request with 401 until it is stopped.</summary>
    private static async Task<List<string>> RefuseAsync(TcpListener server)
    {
        var requests = new List<string>();
        try
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync(Token);
                var buffer = new byte[16 << 10];
                var read = await client.GetStream().ReadAsync(buffer, Token);
                requests.Add(Encoding.ASCII.GetString(buffer, 0, read));
                await client.GetStream().WriteAsync(
                    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), Token);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return requests;
        }
    }
}
