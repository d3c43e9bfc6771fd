using System.Collections.Concurrent;
using System.Net;
using Discord;
using Discord.Net;
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
    private static readonly TimeSpan FirstResponse = TimeSpan.FromMilliseconds(1_500);
    private readonly ConcurrentDictionary<Task, bool> _working = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isConnected;
    private int _registered;

    /// <inheritdoc/>
    public bool IsConnected => _isConnected;

    private bool IsPrivate => options.Value.Replies == ReplyVisibility.Private;

    /// <inheritdoc/>
    /// <remarks>It runs once.</remarks>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var client = new DiscordSocketClient(new DiscordSocketConfig { GatewayIntents = GatewayIntents.None });
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
        client.Ready += () =>
        {
            _isConnected = true;
            return Interlocked.Exchange(ref _registered, 1) == 0 ? Begin(() => RegisterAsync(client)) : Task.CompletedTask;
        };
        client.Disconnected += failure =>
        {
            _isConnected = false;
            Judge(failure);
            return Task.CompletedTask;
        };
        client.InteractionCreated += interaction => Begin(() => AnswerAsync(interaction, cancellationToken));
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

    private async Task RegisterAsync(DiscordSocketClient client)
    {
        if (options.Value.GuildIds.Count == 0)
        {
            await client.BulkOverwriteGlobalApplicationCommandsAsync(Built(isGlobal: true));
        }

        foreach (var guild in options.Value.GuildIds)
        {
            await client.Rest.BulkOverwriteGuildCommands(Built(isGlobal: false), guild);
        }
    }

    private ApplicationCommandProperties[] Built(bool isGlobal) =>
        [.. commands.Definitions.Select(definition => DiscordNetCommands.Build(definition, isGlobal))];

    private Task AnswerAsync(SocketInteraction interaction, CancellationToken cancellationToken) => interaction switch
    {
        SocketAutocompleteInteraction typing => CompleteAsync(typing),
        SocketSlashCommand command => ReplyAsync(command, () => commands.InvokeAsync(Asked(command), cancellationToken)),
        SocketMessageCommand command => ReplyAsync(command, () => commands.InvokeAsync(Asked(command), cancellationToken)),
        SocketMessageComponent pressed => ReplyAsync(pressed, () => PressAsync(pressed, cancellationToken)),
        SocketModal form => ReplyAsync(form, () => SubmitAsync(form, cancellationToken)),
        _ => Task.CompletedTask,
    };

    private Task CompleteAsync(SocketAutocompleteInteraction typing)
    {
        var given = typing.Data.Options.ToDictionary(option => option.Name, option => option.Value?.ToString() ?? "");
        var invocation = new Invocation { Command = typing.Data.CommandName, Options = given, Asker = AskerOf(typing) };
        var choices = commands.Complete(invocation, typing.Data.Current.Name);
        var isNumber = typing.Data.Current.Type == ApplicationCommandOptionType.Integer;
        return typing.RespondAsync(choices.Select(choice =>
            new AutocompleteResult(choice.Label, isNumber && long.TryParse(choice.Value, out var number) ? number : choice.Value)));
    }

    private Task<Reply> PressAsync(SocketMessageComponent pressed, CancellationToken cancellationToken) =>
        ActionStateCodec.Decode(pressed.Data.CustomId) is { } state
            ? commands.PressAsync(
                new Press
                {
                    State = state,
                    Values = [.. pressed.Data.Values ?? []],
                    Asker = AskerOf(pressed),
                    ByWhoAsked = pressed.Message.InteractionMetadata?.UserId == pressed.User.Id,
                    OnPrivate = pressed.Message.Flags?.HasFlag(MessageFlags.Ephemeral) == true,
                },
                cancellationToken)
            : Task.FromResult(CommandSet.Refuse(Refusal.UnknownButton, pressed.UserLocale));

    private Task<Reply> SubmitAsync(SocketModal form, CancellationToken cancellationToken) =>
        ActionStateCodec.Decode(form.Data.CustomId) is { } state
            ? commands.PressAsync(
                new Press
                {
                    State = state,
                    Fields = form.Data.Components.ToDictionary(field => field.CustomId, field => field.Value ?? ""),
                    Asker = AskerOf(form),
                    ByWhoAsked = false,
                    OnPrivate = form.Message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true,
                },
                cancellationToken)
            : Task.FromResult(CommandSet.Refuse(Refusal.UnknownButton, form.UserLocale));

    /// <summary>Answers at once if the reply is there in time, else says that it comes and fills it in.</summary>
    private async Task ReplyAsync(SocketInteraction interaction, Func<Task<Reply>> ask)
    {
        var asking = ask();
        var first = await Task.WhenAny(asking, Task.Delay(FirstResponse, time));
        if (first != asking)
        {
            await interaction.DeferAsync(ephemeral: IsPrivate);
        }

        await SendAsync(interaction, await asking, isDeferred: first != asking);
    }

    private async Task SendAsync(SocketInteraction interaction, Reply reply, bool isDeferred)
    {
        if (reply is { Delivery: Delivery.Form, Form: { } form } && !isDeferred)
        {
            await interaction.RespondWithModalAsync(DiscordNetRenderer.Render(form));
            return;
        }

        if (reply.Delivery == Delivery.Delete)
        {
            await DeleteAsync(interaction, isDeferred);
            return;
        }

        var (embeds, components) = DiscordNetRenderer.Render(reply);
        if (isDeferred)
        {
            await interaction.ModifyOriginalResponseAsync(message => Fill(message, embeds, components));
        }
        else if (reply.Delivery == Delivery.Update && interaction is SocketMessageComponent pressed)
        {
            await pressed.UpdateAsync(message => Fill(message, embeds, components));
        }
        else
        {
            await interaction.RespondAsync(
                embeds: embeds, components: components, ephemeral: reply.Private ?? IsPrivate, allowedMentions: AllowedMentions.None);
        }
    }

    private static async Task DeleteAsync(SocketInteraction interaction, bool isDeferred)
    {
        if (!isDeferred)
        {
            await interaction.DeferAsync();
        }

        await interaction.DeleteOriginalResponseAsync();
    }

    private static void Fill(MessageProperties message, Embed[] embeds, MessageComponent components)
    {
        message.Embeds = embeds;
        message.Components = components;
        message.AllowedMentions = AllowedMentions.None;
    }

    private static Invocation Asked(SocketSlashCommand command) => new()
    {
        Command = command.CommandName,
        Options = command.Data.Options.ToDictionary(option => option.Name, option => option.Value?.ToString() ?? ""),
        Asker = AskerOf(command),
    };

    private static Invocation Asked(SocketMessageCommand command) => new()
    {
        Command = command.CommandName,
        Kind = CommandKind.Message,
        Options = new Dictionary<string, string> { [CommandSet.MessageTextOption] = command.Data.Message.Content ?? "" },
        Asker = AskerOf(command),
    };

    private static Asker AskerOf(SocketInteraction interaction) => new(interaction.UserLocale, IsOwner: false, HasVisibility: true);
}
