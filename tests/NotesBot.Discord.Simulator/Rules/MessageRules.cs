using System.Text;
using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What holds for a message as a whole, beyond the shape of its fields.</summary>
internal static class MessageRules
{
    private static readonly string[] Parts = ["embeds", "components", "attachments"];
    private const int MaxTextBytes = 10_170;
    private const int BytesForEachText = 12;
    private const int MaxText = 4000;
    private const int MaxComponents = 40;
    private const int MaxMediaItems = 64;
    private const int MaxRows = 5;

    /// <summary>Checks a body that creates a message; <paramref name="files"/> is how many files came with it.</summary>
    public static void CheckNew(JsonElement message, int files, Spot at)
    {
        CheckParts(message, at);
        if (files == 0 && IsEmpty(message))
        {
            var empty = new Finding(at.Path, "EMPTY_MESSAGE", "Cannot send an empty message", new Rule("MC-13", "MSG")) { ApiCode = 50006 };
            at.Found.Add(empty);
        }
    }

    /// <summary>Checks what is there, as an edit may leave out anything.</summary>
    public static void CheckParts(JsonElement message, Spot at)
    {
        EmbedShapes.CheckTogether(message, at);
        CheckMentions(message, at);
        var components = ComponentTree.Of(message);
        if (((JsonText.Number(message, "flags") ?? 0) & MessageShapes.ComponentsV2) != 0)
        {
            CheckV2(message, components, at);
        }
        else
        {
            CheckClassic(message, components, at);
        }

        CheckUnique(components, at);
    }

    private static void CheckMentions(JsonElement message, Spot at)
    {
        if (JsonText.Property(message, "allowed_mentions") is not { } mentions)
        {
            return;
        }

        var parsed = JsonText.Items(mentions, "parse").Select(JsonText.Of).ToList();
        foreach (var kind in parsed.Where(kind => JsonText.Items(mentions, kind).Any()))
        {
            at.In("allowed_mentions").Under("MC-27", "MSG")
                .Say("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        }
    }

    private static void CheckV2(JsonElement message, List<ComponentTree.Node> components, Spot at)
    {
        var alone = at.Under("MC-03", "MSG");
        foreach (var part in new[] { "content", "embeds", "poll", "sticker_ids" })
        {
            if (JsonText.Property(message, part) is { } found && !IsNothing(found))
            {
                alone.In(part).Say("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "Cannot be used with the flag IS_COMPONENTS_V2");
            }
        }

        if (components.Count > MaxComponents)
        {
            at.In("components").Under("MC-02", "CR")
                .Say("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"{components.Count} components in all; at most {MaxComponents}");
        }

        if (components.Sum(component => JsonText.Items(component.Element, "items").Count()) > MaxMediaItems)
        {
            at.In("components").Under("MC-02", "field").Found.Add(ServerError(at, "More media items than the API takes", "MC-02"));
        }

        CheckText(components, at);
    }

    private static void CheckText(List<ComponentTree.Node> components, Spot at)
    {
        var texts = components.Where(component => component.Type == 10).Select(component => JsonText.Of(component.Element, "content"))
            .ToList();
        if (texts.Sum(JsonText.CodePoints) > MaxText)
        {
            at.In("components").Under("MC-01", "field")
                .Say("COMPONENT_MAX_TOTAL_TEXT_EXCEEDED", $"All texts together must be {MaxText} or fewer in length.");
        }

        if (texts.Sum(text => Encoding.UTF8.GetByteCount(text) + BytesForEachText) > MaxTextBytes)
        {
            at.Found.Add(ServerError(at, $"All texts in UTF-8, with {BytesForEachText} for each, are over {MaxTextBytes} bytes", "MC-37"));
        }
    }

    private static Finding ServerError(Spot at, string message, string rule) =>
        new(at.In("components").Path, "INTERNAL", message, new Rule(rule, "field")) { Status = 500, ApiCode = 0 };

    private static void CheckClassic(JsonElement message, List<ComponentTree.Node> components, Spot at)
    {
        var flag = at.Under("MC-04", "CR");
        foreach (var component in components.Where(component => component.Type is (>= 9 and <= 14) or 17))
        {
            flag.In(component.Path).Say("UNION_TYPE_CHOICES", "This component needs the flag IS_COMPONENTS_V2");
        }

        var rows = JsonText.Items(message, "components").Count();
        if (rows > MaxRows)
        {
            at.In("components").Under("MC-07", "CR").Say("BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MaxRows} in length.");
        }
    }

    private static void CheckUnique(List<ComponentTree.Node> components, Spot at)
    {
        CheckRows(components, at.Under("MC-06", "CR"));
        var customIds = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<int>();
        foreach (var component in components)
        {
            if (JsonText.Of(component.Element, "custom_id") is { Length: > 0 } customId && !customIds.Add(customId))
            {
                at.In(component.Path).In("custom_id").Under("MC-10", "CR")
                    .Say("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
            }

            if (JsonText.Number(component.Element, "id") is { } id and not 0 && !ids.Add(id))
            {
                at.In(component.Path).In("id").Under("MC-32", "CR").Say("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
            }
        }
    }

    private static void CheckRows(List<ComponentTree.Node> components, Spot at)
    {
        foreach (var row in components.Where(component => component.Type == 1))
        {
            var children = JsonText.Items(row.Element, "components").ToList();
            if (children.Count > 1 && children.Any(child => JsonText.Number(child, "type") != 2))
            {
                at.In(row.Path).In("components").Say("COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                    "The specified component exceeds the maximum width");
            }
        }
    }

    private static bool IsEmpty(JsonElement message) =>
        JsonText.IsBlank(JsonText.Of(message, "content"))
        && Parts.All(part => !JsonText.Items(message, part).Any())
        && JsonText.Property(message, "poll") is null;

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.String => JsonText.Of(value).Length == 0,
        _ => false,
    };
}
