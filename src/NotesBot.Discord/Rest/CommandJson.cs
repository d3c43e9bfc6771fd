using System.Text.Json;

namespace NotesBot.Discord.Rest;

/// <summary>A command as Discord's API writes it: what we send and what we compare. What Discord adds is not read.</summary>
/// <remarks>Source: Discord's page "Application Commands", section "Application Command Object".</remarks>
internal sealed record CommandJson
{
    /// <summary>Discord's id of it; never sent.</summary>
    public ulong? Id { get; init; }

    /// <summary>1 to 32 characters.</summary>
    public string? Name { get; init; }

    /// <summary>1 for slash commands, 3 for message commands; 1 where it is missing.</summary>
    public int? Type { get; init; }

    /// <summary>1 to 100 characters; a message command has none.</summary>
    public string? Description { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<OptionJson>? Options { get; init; }

    /// <summary>Who may use it unless a server says otherwise, a decimal string; <see langword="null"/> for everybody.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>0 servers, 1 people; only for commands that are registered everywhere.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>0 servers, 1 our direct messages, 2 other private channels; only for commands that are registered everywhere.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }
}

/// <summary>An option of a command. Page "Application Commands", section "Application Command Option Structure".</summary>
internal sealed record OptionJson
{
    /// <summary>3 text, 4 whole number, 5 yes or no; others are read only.</summary>
    public int Type { get; init; }

    /// <summary>1 to 32 characters.</summary>
    public string? Name { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public string? Description { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether we complete it.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>The only values, at most 25.</summary>
    public IReadOnlyList<ChoiceJson>? Choices { get; init; }

    /// <summary>Options of a subcommand, subcommands of a group.</summary>
    public IReadOnlyList<OptionJson>? Options { get; init; }

    /// <summary>Smallest number.</summary>
    public double? MinValue { get; init; }

    /// <summary>Largest number.</summary>
    public double? MaxValue { get; init; }

    /// <summary>Fewest characters, 0 to 6000.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters, 1 to 6000.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>A value that an option may have.</summary>
internal sealed record ChoiceJson
{
    /// <summary>1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>By locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>A text of at most 100 characters, or a number.</summary>
    public JsonElement Value { get; init; }
}
