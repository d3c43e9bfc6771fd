using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Dictionaries from locale to text.</summary>
internal static class LocalizedRules
{
    /// <summary>Known locales only, texts of the given shape, and <c>en-US</c> beside <c>en-GB</c>.</summary>
    public static void Check(JsonElement value, Shape text, Spot at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            at.Say("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return;
        }

        foreach (var entry in value.EnumerateObject())
        {
            if (!TextFormats.Locales.Contains(entry.Name))
            {
                at.In(entry.Name).Under("RG-15", "REF").Say("BASE_TYPE_CHOICES", "No locale that the page \"Reference\" lists.");
            }

            text.Check(entry.Value, at.In(entry.Name));
        }

        if (JsonText.Property(value, "en-GB") is not null && JsonText.Property(value, "en-US") is null)
        {
            at.Under("RG-16", "AC").Note("en-GB is given and en-US is not: people in the United States would see en-GB.");
        }
    }
}
