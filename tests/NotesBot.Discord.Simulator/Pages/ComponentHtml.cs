using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Pages;

/// <summary>A component as HTML; selects are closed, as a person sees them first.</summary>
internal static class ComponentHtml
{
    private const int LinkStyle = 5;

    public static string All(JsonElement parent) => string.Concat(JsonText.Items(parent, "components").Select(Of));

    private static string Of(JsonElement component) => JsonText.Number(component, "type") switch
    {
        1 => $"<div class=row>{All(component)}</div>",
        2 => Button(component),
        3 => Select(component),
        4 => Input(component),
        9 => $"<div class=section><div>{All(component)}</div>{Of(component.GetProperty("accessory"))}</div>",
        10 => MarkdownHtml.Of(JsonText.Of(component, "content")),
        14 => "<hr>",
        17 => $"<div class=container style='--accent:#{JsonText.Number(component, "accent_color") ?? 0x4E5058:x6}'>{All(component)}</div>",
        18 => $"<label>{MarkdownHtml.Escape(JsonText.Of(component, "label"))}{Of(component.GetProperty("component"))}</label>",
        var other => $"<small>(component {other})</small>",
    };

    private static string Button(JsonElement button)
    {
        var label = MarkdownHtml.Escape(JsonText.Of(button, "label"));
        var arrow = JsonText.Number(button, "style") == LinkStyle ? " <span class=out>↗</span>" : "";
        var isDisabled = JsonText.Property(button, "disabled") is { ValueKind: JsonValueKind.True };
        return $"<span class='button{(isDisabled ? " disabled" : "")}'>{label}{arrow}</span>";
    }

    private static string Select(JsonElement select)
    {
        var chosen = JsonText.Items(select, "options")
            .Where(option => JsonText.Property(option, "default") is { ValueKind: JsonValueKind.True })
            .Select(option => JsonText.Of(option, "label")).FirstOrDefault();
        var words = MarkdownHtml.Escape(chosen ?? JsonText.Of(select, "placeholder"));
        return $"<span class='select{(chosen is null ? "" : " chosen")}'>{words}<span class=arrow>⌄</span></span>";
    }

    private static string Input(JsonElement input)
    {
        var lines = JsonText.Number(input, "style") == 2 ? " paragraph" : "";
        return $"<span class='input{lines}'>{MarkdownHtml.Escape(JsonText.Of(input, "placeholder"))}</span>";
    }
}
