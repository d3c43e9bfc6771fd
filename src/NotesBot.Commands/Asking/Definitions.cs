using NotesBot.Commands.Wording;

namespace NotesBot.Commands.Asking;

/// <summary>Makes definitions of commands whose names and texts are in <see cref="Texts"/>.</summary>
internal static class Definitions
{
    /// <summary>A slash command.</summary>
    internal static CommandDefinition Slash(Func<Texts, string> name, Func<Texts, string> description, params CommandOption[] options) =>
        new(Texts.InAll(name).English, Texts.InAll(description), options) { NameLocalizations = Texts.InAll(name).Others };

    /// <summary>An entry in the menu of a message.</summary>
    internal static CommandDefinition Message(Func<Texts, string> name) => Slash(name, _ => "") with
    {
        Description = new Localized("", new Dictionary<string, string>()),
        Kind = CommandKind.Message,
        IsPrivate = true,
    };
}
