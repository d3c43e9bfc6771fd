using Discord;
using NotesBot.Commands;

namespace NotesBot.DiscordNet;

/// <summary>Writes commands as Discord.Net registers them.</summary>
internal static class DiscordNetCommands
{
    /// <summary>Writes a command.</summary>
    public static ApplicationCommandProperties Build(CommandDefinition definition)
    {
        if (definition.Kind == CommandKind.Message)
        {
            return new MessageCommandBuilder().WithName(definition.Name).Build();
        }

        var builder = new SlashCommandBuilder()
            .WithName(definition.Name)
            .WithDescription(definition.Description.English)
            .WithNameLocalizations(definition.NameLocalizations.ToDictionary())
            .WithDescriptionLocalizations(definition.Description.Others.ToDictionary())
            .WithContextTypes(InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel)
            .WithIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall);
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
            .WithRequired(option.Required)
            .WithAutocomplete(option.Completes);
        return option switch
        {
            TextOption text => builder.WithType(ApplicationCommandOptionType.String).WithMaxLength(text.MaxLength),
            NumberOption => builder.WithType(ApplicationCommandOptionType.Integer).WithMinValue(1),
            _ => builder.WithType(ApplicationCommandOptionType.Boolean),
        };
    }
}
