using System.Collections.Concurrent;
using System.Net;
using Discord;
using Discord.Net;
using Discord.Net.Rest;
using Discord.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rest;

namespace NotesBot.DiscordNet;

/// <summary>The same commands through Discord.Net's socket client: no intents, replies as embeds with buttons and selects.</summary>
public sealed class DiscordNetTransport(
    CommandSet commands, IOptions<DiscordOptions> options, TimeProvider time, ILogger<DiscordNetTransport> logger) : ITransport
{
    private readonly ConcurrentDictionary<Task, bool> _working = [];
    private readonly DiscordNetAnswers _answers = new(commands, options.Value, time);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isConnected;
    private int _registered;

    /// <inheritdoc/>
    public bool IsConnected => _isConnected;

    private string ApiRoot => options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/');

    /// <inheritdoc/>
    /// <remarks>It runs once.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var client = new DiscordSocketClient(new DiscordSocketConfig
        {
            GatewayIntents = GatewayIntents.None,
            RestClientProvider = _ => DefaultRestClientProvider.Instance($"{ApiRoot}/v{DiscordConfig.APIVersion}/"),
        });
        Listen(client, cancellationToken);
        await LoginAsync(client, options.Value.Token);
        await client.StartAsync();
        try
        {
            await _ended.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Left as asked.
        }
        finally
        {
            await Task.WhenAll(_working.Keys);
            await client.StopAsync();
        }
    }

    /// <summary>Discord.Net waits for its listeners before it reads on: all that takes time goes its own way.</summary>
    private void Listen(DiscordSocketClient client, CancellationToken cancellationToken)
    {
        client.Log += Say;
        client.Connected += () =>
        {
            _isConnected = true;
            return Task.CompletedTask;
        };
        client.Ready += () => Interlocked.Exchange(ref _registered, 1) == 0 ? Begin(() => SetUpAsync(client)) : Task.CompletedTask;
        client.Disconnected += failure =>
        {
            _isConnected = false;
            Judge(failure);
            return Task.CompletedTask;
        };
        client.InteractionCreated += interaction => Begin(() => _answers.AnswerAsync(interaction, cancellationToken));
    }

    private static async Task LoginAsync(DiscordSocketClient client, string? token)
    {
        try
        {
            await client.LoginAsync(TokenType.Bot, token);
        }
        catch (HttpException e) when (e.HttpCode == HttpStatusCode.Unauthorized)
        {
            throw BotCredential.Stopped();
        }
    }

    /// <summary>Discord.Net connects again after every close; some codes say that this is of no use.</summary>
    private void Judge(Exception? failure)
    {
        var closed = failure as WebSocketClosedException ?? failure?.InnerException as WebSocketClosedException;
        if (CloseCodes.Explain(closed?.CloseCode) is { } sentence)
        {
            _ended.TrySetException(new TransportStoppedException(sentence));
        }
    }

    /// <summary>Begins work beside the listeners; it is awaited before the transport ends.</summary>
    private Task Begin(Func<Task> work)
    {
        var task = Task.Run(() => GuardAsync(work));
        _working[task] = true;
        _ = task.ContinueWith(
            done => _working.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return Task.CompletedTask;
    }

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            // Nobody else awaits it: one interaction that fails must not end the others.
            logger.HandlerFailed(e);
        }
    }

    /// <summary>What the library has to say, without the words of its exceptions, which may hold a person's.</summary>
    private Task Say(LogMessage message)
    {
        if (message.Severity <= LogSeverity.Warning)
        {
            logger.LibrarySays(message.Source, message.Message ?? message.Exception?.GetType().Name);
        }

        return Task.CompletedTask;
    }

    private async Task SetUpAsync(DiscordSocketClient client)
    {
        if (options.Value.GuildIds.Count == 0)
        {
            await client.BulkOverwriteGlobalApplicationCommandsAsync(Built(isGlobal: true));
        }

        foreach (var guild in options.Value.GuildIds)
        {
            await client.Rest.BulkOverwriteGuildCommands(Built(isGlobal: false), guild);
        }

        _answers.Owners = OwnersOf(await client.Rest.GetCurrentBotInfoAsync());
    }

    private static HashSet<ulong> OwnersOf(RestApplication application) =>
        [.. application.Team?.TeamMembers.Select(member => member.User.Id) ?? [application.Owner.Id]];

    private ApplicationCommandProperties[] Built(bool isGlobal) =>
        [.. commands.Definitions.Select(definition => DiscordNetCommands.Build(definition, isGlobal))];
}
