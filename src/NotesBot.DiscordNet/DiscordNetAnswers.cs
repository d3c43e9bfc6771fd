using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord;
using NotesBot.Discord.Payloads;
using NotesBot.Discord.Registration;
using MessageFlags = Discord.MessageFlags;

namespace NotesBot.DiscordNet;

/// <summary>Answers the interactions that Discord.Net hands over.</summary>
internal sealed class DiscordNetAnswers(
    CommandSet commands, ApplicationIdentity application, IOptions<DiscordOptions> options, TimeProvider time)
{
    /// <summary>Whoever is not done by then says so (ours): half of what Discord waits.</summary>
    private static readonly TimeSpan FirstResponse = TimeSpan.FromMilliseconds(1_500);

    /// <summary>Page "Permissions": USE_EXTERNAL_APPS, which not every version of the library has a name for.</summary>
    private const ulong UseExternalApps = 1UL << 50;

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
            await interaction.DeferAsync(ephemeral: commands.DefersPrivately(invocation));
        }

        await SendAsync(interaction, await asking, isLate, invocation.Flag(CommandSet.PrivateOption));
    }

    /// <summary>
    /// Whether the bot is there only because this person brought it along, who may not use such bots in this place, as far as the library
    /// tells: in a server that the bot is not in it does not hand on what a person may do, so a reply is private there.
    /// </summary>
    private static bool AllowsOnlyPrivate(SocketInteraction interaction) =>
        interaction.GuildId is not null
        && interaction.IntegrationOwners?.ContainsKey(ApplicationIntegrationType.UserInstall) == true
        && !interaction.IntegrationOwners.ContainsKey(ApplicationIntegrationType.GuildInstall)
        && !(interaction.User is SocketGuildUser { GuildPermissions: { SendMessages: true } may } && (may.RawValue & UseExternalApps) != 0);

    private async Task PressAsync(SocketInteraction interaction, string customId, Press press, CancellationToken cancellationToken)
    {
        if (ActionStateCodec.Decode(customId) is not { } state)
        {
            await SendAsync(interaction, CommandSet.Refuse(Refusal.UnknownButton, interaction.UserLocale), isLate: false, wish: true);
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

    private async Task SendAsync(SocketInteraction interaction, Reply reply, bool isLate, bool? wish)
    {
        var message = DiscordNetRenderer.Render(reply);
        if (isLate)
        {
            await interaction.ModifyOriginalResponseAsync(message.Fill);
            return;
        }

        await interaction.RespondAsync(message.Text, message.Embeds, components: message.Components,
            ephemeral: VisibilityOf(interaction).IsPrivate(reply.Private ?? wish), allowedMentions: DiscordNetRenderer.Nobody);
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
                    ephemeral: VisibilityOf(interaction).IsPrivate(reply.Private), allowedMentions: DiscordNetRenderer.Nobody);
                break;
            default:
                await SendAsync(interaction, reply, isLate: false, wish: null);
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
        Options = new Dictionary<string, string> { [CommandSet.MessageTextOption] = MessageWords.Of(TextsOf(command.Data.Message)) },
        Asker = AskerOf(command),
    };

    private static IEnumerable<string> TextsOf(SocketMessage message) =>
    [
        message.Content ?? "",
        .. message.Embeds.SelectMany(embed => new[] { embed.Title, embed.Description }
            .Concat(embed.Fields.SelectMany(field => new[] { field.Name, field.Value }))).OfType<string>(),
    ];

    private Press PressOf(SocketMessageComponent pressed) =>
        PressOn(pressed) with { Values = [.. pressed.Data.Values ?? []] };

    private Press PressOf(SocketModal form) => PressOn(form) with
    {
        Fields = form.Data.Components.ToDictionary(field => field.CustomId, field => field.Value ?? ""),
    };

    private Press PressOn(SocketInteraction interaction) => new() { State = new ActionState(ActionKind.AskAgain), Asker = AskerOf(interaction) };

    private Asker AskerOf(SocketInteraction interaction) =>
        new(interaction.UserLocale, application.IsOwner(interaction.User.Id), VisibilityOf(interaction));

    private Visibility VisibilityOf(SocketInteraction interaction)
    {
        var message = (interaction as SocketMessageComponent)?.Message ?? (interaction as SocketModal)?.Message;
        return new Visibility
        {
            OnlyPrivate = AllowsOnlyPrivate(interaction),
            PrivateByDefault = options.Value.Replies == ReplyVisibility.Private,
            OnPrivate = message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true,
            ByWhoAsked = message is null || message.InteractionMetadata?.UserId == interaction.User.Id,
        };
    }
}
