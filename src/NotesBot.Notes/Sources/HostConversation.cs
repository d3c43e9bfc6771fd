using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

using NotesBot.Notes.Links;
namespace NotesBot.Notes.Sources;

/// <summary>
/// Requests of one fetch to a git host over HTTP: given up when the host is silent, and cut when it sends too much. The token goes to the
/// host of the address alone.
/// </summary>
/// <param name="address">The repository.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class HostConversation(GitAddress address, CancellationToken cancellationToken) : IDisposable
{
    // GitHub takes any name beside a token, so do GitLab and Gitea; one in the address counts more.
    private const string AnyUser = "x-access-token";

    /// <summary>A host that sends nothing for so long is given up.</summary>
    private static readonly TimeSpan MaxSilence = TimeSpan.FromMinutes(1);

    /// <summary>A host that drips is given up, too: after so long it has to have sent something, and so many bytes for each further second.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private const double LeastBytesPerSecond = 4096;

    private const int MaxRedirections = 5;
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, ConnectTimeout = MaxSilence, AutomaticDecompression = DecompressionMethods.GZip };
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _received;

    /// <summary>What went wrong: libgit2 loses exceptions on their way.</summary>
    internal FetchFailedException? Fault { get; private set; }

    /// <summary>Asks what there is.</summary>
    /// <exception cref="FetchFailedException">It is refused, silent, or too much; the message says which.</exception>
    internal Stream Get(string url) => Send(() => new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>Asks for objects.</summary>
    /// <exception cref="FetchFailedException">It is refused, silent, or too much; the message says which.</exception>
    internal Stream Post(string url, byte[] body) => Send(() => new HttpRequestMessage(HttpMethod.Post, url)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-git-upload-pack-request") } },
    });

    /// <inheritdoc/>
    public void Dispose() => _handler.Dispose();

    /// <summary>Reads some of an answer.</summary>
    internal int Read(Stream answer, Memory<byte> buffer)
    {
        var read = Patiently(token => answer.ReadAsync(buffer, token).AsTask());
        _received += read;
        return _received > address.MaxBytes
            ? throw Failed(string.Create(CultureInfo.InvariantCulture, $"{Host} sends more than {address.MaxBytes} bytes (Notes:MaxRepositoryBytes)."))
            : Stopwatch.GetElapsedTime(_began) > Grace + TimeSpan.FromSeconds(_received / LeastBytesPerSecond) ? throw Silent()
            : read;
    }

    private string Host => new Uri(address.Url).Host;

    private Answer Send(Func<HttpRequestMessage> make)
    {
        var (target, hasToken) = (make().RequestUri!, false);
        for (var tries = 0; tries <= MaxRedirections; tries++)
        {
            var answer = SendOnce(make, target, hasToken);
            switch (answer.StatusCode)
            {
                case HttpStatusCode.OK:
                    return new Answer(this, answer);
                case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound when !hasToken && address.Token is not null:
                    hasToken = IsHome(target) ? true : throw Failure("it redirects to another host, which gets no token");
                    break;
                case HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                    when answer.Headers.Location is { } location:
                    target = new Uri(target, location);
                    break;
                default:
                    throw Refusal(answer.StatusCode, hasToken);
            }

            answer.Dispose();
        }

        throw Failure("it redirects for ever");
    }

    private HttpResponseMessage SendOnce(Func<HttpRequestMessage> make, Uri target, bool hasToken)
    {
        using var invoker = new HttpMessageInvoker(_handler, disposeHandler: false);
        var request = make();
        request.RequestUri = target;
        request.Headers.UserAgent.ParseAdd("git/2.0 (NotesBot)");
        if (hasToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{address.Token}")));
        }

        return Patiently(token => invoker.SendAsync(request, token));
    }

    private string User => new Uri(address.Url).UserInfo is { Length: > 0 } user ? Uri.UnescapeDataString(user) : AnyUser;

    private bool IsHome(Uri target) =>
        new Uri(address.Url) is var home && target.Host == home.Host && target.Scheme == home.Scheme && target.Port == home.Port;

    /// <summary>libgit2 asks on a thread of its own and waits: there is nobody to give a task to.</summary>
    private T Patiently<T>(Func<CancellationToken, Task<T>> ask)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MaxSilence);
        try
        {
            return ask(patience.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Silent();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Failure(exception.Message.TrimEnd('.'), exception);
        }
    }

    private FetchFailedException Silent() => Failed($"{Host} is silent, and was given up; it is tried anew.");

    private FetchFailedException Failure(string reason, Exception? cause = null) => Failed($"{Host} did not give the notes: {reason}.", cause);

    private FetchFailedException Failed(string sentence, Exception? cause = null) => Fault = new FetchFailedException(sentence, cause);

    private FetchFailedException Refusal(HttpStatusCode status, bool hasToken) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when hasToken =>
            Failed($"{Host} refused the token: is it still valid, and may it read the contents of this repository?"),
        HttpStatusCode.Unauthorized => Failed($"{Host} asks for a token: a private repository needs Notes:TokenFile, and a misspelled one looks private."),
        _ => Failure(string.Create(CultureInfo.InvariantCulture, $"it answers with status {(int)status}")),
    };

    /// <summary>What a host sends, within the limits.</summary>
    private sealed class Answer(HostConversation conversation, HttpResponseMessage response) : Stream
    {
        private readonly Stream _content = response.Content.ReadAsStream();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => conversation.Read(_content, buffer.AsMemory(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            response.Dispose();
            base.Dispose(disposing);
        }
    }
}
