using System.Net.WebSockets;

namespace NotesBot.Discord.Gateway;

/// <summary>Joins the frames of a WebSocket into messages. Its memory is that of the current message. For one reader.</summary>
internal sealed class SocketMessages(WebSocket socket)
{
    private const int UsualBytes = 8 * 1024;
    private byte[] _buffer = new byte[UsualBytes];

    /// <summary>Whether the last message was cut because nothing so long is read.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next message, valid until the one after it; <see langword="null"/> when there are no more.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        ShrinkAfterLongMessage();
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return _buffer.AsMemory(0, length);
            }

            if (length == _buffer.Length && !TryGrow())
            {
                return null;
            }
        }
    }

    private void ShrinkAfterLongMessage()
    {
        if (_buffer.Length > 8 * UsualBytes)
        {
            _buffer = new byte[UsualBytes];
        }
    }

    private bool TryGrow()
    {
        IsTooLong = _buffer.Length >= DiscordLimits.GatewayMessageBytes;
        if (!IsTooLong)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        return !IsTooLong;
    }
}
