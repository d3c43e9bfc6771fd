using NotesBot.Commands;

namespace NotesBot.Discord.Payloads;

/// <summary>What the bot reads of an interaction.</summary>
/// <remarks>Page "Receiving and Responding", section "Interaction Structure".</remarks>
internal sealed record Interaction
{
    /// <summary>Its id.</summary>
    public required ulong Id { get; init; }

    /// <summary>Whom it was sent to.</summary>
    public required ulong ApplicationId { get; init; }

    /// <summary>What answers are sent with. A secret.</summary>
    public required string Token { get; init; }

    /// <summary>What happened; a number that has no name here is kept.</summary>
    public required InteractionType Type { get; init; }

    /// <summary>Who did it; 0 when it does not say.</summary>
    public ulong UserId { get; init; }

    /// <summary>Language of this person; <see langword="null"/> when it does not say.</summary>
    public string? Locale { get; init; }

    /// <summary>What this person may do there; <see langword="null"/> in direct messages.</summary>
    public ulong? MemberPermissions { get; init; }

    /// <summary>Whether the server (or our own direct message) has the bot installed.</summary>
    public bool IsInstalledInPlace { get; init; }

    /// <summary>Whether a person has the bot installed for use everywhere.</summary>
    public bool IsInstalledByUser { get; init; }

    /// <summary>Whether it happened in a thread.</summary>
    public bool IsInThread { get; init; }

    /// <summary>The command, or the command being typed; <see langword="null"/> otherwise.</summary>
    public CommandCall? Command { get; init; }

    /// <summary>What the button, select or form carries; <see langword="null"/> otherwise.</summary>
    public string? CustomId { get; init; }

    /// <summary>The chosen values of a select.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The fields of a form by their names.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The message that the button, select or form belongs to; <see langword="null"/> without one.</summary>
    public PressedMessage? Message { get; init; }

    /// <summary>The type and id alone: tokens and words of people never reach a log.</summary>
    public override string ToString() => $"interaction {Id} of type {Type}";
}

/// <summary>What happened.</summary>
internal enum InteractionType
{
    /// <summary>Discord asks whether the endpoint lives.</summary>
    Ping = 1,

    /// <summary>A command.</summary>
    Command = 2,

    /// <summary>A button or select.</summary>
    Component = 3,

    /// <summary>Somebody is typing an option.</summary>
    Autocomplete = 4,

    /// <summary>A form was sent.</summary>
    Form = 5,
}

/// <summary>A command with its options.</summary>
/// <param name="Name">Its name; groups and subcommands are walked through, and add nothing to it.</param>
/// <param name="Kind">How it was reached.</param>
/// <param name="Options">By name. Options whose value is no text, number or truth value are missing.</param>
/// <param name="Focused">The option that is being typed; <see langword="null"/> for none.</param>
internal sealed record CommandCall(string Name, CommandKind Kind, IReadOnlyDictionary<string, string> Options, FocusedOption? Focused);

/// <summary>The option that is being typed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNumber">Whether its choices are numbers.</param>
internal sealed record FocusedOption(string Name, bool IsNumber);

/// <summary>A message of the bot.</summary>
/// <param name="AskedBy">Who asked what it answers; <see langword="null"/> when it does not say.</param>
/// <param name="Flags">Its flags.</param>
internal sealed record PressedMessage(ulong? AskedBy, ulong Flags);
