using System.Net.WebSockets;
using System.Text.Json;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Diagnosis;

/// <summary>Whether the gateway says hello. It is left without identifying, which costs nothing of the day's sessions.</summary>
internal sealed class GatewayDiagnosis(ApplicationRest rest, TimeProvider time)
{
    private const int HelloOp = 10;
    private const int FewSessions = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks where the gateway is, and goes there.</summary>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var answer = await rest.GetGatewayAsync(cancellationToken);
        if (!Uri.TryCreate(answer.Value?.Url, UriKind.Absolute, out var url) || url.Scheme is not ("wss" or "ws"))
        {
            return Finding.Fault("gateway", $"Discord does not say where its gateway is (status {answer.Response.Status}): try again later.");
        }

        if (await GreetAsync(url, cancellationToken) is { } fault)
        {
            return Finding.Fault(
                "gateway", $"The gateway {url.Host} cannot be reached ({fault}): let WebSockets to it through your firewall or proxy.");
        }

        var starts = answer.Value!.SessionStartLimit;
        return starts is { Remaining: < FewSessions }
            ? Finding.Fault(
                "gateway",
                $"Only {starts.Remaining} sessions may still begin before {time.GetUtcNow().AddMilliseconds(starts.ResetAfter):u}: something "
                + "starts the bot again and again, see its log.")
            : Finding.Fine("gateway", $"The gateway {url.Host} says hello; {answer.Value.Shards} shards are recommended.");
    }

    /// <summary><see langword="null"/> when it said hello, else what went wrong.</summary>
    private async Task<string?> GreetAsync(Uri url, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("User-Agent", RestClient.UserAgent);
        try
        {
            await socket.ConnectAsync(GatewayAddress.WithQuery(url), either.Token);
            var said = await IsHelloAsync(socket, either.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, either.Token);
            return said ? null : "it does not say hello";
        }
        catch (WebSocketException exception)
        {
            return exception.WebSocketErrorCode.ToString();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    private static async Task<bool> IsHelloAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
        try
        {
            using var frame = JsonDocument.Parse(buffer.AsMemory(0, received.Count));
            return frame.RootElement.Member("op"u8).Number() == HelloOp;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
