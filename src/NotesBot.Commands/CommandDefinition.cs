
namespace NotesBot.Commands;

/// <summary>What a command is called and takes.</summary>
/// <param name="Name">1 to 32 lower-case letters; for a message command, the words of its menu entry.</param>
/// <param name="Description">One line in every language, at most 100 characters; empty for a message command.</param>
/// <param name="Options">Required ones first.</param>
public sealed record CommandDefinition(string Name, Localized Description, IReadOnlyList<CommandOption> Options)
{
    /// <summary>Most choices that completing an option gives, or a menu has.</summary>
    public const int MaxChoices = 25;

    /// <summary>How people reach it.</summary>
    public CommandKind Kind { get; init; } = CommandKind.Slash;

    /// <summary>Whether every reply is for the asker only, so that one that comes late is not announced publicly.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Its name in other languages, by locale (<c>de</c>).</summary>
    public IReadOnlyDictionary<string, string> NameLocalizations { get; init; } = new Dictionary<string, string>();
}

/// <summary>How people reach a command.</summary>
public enum CommandKind
{
    /// <summary>By typing <c>/name</c>.</summary>
    Slash,

    /// <summary>From the menu of somebody's message, whose text is the option <c>query</c>.</summary>
    Message,
}

/// <summary>A text in English and in other languages.</summary>
/// <param name="English">The text that is used where no other fits.</param>
/// <param name="Others">By locale (<c>de</c>).</param>
public sealed record Localized(string English, IReadOnlyDictionary<string, string> Others);

/// <summary>An option of a command.</summary>
/// <param name="Name">1 to 32 lower-case letters.</param>
/// <param name="Description">One line in every language, at most 100 characters.</param>
public abstract record CommandOption(string Name, Localized Description)
{
    /// <summary>Whether the command cannot be used without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the command completes it (<see cref="ICompletingCommand"/>).</summary>
    public bool Completes { get; init; }

    /// <summary>Its name in other languages, by locale (<c>de</c>).</summary>
    public IReadOnlyDictionary<string, string> NameLocalizations { get; init; } = new Dictionary<string, string>();
}

/// <summary>An option that is a text.</summary>
/// <param name="Name">See <see cref="CommandOption"/>.</param>
/// <param name="Description">See <see cref="CommandOption"/>.</param>
/// <param name="MaxLength">In characters, 1 to 6000.</param>
public sealed record TextOption(string Name, Localized Description, int MaxLength) : CommandOption(Name, Description);

/// <summary>An option that is a whole number from 1.</summary>
/// <param name="Name">See <see cref="CommandOption"/>.</param>
/// <param name="Description">See <see cref="CommandOption"/>.</param>
public sealed record NumberOption(string Name, Localized Description) : CommandOption(Name, Description);

/// <summary>An option that is yes or no.</summary>
/// <param name="Name">See <see cref="CommandOption"/>.</param>
/// <param name="Description">See <see cref="CommandOption"/>.</param>
public sealed record FlagOption(string Name, Localized Description) : CommandOption(Name, Description);
