using System.Text.Json;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Interactions;
using NotesBot.Discord.Payloads;
using NotesBot.Discord.Rendering;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Http;

/// <summary>
/// The endpoint that Discord sends interactions to, without a server: bytes and headers in, status and bytes out. Safe from many threads.
/// </summary>
/// <remarks>Page "Interactions: Overview". Of what is rightly signed, each interaction is answered once.</remarks>
public sealed class HttpInteractions
{
    /// <summary>Largest body that is read (ours).</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private const int Ok = 200;
    private const int Accepted = 202;
    private const int BadRequest = 400;
    private const int Unauthorized = 401;
    private const int TooLarge = 413;

    private readonly InteractionSignature _signature;
    private readonly IInteractionHandler _handler;
    private readonly InteractionSettings _settings;
    private readonly ReplayGuard _replays;

    internal HttpInteractions(
        InteractionSignature signature, IInteractionHandler handler, ReplayGuard replays, InteractionSettings settings) =>
        (_signature, _handler, _replays, _settings) = (signature, handler, replays, settings);

    /// <summary>Answers one request. Never throws but for cancellation.</summary>
    /// <param name="request">What came.</param>
    /// <param name="cancellationToken">Cancelled when the process can wait no longer; not when the caller hangs up.</param>
    public async Task<HttpInteractionAnswer> AnswerAsync(HttpInteraction request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var receivedAt = _settings.Time.GetTimestamp();
        if (request.Body.Length > MaxBodyBytes)
        {
            return Status(TooLarge);
        }

        if (request is not { Signatures: [{ } signature], Timestamps: [{ } timestamp] }
            || !_signature.IsValid(signature, timestamp, request.Body.Span)
            || !IsFresh(timestamp))
        {
            return Status(Unauthorized);
        }

        using var body = Parse(request.Body);
        return body?.RootElement.ValueKind != JsonValueKind.Object ? Status(BadRequest)
            : body.RootElement.Member("type"u8).Number() == (ulong)InteractionType.Ping
                ? new HttpInteractionAnswer(Ok, ResponseJson.Bare(ResponseType.Pong))
            : InteractionReader.Read(body.RootElement) is not { } interaction ? Status(BadRequest)
            : _replays.TryTake(interaction.Id, timestamp) ? await HandleAsync(interaction, request.Body, receivedAt, cancellationToken)
            : Repeated(interaction);
    }

    private HttpInteractionAnswer Repeated(Interaction interaction)
    {
        _settings.Logger.HttpInteractionRepeated(interaction.Id);
        return Status(Accepted);
    }

    private static HttpInteractionAnswer Status(int status) => new(status, ReadOnlyMemory<byte>.Empty);

    private bool IsFresh(string timestamp)
    {
        switch (_replays.Judge(timestamp))
        {
            case TimestampVerdict.Old:
                _settings.Logger.RequestReplayed();
                return false;
            case TimestampVerdict.NoNumber:
                _settings.Logger.TimestampUnknown(timestamp.Length);
                return true;
            default:
                return true;
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(WithoutMark(body));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body without a byte order mark, which is signed like the rest and means nothing.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private async Task<HttpInteractionAnswer> HandleAsync(
        Interaction interaction, ReadOnlyMemory<byte> body, long receivedAt, CancellationToken cancellationToken)
    {
        var first = new HttpFirstResponse();
        var received = new ReceivedInteraction(WithoutMark(body), receivedAt, first) { Interaction = interaction };
        var work = RunAsync(interaction, received, cancellationToken);
        if (await Task.WhenAny(first.Body, work) == work && !first.Body.IsCompleted)
        {
            return await work ? Status(BadRequest) : new HttpInteractionAnswer(Ok, Sorry(interaction));
        }

        return new HttpInteractionAnswer(Ok, await first.Body)
        {
            Completion = async hasLeft =>
            {
                first.Complete(hasLeft);
                await work;
            },
        };
    }

    /// <summary>
    /// Runs the handler. Whether it went well; what it throws must not become an error of the endpoint, which Discord counts.
    /// </summary>
    private async Task<bool> RunAsync(Interaction interaction, ReceivedInteraction received, CancellationToken cancellationToken)
    {
        try
        {
            await _handler.HandleAsync(received, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            _settings.Logger.HttpInteractionFailed(exception, interaction.Id);
            return false;
        }
    }

    private static byte[] Sorry(Interaction interaction) => interaction.Type == InteractionType.Autocomplete
        ? ResponseJson.With(ResponseType.Choices, ReplyRenderer.Choices([], isNumber: false))
        : ResponseJson.With(
            ResponseType.Message, ReplyRenderer.ClassicMessage(CommandSet.Refuse(Refusal.Undeliverable, interaction.Locale),
                isPrivate: true));
}
