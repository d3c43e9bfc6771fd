using Discord;
using NotesBot.Commands;

namespace NotesBot.DiscordNet;

/// <summary>Writes commands as Discord.Net registers them.</summary>
internal static class DiscordNetCommands
{
    private static readonly InteractionContextType[] Everywhere =
        [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];

    private static readonly ApplicationIntegrationType[] Both =
        [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

    /// <summary>Writes a command.</summary>
    /// <param name="definition">The command.</param>
    /// <param name="isGlobal">Whether it is for everywhere; for a single server, Discord takes no contexts.</param>
    public static ApplicationCommandProperties Build(CommandDefinition definition, bool isGlobal) =>
        definition.Kind == CommandKind.Message ? BuildMessage(definition, isGlobal) : BuildSlash(definition, isGlobal);

    private static MessageCommandProperties BuildMessage(CommandDefinition definition, bool isGlobal)
    {
        var builder = new MessageCommandBuilder()
            .WithName(definition.Name)
            .WithNameLocalizations(definition.NameLocalizations.ToDictionary());
        return (isGlobal ? builder.WithContextTypes(Everywhere).WithIntegrationTypes(Both) : builder).Build();
    }

    private static SlashCommandProperties BuildSlash(CommandDefinition definition, bool isGlobal)
    {
        var builder = new SlashCommandBuilder()
            .WithName(definition.Name)
            .WithDescription(definition.Description.English)
            .WithNameLocalizations(definition.NameLocalizations.ToDictionary())
            .WithDescriptionLocalizations(definition.Description.Others.ToDictionary());
        builder = isGlobal ? builder.WithContextTypes(Everywhere).WithIntegrationTypes(Both) : builder;
        foreach (var option in definition.Options)
        {
            builder.AddOption(Build(option));
        }

        return builder.Build();
    }

    private static SlashCommandOptionBuilder Build(CommandOption option)
    {
        var builder = new SlashCommandOptionBuilder()
            .WithName(option.Name)
            .WithDescription(option.Description.English)
            .WithNameLocalizations(option.NameLocalizations.ToDictionary())
            .WithDescriptionLocalizations(option.Description.Others.ToDictionary())
            .WithRequired(option.Required);
        builder = option.Completes ? builder.WithAutocomplete(true) : builder;
        return option switch
        {
            TextOption text => builder.WithType(ApplicationCommandOptionType.String).WithMaxLength(text.MaxLength),
            // The library writes a smallest value with a fraction, which Discord takes for no whole number.
            NumberOption => builder.WithType(ApplicationCommandOptionType.Integer),
            _ => builder.WithType(ApplicationCommandOptionType.Boolean),
        };
    }
}
