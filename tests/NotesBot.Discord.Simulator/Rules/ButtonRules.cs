using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Which fields of a button go together.</summary>
internal static class ButtonRules
{
    private const int LinkStyle = 5;
    private static readonly Rule Buttons = new("MC-08", "CR");

    /// <summary>Checks the shape and then what the shape cannot say.</summary>
    public static Action<JsonElement, Spot> Check(Shape shape) => (button, at) =>
    {
        shape.Check(button, at);
        var here = at.Under(Buttons);
        CheckTarget(button, here);
        CheckFace(button, here);
    };

    private static void CheckTarget(JsonElement button, Spot here)
    {
        var isLink = JsonText.Number(button, "style") == LinkStyle;
        var (needed, forbidden) = isLink ? ("url", "custom_id") : ("custom_id", "url");
        if (JsonText.Property(button, needed) is null)
        {
            here.In(needed).Say("BASE_TYPE_REQUIRED", $"A button of this style must have a {needed}");
        }

        if (JsonText.Property(button, forbidden) is not null)
        {
            here.In(forbidden).Say("BUTTON_COMPONENT_FIELD_CONFLICT", $"A button of this style must not have a {forbidden}");
        }
    }

    private static void CheckFace(JsonElement button, Spot here)
    {
        var label = JsonText.Of(button, "label");
        if (JsonText.IsBlank(label) && JsonText.Property(button, "emoji") is null)
        {
            here.In("label").Say("BASE_TYPE_REQUIRED", "A button must have a label or an emoji");
        }
        else if (JsonText.IsBlank(label))
        {
            here.In("label").Under("MC-36", "CR").Note("A button of an emoji alone cannot be read aloud.");
        }
    }
}
