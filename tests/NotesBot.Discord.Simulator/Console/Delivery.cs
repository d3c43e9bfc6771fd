namespace NotesBot.Discord.Simulator.Console;

/// <summary>How interactions reach the bot: over the gateway, or by HTTP.</summary>
internal interface IDelivery
{
    /// <summary>Until the bot can take interactions.</summary>
    Task ReadyAsync(CancellationToken cancellationToken);

    /// <summary>Sends one.</summary>
    Task SendAsync(SimulatedInteraction interaction, CancellationToken cancellationToken);
}

/// <summary>Over the gateway.</summary>
internal sealed class GatewayDelivery(DiscordSimulator discord) : IDelivery
{
    public Task ReadyAsync(CancellationToken cancellationToken) => discord.Gateway.ReadyAsync(cancellationToken);

    public Task SendAsync(SimulatedInteraction interaction, CancellationToken cancellationToken) =>
        discord.SendAsync(interaction, cancellationToken);
}

/// <summary>By HTTP: signed, and the response in the body.</summary>
internal sealed class HttpDelivery(DiscordSimulator discord, Http.EndpointCaller caller, Http.SigningKey key, Screen screen) : IDelivery
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        while ((await caller.PostAsync([], [], cancellationToken)).Status == 0)
        {
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        var isRight = await Http.EndpointCheck.RunAsync(discord, caller, key, cancellationToken);
        screen.Write(isRight ? "The endpoint answers PING and refuses wrong signatures." : "The endpoint fails Discord's check.");
    }

    public async Task SendAsync(SimulatedInteraction interaction, CancellationToken cancellationToken) =>
        await caller.SendAsync(interaction, cancellationToken);
}
