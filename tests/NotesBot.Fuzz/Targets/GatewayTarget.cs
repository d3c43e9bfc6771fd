using NotesBot.Discord.Gateway;
using NotesBot.Discord.Payloads;

namespace NotesBot.Fuzz.Targets;

/// <summary>A message of the gateway, and the interaction in it.</summary>
internal sealed class GatewayTarget() : FuzzTarget("gateway", Bytes([.. DiscordSamples.Frames, .. DiscordSamples.Interactions.Select(DiscordSamples.InFrame)]))
{
    private readonly GatewayFrames _frames = new(new Uri("wss://gateway.example/"));

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = Bytes(DiscordSamples.Words);

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        if (_frames.Read(input, 0) is InteractionReceived interaction)
        {
            _ = InteractionReader.Read(interaction.Payload);
        }
    }
}
