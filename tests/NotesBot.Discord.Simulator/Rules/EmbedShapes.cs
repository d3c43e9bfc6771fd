using System.Text.Json;
using static NotesBot.Discord.Simulator.Rules.Field;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Embeds, as on the page "Message" (resource), section "Embed limits".</summary>
internal static class EmbedShapes
{
    private const int MaxTextOfAll = 6000;
    private static readonly Rule Limits = new("MC-01", "MSG");
    private static readonly Rule Fields = new("MC-30", "field");
    private static readonly TextShape Link = new(0, 2048, TextFormats.WebUrl);
    private static readonly TextShape Picture = new(0, 2048, TextFormats.MediaUrl);
    private static readonly ObjectShape Media = new(Limits, Must("url", Picture), May("width", new IntegerShape(0, int.MaxValue)),
        May("height", new IntegerShape(0, int.MaxValue)), May("description", new TextShape(0, 4096)));

    private static readonly ObjectShape EmbedField = new(Fields,
        Must("name", new TextShape(1, 256, NotBlank)),
        Must("value", new TextShape(1, 1024, NotBlank)),
        May("inline", new BooleanShape()));

    /// <summary>One embed.</summary>
    public static readonly ObjectShape Embed = new(Limits,
        May("type", new WordShape("rich")),
        May("url", Link),
        May("title", new TextShape(0, 256)),
        May("color", new IntegerShape(0, 0xFFFFFF)),
        May("timestamp", new TextShape(1, 64, Timestamp)),
        May("description", new TextShape(0, 4096)),
        May("author", new ObjectShape(Limits, May("name", new TextShape(0, 256)), May("url", Link), May("icon_url", Picture))),
        May("image", Media),
        May("thumbnail", Media),
        May("footer", new ObjectShape(Limits, May("text", new TextShape(0, 2048)), May("icon_url", Picture))),
        May("fields", new ListShape(EmbedField, 0, 25)));

    /// <summary>What holds for all embeds of a message together.</summary>
    public static void CheckTogether(JsonElement message, Spot at)
    {
        var embeds = JsonText.Items(message, "embeds").ToList();
        var here = at.In("embeds");
        if (embeds.Sum(TextLength) > MaxTextOfAll)
        {
            here.Under(Limits).Say("MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxTextOfAll}");
        }

        var urls = embeds.Select(embed => JsonText.Of(embed, "url")).Where(url => url.Length > 0).ToList();
        if (urls.Distinct(StringComparer.Ordinal).Count() < urls.Count)
        {
            here.Under("MC-29", "MSG").Note("Two embeds have one url: only the first is shown.");
        }
    }

    /// <summary>Code points of all texts of an embed.</summary>
    private static int TextLength(JsonElement embed)
    {
        var texts = new List<string> { JsonText.Of(embed, "title"), JsonText.Of(embed, "description") };
        texts.Add(JsonText.Property(embed, "footer") is { } footer ? JsonText.Of(footer, "text") : "");
        texts.Add(JsonText.Property(embed, "author") is { } author ? JsonText.Of(author, "name") : "");
        texts.AddRange(JsonText.Items(embed, "fields")
            .SelectMany(field => new[] { JsonText.Of(field, "name"), JsonText.Of(field, "value") }));
        return texts.Sum(text => JsonText.CodePoints(text.Trim()));
    }

    private static void NotBlank(string text, Spot at)
    {
        if (JsonText.IsBlank(text))
        {
            at.Say("BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static void Timestamp(string text, Spot at)
    {
        if (!DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            at.Say("DATE_TIME_TYPE_PARSE", "Could not parse; should be ISO8601.");
        }
    }
}
