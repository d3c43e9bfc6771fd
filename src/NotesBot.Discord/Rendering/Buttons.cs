using NotesBot.Commands;

namespace NotesBot.Discord.Rendering;

/// <summary>
/// Makes rows of buttons and selects. What Discord would refuse (an empty label, a name used twice, a long address) is left out.
/// </summary>
internal sealed class Buttons
{
    private readonly HashSet<string> _customIds = new(StringComparer.Ordinal);

    /// <summary>The rows of a block of buttons: several when there are more than fit into one.</summary>
    internal IEnumerable<MessageComponent> Rows(ButtonsBlock block) =>
        block.Buttons.Select(Button).OfType<MessageComponent>().Chunk(MessageLimits.ButtonsPerRow).Select(row => new ActionRow(row));

    /// <summary>The row of a select; none when nothing can be chosen.</summary>
    internal IEnumerable<MessageComponent> Rows(SelectBlock block)
    {
        var options = block.Choices.Where(IsSendable)
            .DistinctBy(choice => choice.Value).Take(MessageLimits.SelectChoices).Select(Option).ToList();
        var customId = ActionStateCodec.Encode(block.State);
        if (options.Count == 0 || !_customIds.Add(customId))
        {
            return [];
        }

        var placeholder = Words(block.Placeholder, MessageLimits.SelectPlaceholder);
        return [new ActionRow([new StringSelect(customId, OneDefault(options)) { Placeholder = placeholder }])];
    }

    /// <summary>A button to a place; <see langword="null"/> when no button can lead there.</summary>
    internal static Button? Link(string label, string? url) => LinkAddress.Of(url) is { } address
        && Words(label, MessageLimits.ButtonLabel) is { } words
        ? new Button(Rendering.Button.Link, words) { Url = address }
        : null;

    private Button? Button(ReplyButton button) => button switch
    {
        LinkButton link => Link(link.Label, link.Url),
        ActionButton action when Words(action.Label, MessageLimits.ButtonLabel) is { } words => Action(action, words),
        _ => null,
    };

    private Button? Action(ActionButton action, string words)
    {
        var customId = ActionStateCodec.Encode(action.State);
        return _customIds.Add(customId)
            ? new Button(Rendering.Button.Secondary, words) { CustomId = customId, Disabled = action.Enabled ? null : true }
            : null;
    }

    /// <summary>Whether the value comes back as it was sent.</summary>
    private static bool IsSendable(SelectChoice choice) => !TextCleaner.IsBlank(choice.Label)
        && choice.Value.Length <= MessageLimits.Choice && !TextCleaner.IsBlank(choice.Value)
            && TextCleaner.CleanLine(choice.Value) == choice.Value;

    private static SelectOption Option(SelectChoice choice) => new(MarkdownEscaper.Label(choice.Label, MessageLimits.Choice), choice.Value)
    {
        Description = Words(choice.Description, MessageLimits.Choice),
        Default = choice.Selected ? true : null,
    };

    /// <summary>Only one choice can be chosen.</summary>
    private static List<SelectOption> OneDefault(List<SelectOption> options)
    {
        var chosen = options.FindIndex(option => option.Default == true);
        return [.. options.Select((option, i) => i == chosen ? option : option with { Default = null })];
    }

    /// <summary>Plain words, since labels render no Markdown; <see langword="null"/> for none.</summary>
    private static string? Words(string? text, int maxLength) =>
        text is null || TextCleaner.IsBlank(text) ? null : MarkdownEscaper.Label(text, maxLength);
}
