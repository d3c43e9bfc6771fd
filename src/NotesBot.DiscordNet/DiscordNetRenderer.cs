using Discord;
using NotesBot.Commands;
using NotesBot.Discord.Rendering;
using MessageComponent = Discord.MessageComponent;

namespace NotesBot.DiscordNet;

/// <summary>Turns a reply into embeds and classic components, within Discord's limits.</summary>
internal static class DiscordNetRenderer
{
    // Four of 1,000 and twice 200 characters stay under the 6,000 that all embeds of a message share.
    private const int MostEmbeds = 4;
    private const int LongestText = 1_000;
    private const int LongestTitle = 200;
    private const int MostRows = 5;

    /// <summary>Renders a reply.</summary>
    public static (Embed[] Embeds, MessageComponent Components) Render(Reply reply)
    {
        var texts = reply.Blocks.Select(Text).Where(text => text is not null).Take(MostEmbeds);
        var components = new ComponentBuilder();
        var rows = reply.Blocks.Where(block => block is ButtonsBlock or SelectBlock).Take(MostRows);
        foreach (var (block, row) in rows.Select((block, row) => (block, row)))
        {
            Add(components, block, row);
        }

        return ([.. texts.Select(text => text!.Build())], components.Build());
    }

    /// <summary>Renders a form.</summary>
    public static Modal Render(ReplyForm form)
    {
        var modal = new ModalBuilder().WithTitle(form.Title).WithCustomId(ActionStateCodec.Encode(form.State));
        foreach (var field in form.Fields)
        {
            modal.AddTextInput(field.Label, field.Name, placeholder: field.Placeholder, maxLength: field.MaxLength);
        }

        return modal.Build();
    }

    private static EmbedBuilder? Text(ReplyBlock block) => block switch
    {
        HeadingBlock heading => new EmbedBuilder().WithTitle(Cut(TextCleaner.CleanLine(heading.Text), LongestTitle)),
        TextBlock text => new EmbedBuilder().WithDescription(Escaped(text.Text)),
        PassageBlock passage => new EmbedBuilder()
            .WithTitle(Cut(TextCleaner.CleanLine(passage.Title), LongestTitle))
            .WithUrl(passage.Url)
            .WithDescription(Escaped(passage.Body))
            .WithFooter(Cut(TextCleaner.CleanLine(passage.Place), LongestTitle)),
        ListBlock list => new EmbedBuilder().WithDescription(Escaped(string.Join('\n', list.Items.Select(Line)))),
        _ => null,
    };

    private static string Line(ListItem item) =>
        $"{new string(' ', 2 * item.Indent)}{(item.Marked ? "• " : "◦ ")}{item.Text}{(item.Note is null ? "" : $" ({item.Note})")}";

    private static void Add(ComponentBuilder components, ReplyBlock block, int row)
    {
        switch (block)
        {
            case ButtonsBlock buttons:
                foreach (var button in buttons.Buttons)
                {
                    components.WithButton(Build(button), row);
                }

                break;
            case SelectBlock select:
                components.WithSelectMenu(
                    new SelectMenuBuilder(
                        ActionStateCodec.Encode(select.State),
                        [.. select.Choices.Select(choice =>
                            new SelectMenuOptionBuilder(choice.Label, choice.Value, choice.Description, isDefault: choice.Selected))],
                        select.Placeholder),
                    row);
                break;
            default:
                break;
        }
    }

    private static ButtonBuilder Build(ReplyButton button) => button switch
    {
        LinkButton link => ButtonBuilder.CreateLinkButton(link.Label, link.Url),
        ActionButton action => new ButtonBuilder(
            action.Label, ActionStateCodec.Encode(action.State), ButtonStyle.Secondary, isDisabled: !action.Enabled),
        _ => throw new InvalidOperationException($"No button of Discord is known for {button.GetType().Name}."),
    };

    private static string Escaped(string text) => Cut(MarkdownEscaper.Escape(Cut(TextCleaner.Clean(text), LongestText / 2)), LongestText);

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }
}
