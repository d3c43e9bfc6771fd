using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NotesBot.Notes.Tests.Sources;

public sealed class GitTokenTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            return requests;
        }
    }
}
