using NotesBot.Commands.Asking;
using NotesBot.Commands.Whole;
using NotesBot.Commands.Wording;

namespace NotesBot.Commands.About;

/// <summary><c>/help</c>: what there is to ask.</summary>
/// <param name="definitions">The other commands, in the order in which people see them.</param>
/// <param name="context">Where the examples are from.</param>
public sealed class HelpCommand(IReadOnlyList<CommandDefinition> definitions, CommandContext context) : ICommand
{
    /// <inheritdoc/>
    public CommandDefinition Definition { get; } =
        Definitions.Slash(texts => texts.HelpName, texts => texts.HelpDescription) with { IsPrivate = true };

    /// <inheritdoc/>
    public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var texts = Texts.For(invocation.Asker.Locale);
        var commands = definitions
            .Where(definition => definition.Kind == CommandKind.Slash || invocation.Asker.Visibility is not null)
            .Select(definition => ToItem(definition, invocation.Asker, texts));
        ReplyBlock[] blocks =
        [
            new HeadingBlock(texts.Help),
            new TextBlock(texts.HelpIntroduction),
            new ListBlock([.. commands]),
            .. Examples(invocation.Asker, texts),
            new TextBlock(texts.HelpAsking),
            new ListBlock([.. Hints(invocation.Asker, texts).Select(hint => new ListItem(hint))]),
        ];
        return Task.FromResult(new Reply(blocks) { Private = true });
    }

    /// <summary>Questions that these very notes answer; none while they are not read.</summary>
    private IEnumerable<ReplyBlock> Examples(Asker asker, Texts texts)
    {
        var lead = asker.Visibility is null ? "" : $"/{texts.FindName} ";
        return LibraryContents.Of(context, asker.Locale) is { Examples: { Count: > 0 } examples }
            ? [new TextBlock(texts.HelpExamples), new ListBlock([.. examples.Select(example => new ListItem(lead + example))])]
            : [];
    }

    private static IReadOnlyList<string> Hints(Asker asker, Texts texts) =>
        asker.Visibility is not null ? [.. texts.HelpHints, texts.HelpVisibility] : texts.HelpHints;

    private static ListItem ToItem(CommandDefinition definition, Asker asker, Texts texts)
    {
        // A terminal takes the names as they are; menus show them in the person's language, and offer the options themselves.
        string In(string name, IReadOnlyDictionary<string, string> others) =>
            asker.Visibility is not null ? others.GetValueOrDefault(texts.Language, name) : name;

        var name = In(definition.Name, definition.NameLocalizations);
        if (definition.Kind == CommandKind.Message)
        {
            return new ListItem(name, texts.MessageMenu, Marked: true);
        }

        var options = definition.Options
            .Where(option => option.Name != Options.Private && asker.Visibility is null)
            .Select(option => option.Required ? option.Name : $"[{option.Name}]");
        var description = definition.Description.Others.GetValueOrDefault(texts.Language, definition.Description.English);
        return new ListItem(string.Join(' ', options.Prepend("/" + name)), description, Marked: true);
    }
}
