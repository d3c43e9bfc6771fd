using System.Text.Json.Nodes;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Simulator;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Gateway;

/// <summary>The whole transport against the stand-in. The bot's clock stands still unless a test moves it; the stand-in's is the
/// same.</summary>
public abstract class TransportTests : IAsyncDisposable
{
    private protected ObservedTime Time { get; } = new();

    private protected CancellationTokenSource Stopping { get; } = new();

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("notesbot-").FullName;

    private protected DiscordSimulator Discord { get; set; } = null!;

    private protected BotKit Kit { get; set; } = null!;

    private protected Task Running { get; set; } = Task.CompletedTask;

    private protected static CancellationToken Cancelled => TestLimit.Token;

    public async ValueTask DisposeAsync()
    {
        await Stopping.CancelAsync();
        await Running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await Kit.DisposeAsync();
        await Discord.DisposeAsync();
        Stopping.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected async Task StartAsync(
        SimulatorOptions options, Action<Faults>? fault = null, double chance = 0, params (string Key, string Value)[] settings)
    {
        Discord = await DiscordSimulator.StartAsync(
            options.TimeProvider == TimeProvider.System ? options with { TimeProvider = Time } : options, Cancelled);
        fault?.Invoke(Discord.Faults);
        var all = new Dictionary<string, string?>
        {
            ["Discord:ApiBaseUrl"] = Discord.ApiBaseUrl.ToString(),
            ["Discord:Token"] = Discord.Token,
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        Kit = new BotKit(time: Time, chance: chance, settings: all, folder: Folder);
        Running = Kit.Get<DiscordTransport>().RunAsync(Stopping.Token);
    }

    /// <summary>READY was sent, and the bot has read it.</summary>
    private protected async Task LiveAsync()
    {
        await Discord.Gateway.ReadyAsync(Cancelled);
        await UntilAsync(() => Kit.Get<DiscordTransport>().IsConnected);
    }

    /// <summary>The bot is live, and so long that a connection that is lost is replaced at once.</summary>
    private protected async Task CalmAsync()
    {
        await LiveAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
    }

    private protected static JsonObject Interaction(ulong id) =>
        new() { ["id"] = $"{id}", ["token"] = "t", ["type"] = 2, ["application_id"] = "1" };

    private protected static ulong IdOf(ReceivedInteraction interaction) =>
        ulong.Parse(JsonNode.Parse(interaction.Payload.Span)!["id"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);

    private protected static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }
    }

    private protected async Task PassUntilAsync(Task awaited, TimeSpan step)
    {
        while (!awaited.IsCompleted)
        {
            Time.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }

        await awaited;
    }
}
