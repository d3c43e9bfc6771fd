using System.Globalization;

namespace NotesBot.Commands;

/// <summary>Somebody asks a command.</summary>
public sealed record Invocation
{
    /// <summary>Name of the command, without the slash.</summary>
    public required string Command { get; init; }

    /// <summary>How the command was reached: two commands of different kinds may have one name.</summary>
    public CommandKind Kind { get; init; } = CommandKind.Slash;

    /// <summary>The options that were given, by name. Anything may stand in them: a client need not keep to their types.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Who asks and where.</summary>
    public required Asker Asker { get; init; }

    /// <summary>The option's text; <see langword="null"/> when it is missing or blank.</summary>
    public string? Text(string option) =>
        Options.TryGetValue(option, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The option as a whole number; <see langword="null"/> when it is missing or no number.</summary>
    public int? Number(string option) =>
        int.TryParse(Text(option), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The option as yes or no; <see langword="null"/> when it is missing or neither.</summary>
    public bool? Flag(string option) => bool.TryParse(Text(option), out var flag) ? flag : null;
}

/// <summary>Who asks and where.</summary>
/// <param name="Locale">Language of this person (<c>en-US</c>, <c>de</c>); unknown ones are answered in English.</param>
/// <param name="IsOwner">Whether this person may see what is for the owner of the bot only.</param>
/// <param name="Visibility">Who sees replies; <see langword="null"/> where they are neither public nor private, as in a terminal.</param>
public sealed record Asker(string? Locale, bool IsOwner, Visibility? Visibility);

/// <summary>Somebody presses a button, chooses from a select or sends a form.</summary>
public sealed record Press
{
    /// <summary>What the button carried.</summary>
    public required ActionState State { get; init; }

    /// <summary>The chosen values of a select; empty for a button.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The fields of a form by name; empty otherwise.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Who presses and where.</summary>
    public required Asker Asker { get; init; }

    /// <summary>Whether the message can be changed or deleted for this person.</summary>
    internal bool MayChange => Asker.Visibility is null or { MayChange: true };
}
