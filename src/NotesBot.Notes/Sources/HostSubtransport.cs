using System.Buffers;
using LibGit2Sharp;

namespace NotesBot.Notes.Sources;

/// <summary>
/// How libgit2 speaks to a host over HTTP here: through <see cref="HostConversation"/>, which knows limits. Its own way waits for a silent
/// host for ever, and takes what an endless one sends.
/// </summary>
/// <remarks>libgit2 makes one by itself, on the thread of whoever fetches: so the conversation is handed over beside it.</remarks>
internal sealed class HostSubtransport : RpcSmartSubtransport
{
    /// <summary>What stands before <c>http</c> or <c>https</c> in addresses that are to be spoken to this way.</summary>
    internal const string Prefix = "notes+";

    private static readonly AsyncLocal<HostConversation?> Current = new();
    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Lets libgit2 speak through a conversation while something runs.</summary>
    internal static T Through<T>(HostConversation conversation, Func<T> run)
    {
        _ = Registered.Value;
        Current.Value = conversation;
        try
        {
            return run();
        }
        catch (LibGit2SharpException) when (conversation.Fault is { } fault)
        {
            throw fault;
        }
        finally
        {
            Current.Value = null;
        }
    }

    /// <inheritdoc/>
    protected override SmartSubtransportStream Action(string url, GitSmartSubtransportAction action)
    {
        var conversation = Current.Value ?? throw new InvalidOperationException("Nobody speaks to a host here.");
        var address = url[(url.IndexOf(Prefix, StringComparison.Ordinal) + Prefix.Length)..].TrimEnd('/');
        return action switch
        {
            GitSmartSubtransportAction.UploadPackList => new Exchange(this, body => conversation.Get($"{address}/info/refs?service=git-upload-pack")),
            GitSmartSubtransportAction.UploadPack => new Exchange(this, body => conversation.Post($"{address}/git-upload-pack", body)),
            _ => throw new InvalidOperationException("Nothing is ever sent to a host."),
        };
    }

    private static bool Register()
    {
        GlobalSettings.RegisterSmartSubtransport<HostSubtransport>(Prefix + "http");
        GlobalSettings.RegisterSmartSubtransport<HostSubtransport>(Prefix + "https");
        return true;
    }

    /// <summary>One request and its answer.</summary>
    private sealed class Exchange(HostSubtransport transport, Func<byte[], Stream> ask) : SmartSubtransportStream(transport)
    {
        private const int BufferBytes = 64 << 10;
        private readonly ArrayBufferWriter<byte> _body = new();
        private Stream? _answer;

        /// <inheritdoc/>
        public override int Write(Stream dataStream, long length)
        {
            var bytes = new byte[length];
            dataStream.ReadExactly(bytes);
            _body.Write(bytes);
            return 0;
        }

        /// <inheritdoc/>
        public override int Read(Stream dataStream, long length, out long bytesRead)
        {
            _answer ??= ask(_body.WrittenSpan.ToArray());
            var buffer = new byte[Math.Min(length, BufferBytes)];
            var read = _answer.Read(buffer, 0, buffer.Length);
            dataStream.Write(buffer, 0, read);
            bytesRead = read;
            return 0;
        }

        /// <inheritdoc/>
        protected override void Free()
        {
            _answer?.Dispose();
            base.Free();
        }
    }
}
