using System.Text.Json;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Registration;

/// <summary>How large Discord takes a command to be: names, descriptions and values, the longest language of each.</summary>
/// <remarks>Source: Discord's page "Application Commands", section "Registering a Command".</remarks>
internal static class CommandSize
{
    /// <summary>Most characters.</summary>
    public const int Most = 8_000;

    /// <summary>Size in UTF-16 units.</summary>
    public static int Of(CommandJson command) =>
        Longest(command.Name, command.NameLocalizations) + Longest(command.Description, command.DescriptionLocalizations)
        + (command.Options ?? []).Sum(Of);

    private static int Of(OptionJson option) =>
        Longest(option.Name, option.NameLocalizations) + Longest(option.Description, option.DescriptionLocalizations)
        + (option.Choices ?? []).Sum(Of) + (option.Options ?? []).Sum(Of);

    private static int Of(ChoiceJson choice) =>
        Longest(choice.Name, choice.NameLocalizations)
        + (choice.Value.ValueKind == JsonValueKind.Undefined ? 0 : choice.Value.ToString().Length);

    private static int Longest(string? text, IReadOnlyDictionary<string, string>? others) =>
        (others?.Values ?? []).Append(text ?? "").Max(candidate => candidate?.Length ?? 0);
}
