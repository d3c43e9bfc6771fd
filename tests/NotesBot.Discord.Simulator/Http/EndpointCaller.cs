using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Http;

/// <summary>What an endpoint answered.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer within 3 s.</param>
/// <param name="ContentType">Media type of the answer.</param>
/// <param name="Body">The body as text.</param>
public sealed record EndpointReply(int Status, string? ContentType, string Body);

/// <summary>Discord as the caller of a bot's HTTP endpoint. Safe to use from many threads.</summary>
public sealed class EndpointCaller(DiscordSimulator discord, Uri endpoint, SigningKey key, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Signs an interaction, sends it, and takes the response in the body as a callback; 202 means that the callback route
    /// follows.</summary>
    public async Task<EndpointReply> SendAsync(SimulatedInteraction interaction, CancellationToken cancellationToken)
    {
        interaction.WasDispatched = true;
        interaction.IsByHttp = true;
        var reply = await PostSignedAsync(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(interaction.Payload), cancellationToken);
        discord.TakeResponse(interaction, reply);
        return reply;
    }

    /// <summary>Sends bytes with a right signature and a timestamp of now.</summary>
    public Task<EndpointReply> PostSignedAsync(byte[] body, CancellationToken cancellationToken)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return PostAsync(body, [("X-Signature-Ed25519", key.SignRequest(timestamp, body)), ("X-Signature-Timestamp", timestamp)],
            cancellationToken);
    }

    /// <summary>Sends bytes with these headers and no others.</summary>
    public async Task<EndpointReply> PostAsync(byte[] body, IReadOnlyList<(string Name, string Value)> headers,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, both.Token);
            return new EndpointReply((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsStringAsync(both.Token));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return new EndpointReply(0, null, "");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
