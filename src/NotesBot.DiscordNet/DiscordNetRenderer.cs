using Discord;
using NotesBot.Commands;
using NotesBot.Discord.Rendering;
using AllowedMentions = Discord.AllowedMentions;
using MessageComponent = Discord.MessageComponent;

namespace NotesBot.DiscordNet;

/// <summary>A message of Discord.Net's.</summary>
/// <param name="Text">What stands above the embeds; empty for nothing.</param>
/// <param name="Embeds">In order.</param>
/// <param name="Components">Buttons and selects.</param>
internal sealed record DiscordNetMessage(string Text, Embed[] Embeds, MessageComponent Components)
{
    /// <summary>Puts this in the place of what a message shows.</summary>
    internal void Fill(MessageProperties message)
    {
        message.Content = Text;
        message.Embeds = Embeds;
        message.Components = Components;
        message.AllowedMentions = DiscordNetRenderer.Nobody;
    }
}

/// <summary>Turns a reply into text, embeds and classic components, within Discord's limits.</summary>
internal static class DiscordNetRenderer
{
    private const int LongestTitle = 200;
    private const int MostRows = 5;

    private static readonly TextBudget TextRoom = new(1_500, 4_000);
    private static readonly TextBudget BodyRoom = new(2_500, 7_000);
    private static readonly TextBudget BriefRoom = new(400, 1_200);

    /// <summary>Pings nobody. The library's own "none" leaves <c>parse</c> out.</summary>
    internal static AllowedMentions Nobody => new(AllowedMentionTypes.None);

    /// <summary>Renders a reply: our sentences above, each passage and list an embed below.</summary>
    internal static DiscordNetMessage Render(Reply reply)
    {
        var components = new ComponentBuilder();
        var rows = reply.Blocks.Where(block => block is ButtonsBlock or SelectBlock).Take(MostRows);
        foreach (var (block, row) in rows.Select((block, row) => (block, row)))
        {
            Add(components, block, row);
        }

        return new DiscordNetMessage(Sentences(reply), [.. Fitting(Embeds(reply))], components.Build());
    }

    /// <summary>Renders a form.</summary>
    internal static Modal Render(ReplyForm form)
    {
        var modal = new ModalBuilder().WithTitle(form.Title).WithCustomId(ActionStateCodec.Encode(form.State));
        foreach (var field in form.Fields)
        {
            modal.AddTextInput(field.Label, field.Name, placeholder: field.Placeholder, maxLength: field.MaxLength);
        }

        return modal.Build();
    }

    private static string Sentences(Reply reply)
    {
        var writer = new MarkdownWriter(TextRoom);
        foreach (var block in reply.Blocks.OfType<TextBlock>())
        {
            writer.Break(1);
            BlockText.WriteSentences(writer, block);
        }

        return writer.ToString();
    }

    /// <summary>The embeds; a heading is the title of the list that follows it.</summary>
    private static IEnumerable<Embed> Embeds(Reply reply)
    {
        HeadingBlock? heading = null;
        foreach (var block in reply.Blocks)
        {
            switch (block)
            {
                case HeadingBlock found:
                    heading = found;
                    break;
                case ListBlock list:
                    yield return Titled(heading?.Text, heading?.Url).WithDescription(BlockText.List(list, BodyRoom)).Build();
                    heading = null;
                    break;
                case PassageBlock passage:
                    yield return Build(passage, heading);
                    heading = null;
                    break;
            }
        }

        if (heading is not null)
        {
            yield return Titled(heading.Text, heading.Url).Build();
        }
    }

    private static Embed Build(PassageBlock passage, HeadingBlock? heading)
    {
        var rank = passage.Rank is { } number ? $"{number}. " : "";
        var footer = passage.Url is null ? $"{passage.Place} · {passage.Source}" : passage.Place;
        var embed = Titled(rank + passage.Title, passage.Url)
            .WithDescription(BlockText.PassageBody(passage, passage.Brief ? BriefRoom : BodyRoom))
            .WithFooter(Cut(footer));
        return (heading is null ? embed : embed.WithAuthor(Cut(heading.Text))).Build();
    }

    private static EmbedBuilder Titled(string? title, string? url) =>
        new EmbedBuilder().WithTitle(title is null ? null : Cut(title)).WithUrl(LinkAddress.Of(url));

    /// <summary>As many as a message takes, in number and in characters of all together.</summary>
    private static IEnumerable<Embed> Fitting(IEnumerable<Embed> embeds)
    {
        var left = EmbedBuilder.MaxEmbedLength;
        return embeds.Take(DiscordConfig.MaxEmbedsPerMessage).TakeWhile(embed => (left -= embed.Length) >= 0);
    }

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

    private static string Cut(string text) => Graphemes.CutLine(text, LongestTitle);
}
