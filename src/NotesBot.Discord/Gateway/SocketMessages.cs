using System.Net.WebSockets;

namespace NotesBot.Discord.Gateway;

/// <summary>Joins the frames of a WebSocket into messages. Its memory is that of the current message. For one reader.</summary>
internal sealed class SocketMessages(WebSocket socket)
{
    private const int UsualBytes = 8 * 1024;
    private byte[] buffer = new byte[UsualBytes];

    /// <summary>Whether the last message was cut because nothing so long is read.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next message, valid until the one after it; <see langword="null"/> when there are no more.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        ShrinkAfterLongMessage();
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return buffer.AsMemory(0, length);
            }

            if (length == buffer.Length && !TryGrow())
            {
                return null;
            }
        }
    }

    private void ShrinkAfterLongMessage()
    {
        if (buffer.Length > 8 * UsualBytes)
        {
            buffer = new byte[UsualBytes];
        }
    }

    private bool TryGrow()
    {
        IsTooLong = buffer.Length >= DiscordLimits.GatewayMessageBytes;
        if (!IsTooLong)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        return !IsTooLong;
    }
}
