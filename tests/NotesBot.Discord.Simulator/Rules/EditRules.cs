using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What an edit must say, given the message that it changes.</summary>
internal static class EditRules
{
    /// <summary>Checks the changes against the message as it is.</summary>
    public static void Check(SimulatedMessage old, JsonElement changes, Spot at)
    {
        var flags = JsonText.Number(changes, "flags") ?? 0;
        var becomesV2 = (flags & MessageShapes.ComponentsV2) != 0;
        if (old.IsComponentsV2 && !becomesV2)
        {
            CheckStaysV2(changes, at);
        }
        else if (becomesV2 && !old.IsComponentsV2 && !old.IsLoading)
        {
            CheckTurn(changes, at.Under("MC-24", "MSG"));
        }

        if (FileNames(old).Count > 0 && !changes.TryGetProperty("attachments", out _))
        {
            at.In("attachments").Under("MC-25", "MSG").Note("The message has files; an edit lists those that stay.");
        }

        CheckNotEmptied(old, changes, at.Under("MC-13", "MSG"));
    }

    /// <summary>Names of the files that a message has.</summary>
    public static IReadOnlyList<string> FileNames(SimulatedMessage? message) =>
        message is null ? [] : [.. JsonText.Items(message.Json, "attachments").Select(file => JsonText.Of(file, "filename"))];

    private static void CheckStaysV2(JsonElement changes, Spot at)
    {
        at.In("flags").Under("MC-23", "MSG").Note("The edit of a Components V2 message keeps the flag set.");
        foreach (var part in new[] { "content", "embeds" })
        {
            if (JsonText.Property(changes, part) is { } value && value.GetRawText() is not ("\"\"" or "[]"))
            {
                at.In(part).Under("MC-03", "MSG").Say("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "Cannot be used in a message with IS_COMPONENTS_V2");
            }
        }
    }

    private static void CheckTurn(JsonElement changes, Spot at)
    {
        if (!changes.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Null)
        {
            at.In("content").Say("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The turn to Components V2 needs content: null");
        }

        if (!changes.TryGetProperty("embeds", out var embeds) || embeds.ValueKind != JsonValueKind.Array || embeds.GetArrayLength() > 0)
        {
            at.In("embeds").Say("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The turn to Components V2 needs embeds: []");
        }
    }

    private static void CheckNotEmptied(SimulatedMessage old, JsonElement changes, Spot at)
    {
        var parts = new[] { "content", "embeds", "components", "attachments" };
        if (parts.All(part => IsNothing(changes.TryGetProperty(part, out var changed) ? changed : JsonText.Property(old.Json, part)
            ?? default)))
        {
            at.Found.Add(new Finding(at.Path, "EMPTY_MESSAGE", "Cannot send an empty message", at.Rule) { ApiCode = 50006 });
        }
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.String => JsonText.IsBlank(JsonText.Of(value)),
        _ => true,
    };
}
