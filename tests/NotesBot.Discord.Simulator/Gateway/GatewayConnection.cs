using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>One socket: sends whole or split messages, reads messages, closes in all the ways there are.</summary>
internal sealed class GatewayConnection(int number, WebSocket socket, HttpContext context, Faults faults) : IDisposable
{
    private const int MaxReceived = 1 << 20;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Lock _life = new();
    private bool _isOver;

    public int Number => number;

    /// <summary>Whether it came to the port of the resume URL.</summary>
    public required bool AtResumeUrl { get; init; }

    public GatewaySession? Session { get; set; }

    /// <summary>The rule that asks the bot to close so that the session lives on: not with 1000 or 1001.</summary>
    public Rule? MustKeepSession { get; set; }

    /// <summary>Set once the stand-in has closed or cut: what follows is no fault of the bot.</summary>
    public bool EndedByServer { get; private set; }

    public Task SendAsync(JsonObject payload, CancellationToken cancellationToken) =>
        SendRawAsync(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(payload), faults.FramesAMessage, cancellationToken);

    /// <summary>Sends bytes as a text message in so many frames; a connection that is gone is no error.</summary>
    public async Task SendRawAsync(byte[] bytes, int frames, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            var size = Math.Max(1, (bytes.Length + frames - 1) / frames);
            for (var start = 0; start < bytes.Length && socket.State == WebSocketState.Open; start += size)
            {
                var end = Math.Min(bytes.Length, start + size);
                await socket.SendAsync(bytes.AsMemory(start, end - start), WebSocketMessageType.Text, end == bytes.Length,
                    cancellationToken);
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            EndedByServer = true;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message; or the end, with the code of the bot's close frame.</summary>
    public async Task<(byte[]? Message, int? CloseCode)> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await AnswerCloseAsync(cancellationToken);
                    return (null, (int?)socket.CloseStatus);
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage || message.Length > MaxReceived)
                {
                    return (message.ToArray(), null);
                }
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return (null, null);
        }
    }

    /// <summary>Closes with a code; <see langword="null"/> sends a close frame without one.</summary>
    public async Task CloseAsync(int? code, CancellationToken cancellationToken)
    {
        EndedByServer = true;
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)(code ?? (int)WebSocketCloseStatus.Empty), null, cancellationToken);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            Cut();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Cuts the TCP connection without a close frame.</summary>
    public void Cut()
    {
        EndedByServer = true;
        lock (_life)
        {
            if (!_isOver)
            {
                context.Abort();
            }
        }
    }

    /// <summary>Ends the socket. The semaphore stays: a dispatch may be waiting for it, and finds the socket gone.</summary>
    public void Dispose()
    {
        lock (_life)
        {
            _isOver = true;
        }

        socket.Dispose();
    }

    private async Task AnswerCloseAsync(CancellationToken cancellationToken)
    {
        if (socket.State == WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
    }

    private static bool IsGone(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;
}
