using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>Waits for the bot, as long as a person would.</summary>
internal sealed class BotWaiter(DiscordSimulator discord, IDelivery delivery, Screen screen)
{
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToRegister = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ToRespond = TimeSpan.FromSeconds(3.5);
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(60);
    private bool _isReady;

    /// <summary>Whether the bot never came.</summary>
    public bool IsBotMissing { get; private set; }

    /// <summary>Until the bot is there and has registered something; at most so long as it takes to start.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (_isReady)
        {
            return;
        }

        _isReady = true;
        if (!await WithinAsync(ToStart, delivery.ReadyAsync, cancellationToken))
        {
            IsBotMissing = true;
            screen.Write("The bot has not come.");
        }
        else if (discord.Commands().Count == 0)
        {
            await WithinAsync(ToRegister, token => discord.Requests.FirstAsync(IsRegistration, token), cancellationToken);
        }
    }

    /// <summary>The first response; when it is a deferral, after what follows it came.</summary>
    public async Task<InteractionAnswer?> AnswerAsync(SimulatedInteraction asked, CancellationToken cancellationToken)
    {
        if (!await WithinAsync(ToRespond, asked.CallbackAsync, cancellationToken))
        {
            discord.Miss(asked);
            screen.Write("The application did not respond.");
            return null;
        }

        var answer = await asked.CallbackAsync(cancellationToken);
        if (answer.Type is 5 or 6 && !await WithinAsync(ToFinish, asked.MessageAsync, cancellationToken))
        {
            screen.Write("(still thinking)");
        }

        return answer;
    }

    private static bool IsRegistration(RecordedRequest request) =>
        request is { RouteName: "commands-put" or "command-post", Status: < 300 };

    private static async Task<bool> WithinAsync(TimeSpan time, Func<CancellationToken, Task> wait, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(time, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await wait(both.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
