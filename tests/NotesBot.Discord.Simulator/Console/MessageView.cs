using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>Draws a message as a phone would show it; the bars at the side of containers and code come on top of the width.</summary>
internal sealed class MessageView(int width, bool colours)
{
    /// <summary>The message as lines of text.</summary>
    public IReadOnlyList<string> Draw(SimulatedMessage message)
    {
        var links = new List<string>();
        var body = message.IsDeleted
            ? [[new Span("(the message was deleted)", Style.Small)]]
            : Body(message.Json, links).ToList();
        var head = new List<Span> { new("notesbot", Style.Bold), new(message.IsEphemeral ? "  only you can see this" : "", Style.Small) };
        var foot = links.SelectMany((link, index) => Styled.Wrap([new Span($"↗{index + 1} {link}", Style.Small)], width));
        return [.. body.Prepend(head).Concat(foot).Select(line => Styled.Draw(line, colours))];
    }

    /// <summary>A form: its title and its fields.</summary>
    public IReadOnlyList<string> DrawModal(JsonElement modal)
    {
        var lines = new List<List<Span>> { new() { new Span($"╭ {JsonText.Of(modal, "title")}", Style.Bold) } };
        foreach (var label in JsonText.Items(modal, "components").Select(child => JsonText.Of(child, "label"))
            .Where(text => text.Length > 0))
        {
            lines.Add([new Span($"│ {label}: ", Style.None), new Span("________", Style.Small)]);
        }

        return [.. lines.Select(line => Styled.Draw(line, colours))];
    }

    private IEnumerable<List<Span>> Body(JsonElement message, List<string> links)
    {
        var flags = JsonText.Number(message, "flags") ?? 0;
        if ((flags & 128) != 0)
        {
            return [[new Span("notesbot is thinking…", Style.Small)]];
        }

        return new BlockMarkdown(links).Lines(JsonText.Of(message, "content"), width)
            .Concat(JsonText.Items(message, "embeds").SelectMany(embed => Embed(embed, links)))
            .Concat(JsonText.Items(message, "components").SelectMany(component => new ComponentView(width, links).Lines(component)))
            .Concat(JsonText.Items(message, "attachments")
                .Select(file => new List<Span> { new($"📎 {JsonText.Of(file, "filename")}", Style.Small) }));
    }

    private IEnumerable<List<Span>> Embed(JsonElement embed, List<string> links)
    {
        var markdown = new BlockMarkdown(links);
        var title = JsonText.Of(embed, "title");
        var lines = title.Length > 0 ? Styled.Wrap([new Span(title, Style.Bold)], width) : [];
        lines = lines.Concat(markdown.Lines(JsonText.Of(embed, "description"), width));
        foreach (var field in JsonText.Items(embed, "fields"))
        {
            lines = lines.Append([new Span(JsonText.Of(field, "name"), Style.Bold)])
                .Concat(markdown.Lines(JsonText.Of(field, "value"), width));
        }

        if (JsonText.Property(embed, "footer") is { } footer)
        {
            lines = lines.Append([new Span(JsonText.Of(footer, "text"), Style.Small)]);
        }

        return lines.Select(line => (List<Span>)[new Span("┃ ", Style.Small), .. line]);
    }
}
