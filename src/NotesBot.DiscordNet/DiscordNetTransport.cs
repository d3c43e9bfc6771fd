using System.Collections.Concurrent;
using System.Net;
using Discord;
using Discord.Net;
using Discord.Net.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.DiscordNet;

/// <summary>
/// The same commands through Discord.Net's socket client: no intents, replies as embeds with buttons and selects. Whose application it is
/// and that its commands are registered is arranged as with our own client.
/// </summary>
internal sealed class DiscordNetTransport(
    DiscordNetAnswers answers, ApplicationSetup setup, IOptions<DiscordOptions> options, ILogger<DiscordNetTransport> logger) : ITransport
{
    private readonly ConcurrentDictionary<Task, bool> _working = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isConnected;

    /// <inheritdoc/>
    public bool IsConnected => _isConnected;

    private string ApiRoot => options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/');

    /// <inheritdoc/>
    /// <remarks>It runs once.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var arranging = ArrangeAsync(ending.Token);
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
            await ending.CancelAsync();
            await arranging;
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
        client.Disconnected += failure =>
        {
            _isConnected = false;
            Judge(failure);
            return Task.CompletedTask;
        };
        client.InteractionCreated += interaction => Begin(() => answers.AnswerAsync(interaction, cancellationToken));
    }

    /// <summary>Registers beside answering. What can never work, such as a token that is refused, ends the transport.</summary>
    private async Task ArrangeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await setup.RunAsync(cancellationToken);
        }
        catch (TransportStoppedException stopped)
        {
            _ended.TrySetException(stopped);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Left as asked.
        }
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
}
