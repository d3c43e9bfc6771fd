using Discord;
using Discord.WebSocket;
using NotesBot.Commands;
using NotesBot.Discord;
using MessageFlags = Discord.MessageFlags;

namespace NotesBot.DiscordNet;

/// <summary>Answers the interactions that Discord.Net hands over.</summary>
internal sealed class DiscordNetAnswers(CommandSet commands, DiscordOptions options, TimeProvider time)
{
    /// <summary>Whoever is not done by then says so (ours): half of what Discord waits.</summary>
    private static readonly TimeSpan FirstResponse = TimeSpan.FromMilliseconds(1_500);

    /// <summary>Who owns the application, alone or in its team; nobody until that is known.</summary>
    internal IReadOnlySet<ulong> Owners { get; set; } = new HashSet<ulong>();

    private bool IsPrivate => options.Replies == ReplyVisibility.Private;

    /// <summary>Answers one; a kind that is not known is left alone.</summary>
    internal Task AnswerAsync(SocketInteraction interaction, CancellationToken cancellationToken) => interaction switch
    {
        SocketAutocompleteInteraction typing => CompleteAsync(typing),
        SocketSlashCommand command => ReplyAsync(command, Asked(command), cancellationToken),
        SocketMessageCommand command => ReplyAsync(command, Asked(command), cancellationToken),
        SocketMessageComponent pressed => PressAsync(pressed, pressed.Data.CustomId, PressOf(pressed), cancellationToken),
        SocketModal form => PressAsync(form, form.Data.CustomId, PressOf(form), cancellationToken),
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

    private async Task ReplyAsync(SocketInteraction interaction, Invocation invocation, CancellationToken cancellationToken)
    {
        var asking = commands.InvokeAsync(invocation, cancellationToken);
        var isLate = !await IsReadyAsync(asking);
        if (isLate)
        {
            await interaction.DeferAsync(ephemeral: DefersPrivately(invocation));
        }

        await SendAsync(interaction, await asking, isLate);
    }

    /// <summary>Whether a reply that is late is announced privately.</summary>
    private bool DefersPrivately(Invocation invocation)
    {
        var definition = commands.Definitions.First(known => known.Name == invocation.Command && known.Kind == invocation.Kind);
        return definition.IsPrivate || (invocation.Flag(CommandSet.PrivateOption) ?? IsPrivate);
    }

    private async Task PressAsync(SocketInteraction interaction, string customId, Press press, CancellationToken cancellationToken)
    {
        if (ActionStateCodec.Decode(customId) is not { } state)
        {
            await SendAsync(interaction, CommandSet.Refuse(Refusal.UnknownButton, interaction.UserLocale), isLate: false);
            return;
        }

        var asking = commands.PressAsync(press with { State = state }, cancellationToken);
        var isLate = !await IsReadyAsync(asking);
        if (isLate)
        {
            await interaction.DeferAsync();
        }

        await SendPressedAsync(interaction, await asking, isLate);
    }

    private async Task<bool> IsReadyAsync(Task asking) => await Task.WhenAny(asking, Task.Delay(FirstResponse, time)) == asking;

    private async Task SendAsync(SocketInteraction interaction, Reply reply, bool isLate)
    {
        var message = DiscordNetRenderer.Render(reply);
        if (isLate)
        {
            await interaction.ModifyOriginalResponseAsync(message.Fill);
            return;
        }

        await interaction.RespondAsync(message.Text, message.Embeds, components: message.Components,
            ephemeral: reply.Private ?? IsPrivate, allowedMentions: DiscordNetRenderer.Nobody);
    }

    private async Task SendPressedAsync(SocketInteraction interaction, Reply reply, bool isLate)
    {
        switch (reply)
        {
            case { Delivery: Delivery.Form, Form: { } form } when !isLate:
                await interaction.RespondWithModalAsync(DiscordNetRenderer.Render(form));
                break;
            case { Delivery: Delivery.Delete }:
                await DeleteAsync(interaction, isLate);
                break;
            case { Delivery: Delivery.Update }:
                await UpdateAsync(interaction, DiscordNetRenderer.Render(reply), isLate);
                break;
            case var _ when isLate:
                var message = DiscordNetRenderer.Render(reply);
                await interaction.FollowupAsync(message.Text, message.Embeds, components: message.Components,
                    ephemeral: reply.Private ?? IsPrivate, allowedMentions: DiscordNetRenderer.Nobody);
                break;
            default:
                await SendAsync(interaction, reply, isLate: false);
                break;
        }
    }

    private static Task UpdateAsync(SocketInteraction interaction, DiscordNetMessage message, bool isLate) => interaction switch
    {
        SocketMessageComponent pressed when !isLate => pressed.UpdateAsync(message.Fill),
        SocketModal form when !isLate => form.UpdateAsync(message.Fill),
        _ => interaction.ModifyOriginalResponseAsync(message.Fill),
    };

    private static async Task DeleteAsync(SocketInteraction interaction, bool isLate)
    {
        if (!isLate)
        {
            await interaction.DeferAsync();
        }

        await interaction.DeleteOriginalResponseAsync();
    }

    private Invocation Asked(SocketSlashCommand command) => new()
    {
        Command = command.CommandName,
        Options = command.Data.Options.ToDictionary(option => option.Name, option => option.Value?.ToString() ?? ""),
        Asker = AskerOf(command),
    };

    private Invocation Asked(SocketMessageCommand command) => new()
    {
        Command = command.CommandName,
        Kind = CommandKind.Message,
        Options = new Dictionary<string, string> { [CommandSet.MessageTextOption] = command.Data.Message.Content ?? "" },
        Asker = AskerOf(command),
    };

    private Press PressOf(SocketMessageComponent pressed) =>
        PressOn(pressed, pressed.Message) with { Values = [.. pressed.Data.Values ?? []] };

    private Press PressOf(SocketModal form) => PressOn(form, form.Message) with
    {
        Fields = form.Data.Components.ToDictionary(field => field.CustomId, field => field.Value ?? ""),
    };

    private Press PressOn(SocketInteraction interaction, SocketUserMessage? message)
    {
        var isOnPrivate = message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true;
        return new Press
        {
            State = new ActionState(ActionKind.AskAgain),
            Asker = AskerOf(interaction) with { PrivateByDefault = isOnPrivate || IsPrivate },
            ByWhoAsked = isOnPrivate || message?.InteractionMetadata?.UserId == interaction.User.Id,
            OnPrivate = isOnPrivate,
        };
    }

    private Asker AskerOf(SocketInteraction interaction) =>
        new(interaction.UserLocale, Owners.Contains(interaction.User.Id), HasVisibility: true) { PrivateByDefault = IsPrivate };
}
