using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>Draws components: containers with a bar at their side, buttons as <c>[Label]</c>, selects with their options.</summary>
internal sealed class ComponentView(int width, List<string> links)
{
    public IEnumerable<List<Span>> Lines(JsonElement component) => JsonText.Number(component, "type") switch
    {
        1 => Row(component),
        2 => [Button(component)],
        3 => Select(component),
        9 => JsonText.Items(component, "components").SelectMany(Lines).Concat(Lines(component.GetProperty("accessory"))),
        10 => new BlockMarkdown(links).Lines(JsonText.Of(component, "content"), width),
        11 => [Picture(component)],
        12 => JsonText.Items(component, "items").Select(Picture),
        13 => [[new Span($"📎 {JsonText.Of(component.GetProperty("file"), "url")}", Style.Small)]],
        14 => [[new Span(IsPlainSpace(component) ? "" : new string('─', width), Style.Small)]],
        17 => JsonText.Items(component, "components").SelectMany(Lines)
            .Select(line => (List<Span>)[new Span("│ ", Style.Small), .. line]),
        _ => [[new Span($"(component {JsonText.Number(component, "type")})", Style.Small)]],
    };

    private IEnumerable<List<Span>> Row(JsonElement row)
    {
        var children = JsonText.Items(row, "components").ToList();
        if (children.Exists(child => JsonText.Number(child, "type") != 2))
        {
            return children.SelectMany(Lines);
        }

        var spans = children.SelectMany(child => Button(child).Append(new Span(" ", Style.None)));
        return Packed(spans.ToList());
    }

    /// <summary>Buttons side by side, as many as fit; a label is not broken.</summary>
    private IEnumerable<List<Span>> Packed(List<Span> spans)
    {
        var line = new List<Span>();
        foreach (var span in spans)
        {
            if (line.Sum(part => Styled.Width(part.Text)) + Styled.Width(span.Text.TrimEnd()) > width && line.Count > 0)
            {
                yield return line;
                line = [];
            }

            line.Add(span);
        }

        yield return line;
    }

    private List<Span> Button(JsonElement button)
    {
        var emoji = JsonText.Property(button, "emoji") is { } found ? JsonText.Of(found, "name") + " " : "";
        var label = $"{emoji}{JsonText.Of(button, "label")}".Trim();
        if (JsonText.Of(button, "url") is { Length: > 0 } url)
        {
            links.Add(url);
            label += $" ↗{links.Count}";
        }

        var isDisabled = JsonText.Property(button, "disabled") is { ValueKind: JsonValueKind.True };
        return [new Span($"[{label}]", isDisabled ? Style.Small | Style.Strike : Style.Bold)];
    }

    private IEnumerable<List<Span>> Select(JsonElement select)
    {
        var placeholder = JsonText.Of(select, "placeholder") is { Length: > 0 } text ? text : "Make a selection";
        yield return [new Span($"▾ {placeholder}", Style.Bold)];
        var number = 0;
        foreach (var option in JsonText.Items(select, "options"))
        {
            number++;
            var description = JsonText.Of(option, "description") is { Length: > 0 } found ? $" – {found}" : "";
            var isChosen = JsonText.Property(option, "default") is { ValueKind: JsonValueKind.True };
            var spans = new[] { new Span($"{number}) {JsonText.Of(option, "label")}", isChosen ? Style.Bold : Style.None),
                new Span(description, Style.Small) };
            foreach (var line in Styled.Wrap(spans, width))
            {
                yield return line;
            }
        }
    }

    private List<Span> Picture(JsonElement item)
    {
        links.Add(JsonText.Of(item.GetProperty("media"), "url"));
        return [new Span($"🖼 {JsonText.Of(item, "description")} ↗{links.Count}", Style.Small)];
    }

    private static bool IsPlainSpace(JsonElement separator) =>
        JsonText.Property(separator, "divider") is { ValueKind: JsonValueKind.False };
}
