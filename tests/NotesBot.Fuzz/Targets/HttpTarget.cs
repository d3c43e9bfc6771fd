using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Discord;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Http;
using NotesBot.Discord.Interactions;
using NotesBot.Discord.Rest;
using NSec.Cryptography;

namespace NotesBot.Fuzz.Targets;

/// <summary>A request to the endpoint of interactions, every second one rightly signed.</summary>
internal sealed class HttpTarget : FuzzTarget, IDisposable
{
    private const string Now = "1700000000";
    private readonly DiscordMetrics _metrics = new();
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpInteractions _endpoint;

    internal HttpTarget() : base("http", Bytes(DiscordSamples.Interactions))
    {
        var signature = InteractionSignature.Of(Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)))!;
        var settings = new InteractionSettings(new DiscordOptions(), TimeProvider.System, _metrics, NullLogger<InteractionHandler>.Instance);
        var replays = new ReplayGuard(
            new SeenRequests(folder: null, NullLogger<InteractionHandler>.Instance), new DiscordClock(TimeProvider.System));
        _endpoint = new HttpInteractions(signature, new Reader(), replays, settings);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = Bytes(DiscordSamples.Words);

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        var isSigned = input.Length % 2 == 0;
        var signature = isSigned
            ? Convert.ToHexString(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(Now), .. input]))
            : Encoding.Latin1.GetString(input.AsSpan(0, Math.Min(128, input.Length)));
        var request = new HttpInteraction([signature], [isSigned ? Now : Encoding.UTF8.GetString(input)], input);
        var answer = _endpoint.AnswerAsync(request, CancellationToken.None);
        var status = answer.GetAwaiter().GetResult().Status;
        Hold(isSigned ? status is 200 or 202 or 400 or 401 : status == 401, $"status {status}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        _metrics.Dispose();
    }

    /// <summary>Has nothing to say.</summary>
    private sealed class Reader : IInteractionHandler
    {
        public Task HandleAsync(ReceivedInteraction interaction, CancellationToken cancellationToken)
        {
            return Task.CompletedTask;
        }

        public Task RefuseAsync(ReceivedInteraction interaction, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
