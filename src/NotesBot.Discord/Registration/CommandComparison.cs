using System.Text.Json;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Registration;

/// <summary>Whether what is registered is what we want. What Discord adds, fills in or orders differently makes no difference.</summary>
internal static class CommandComparison
{
    /// <summary>Compares two lists of one scope.</summary>
    /// <param name="wanted">What we would register.</param>
    /// <param name="registered">What Discord has.</param>
    /// <param name="isForGuild">Whether it is for a single server.</param>
    public static CommandDifference Compare(IReadOnlyList<CommandJson> wanted, IReadOnlyList<CommandJson> registered, bool isForGuild)
    {
        var ours = wanted.ToDictionary(KeyOf, command => Canonical(command, isForGuild));
        var theirs = registered.DistinctBy(KeyOf).ToDictionary(KeyOf, command => Canonical(command, isForGuild));
        return new CommandDifference(
            [.. ours.Keys.Except(theirs.Keys).Select(key => key.Name)],
            [.. ours.Where(our => theirs.TryGetValue(our.Key, out var their) && their != our.Value).Select(our => our.Key.Name)],
            [.. theirs.Keys.Except(ours.Keys).Select(key => key.Name)]);
    }

    private static (string Name, int Type) KeyOf(CommandJson command) => (command.Name ?? "", command.Type ?? 1);

    private static string Canonical(CommandJson command, bool isForGuild) => JsonSerializer.Serialize(
        [
            command with
            {
                Id = null,
                Type = command.Type ?? 1,
                Description = NullIfEmpty(command.Description),
                NameLocalizations = Sorted(command.NameLocalizations),
                DescriptionLocalizations = Sorted(command.DescriptionLocalizations),
                Options = Canonical(command.Options),
                IntegrationTypes = isForGuild ? null : [.. (command.IntegrationTypes ?? [0]).Order()],
                Contexts = isForGuild ? null : [.. (command.Contexts ?? [0, 1, 2]).Order()],
            },
        ],
        RestJson.Default.ListCommandJson);

    private static List<OptionJson>? Canonical(IReadOnlyList<OptionJson>? options) =>
        options is null or { Count: 0 } ? null : [.. options.Select(option => option with
        {
            NameLocalizations = Sorted(option.NameLocalizations),
            DescriptionLocalizations = Sorted(option.DescriptionLocalizations),
            Required = option.Required == true ? true : null,
            Autocomplete = option.Autocomplete == true ? true : null,
            MinLength = option.MinLength is 0 ? null : option.MinLength,
            Choices = Canonical(option.Choices),
            Options = Canonical(option.Options),
        })];

    private static List<ChoiceJson>? Canonical(IReadOnlyList<ChoiceJson>? choices) =>
        choices is null or { Count: 0 }
            ? null
            : [.. choices.Select(choice => choice with { NameLocalizations = Sorted(choice.NameLocalizations) })];

    private static SortedDictionary<string, string>? Sorted(IReadOnlyDictionary<string, string>? texts) =>
        texts is null or { Count: 0 }
            ? null
            : new SortedDictionary<string, string>(texts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>What registering would change, by name.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Others than before.</param>
/// <param name="Removed">Not ours any more.</param>
internal sealed record CommandDifference(IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    /// <summary>Whether nothing would change.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;
}
