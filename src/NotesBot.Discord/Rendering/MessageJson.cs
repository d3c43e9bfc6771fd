using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotesBot.Discord.Rendering;

/// <summary>Whom a message may ping: nobody, in everything that is ever sent.</summary>
internal sealed record AllowedMentions
{
    /// <summary>Kinds of mentions that count: none.</summary>
    public IReadOnlyList<string> Parse { get; } = [];
}

/// <summary>A message of components.</summary>
internal sealed record ComponentMessage(int Flags, IReadOnlyList<MessageComponent> Components)
{
    /// <summary>Nobody.</summary>
    public AllowedMentions AllowedMentions { get; } = new();
}

/// <summary>A message of components in the place of a classic one, whose text and embeds have to be taken away.</summary>
internal sealed record ComponentMessageForClassic(int Flags, IReadOnlyList<MessageComponent> Components)
{
    /// <summary>No text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Content { get; }

    /// <summary>No embeds.</summary>
    public IReadOnlyList<string> Embeds { get; } = [];

    /// <summary>Nobody.</summary>
    public AllowedMentions AllowedMentions { get; } = new();
}

/// <summary>A classic message of text alone.</summary>
internal sealed record ClassicMessage(int Flags, string Content)
{
    /// <summary>Nobody.</summary>
    public AllowedMentions AllowedMentions { get; } = new();
}

/// <summary>A form.</summary>
internal sealed record FormData(string CustomId, string Title, IReadOnlyList<MessageComponent> Components);

/// <summary>Completions whose values are texts.</summary>
internal sealed record TextChoices(IReadOnlyList<TextChoice> Choices);

/// <summary>One completion.</summary>
internal sealed record TextChoice(string Name, string Value);

/// <summary>Completions whose values are whole numbers.</summary>
internal sealed record NumberChoices(IReadOnlyList<NumberChoice> Choices);

/// <summary>One completion.</summary>
internal sealed record NumberChoice(string Name, long Value);

/// <summary>A type without data.</summary>
internal sealed record BareResponse(int Type);

/// <summary>A deferral: its flags are all it takes.</summary>
internal sealed record Deferral(int Type, DeferralData? Data);

/// <summary>The flags of a deferral.</summary>
internal sealed record DeferralData(int Flags);

/// <summary>How messages and responses are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ComponentMessage))]
[JsonSerializable(typeof(ComponentMessageForClassic))]
[JsonSerializable(typeof(ClassicMessage))]
[JsonSerializable(typeof(FormData))]
[JsonSerializable(typeof(TextChoices))]
[JsonSerializable(typeof(NumberChoices))]
[JsonSerializable(typeof(BareResponse))]
[JsonSerializable(typeof(Deferral))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    /// <summary>Writes letters of all languages as they are: escaped, they would take twice the bytes.</summary>
    internal static MessageJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
