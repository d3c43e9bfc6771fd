using NotesBot.Commands;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Registration;

/// <summary>Writes a command as Discord registers it.</summary>
internal static class CommandBuilder
{
    private const int ChatInput = 1;
    private const int Message = 3;
    private static readonly int[] Everybody = [0, 1];
    private static readonly int[] Everywhere = [0, 1, 2];

    /// <summary>Writes a command.</summary>
    /// <param name="definition">The command.</param>
    /// <param name="isForGuild">Whether it is for a single server: then where it may be used and installed is not said.</param>
    public static CommandJson Build(CommandDefinition definition, bool isForGuild)
    {
        var isSlash = definition.Kind == CommandKind.Slash;
        return new CommandJson
        {
            Name = definition.Name,
            Type = isSlash ? ChatInput : Message,
            Description = isSlash ? definition.Description.English : null,
            NameLocalizations = Localizations(definition.Name, definition.NameLocalizations),
            DescriptionLocalizations = isSlash ? Localizations(definition.Description.English, definition.Description.Others) : null,
            Options = isSlash && definition.Options.Count > 0 ? [.. definition.Options.Select(Build)] : null,
            IntegrationTypes = isForGuild ? null : Everybody,
            Contexts = isForGuild ? null : Everywhere,
        };
    }

    private static OptionJson Build(CommandOption option)
    {
        var common = new OptionJson
        {
            Name = option.Name,
            Description = option.Description.English,
            NameLocalizations = Localizations(option.Name, option.NameLocalizations),
            DescriptionLocalizations = Localizations(option.Description.English, option.Description.Others),
            Required = option.Required ? true : null,
            Autocomplete = option.Completes ? true : null,
        };
        return option switch
        {
            TextOption text => common with { Type = 3, MaxLength = text.MaxLength },
            NumberOption => common with { Type = 4, MinValue = 1 },
            FlagOption => common with { Type = 5 },
            _ => throw new InvalidOperationException($"No option type of Discord is known for {option.GetType().Name}."),
        };
    }

    /// <summary>Discord shows British texts to Americans where there is no American one: the plain English comes along.</summary>
    private static Dictionary<string, string>? Localizations(string english, IReadOnlyDictionary<string, string> others)
    {
        var all = new Dictionary<string, string>(others, StringComparer.Ordinal);
        if (all.ContainsKey("en-GB"))
        {
            all.TryAdd("en-US", english);
        }

        return all.Count == 0 ? null : all;
    }
}
