using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Pages;

/// <summary>What a phone shows, as a page of HTML that stands alone: for looking at, and for pictures.</summary>
internal static class PhonePage
{
    private static readonly string Style = ReadStyle();

    /// <summary>A message, below the line that says who asked for it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="person">Who sees it.</param>
    /// <param name="asked">What this person did: a command, or nothing.</param>
    public static string Of(SimulatedMessage message, string person, string asked)
    {
        var used = asked.Length == 0
            ? ""
            : $"<div class=used><i></i><b>{MarkdownHtml.Escape(person)}</b> used <a>{MarkdownHtml.Escape(asked)}</a></div>";
        var note = message.IsEphemeral ? "<small class=private>◉ Only you can see this • <a>Dismiss message</a></small>" : "";
        return Page($"""
            {used}<div class=message><i class=face>N</i><div class=body>
            <div class=head><b>NotesBot</b><em>✓ APP</em><small>Today at 18:04</small></div>
            {MarkdownHtml.Of(JsonText.Of(message.Json, "content"))}{Embeds(message.Json)}{ComponentHtml.All(message.Json)}{note}
            </div></div>
            """);
    }

    /// <summary>A form.</summary>
    public static string OfForm(JsonElement form) => Page($"""
        <div class=form><h2>{MarkdownHtml.Escape(JsonText.Of(form, "title"))}</h2>{ComponentHtml.All(form)}
        <div class=row><span class=button>Cancel</span><span class='button send'>Submit</span></div></div>
        """);

    /// <summary>What is offered while somebody types.</summary>
    public static string OfChoices(string typed, IEnumerable<string> labels) => Page($"""
        <div class=choices>{string.Concat(labels.Select(label => $"<div>{MarkdownHtml.Escape(label)}</div>"))}</div>
        <div class=typed>{MarkdownHtml.Escape(typed)}<u></u></div>
        """);

    private static string Embeds(JsonElement message) => string.Concat(JsonText.Items(message, "embeds").Select(Embed));

    private static string Embed(JsonElement embed)
    {
        var title = JsonText.Of(embed, "title") is { Length: > 0 } words ? $"<h3>{MarkdownHtml.Escape(words)}</h3>" : "";
        var link = JsonText.Of(embed, "url").Length > 0 ? $"<a>{title}</a>" : title;
        var foot = JsonText.Property(embed, "footer") is { } footer
            ? $"<small>{MarkdownHtml.Escape(JsonText.Of(footer, "text"))}</small>"
            : "";
        return $"<div class=container>{link}{MarkdownHtml.Of(JsonText.Of(embed, "description"))}{foot}</div>";
    }

    private static string Page(string body) => $"""
        <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width">
        <style>{Style}</style><body>{body}<script>document.title = Math.ceil(document.body.getBoundingClientRect().height)</script>
        """;

    private static string ReadStyle()
    {
        using var stream = typeof(PhonePage).Assembly.GetManifestResourceStream("phone.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
