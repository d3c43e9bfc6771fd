using System.Text.Json;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Payloads;

/// <summary>Where the words of somebody's message stand: its text, its embeds, its components, its poll, or the message it forwards.</summary>
/// <remarks>Page "Message"; labels of buttons and names of files are no words of it.</remarks>
internal static class TargetMessage
{
    private const int TextDisplay = 10;
    private const int MaxDepth = 8;

    /// <summary>Its texts, in the order in which people read them.</summary>
    internal static IEnumerable<string> Texts(JsonElement message) =>
    [
        .. OwnTexts(message),
        .. message.Member("message_snapshots"u8).Items().SelectMany(snapshot => OwnTexts(snapshot.Member("message"u8))),
        .. PollTexts(message.Member("poll"u8)),
    ];

    private static IEnumerable<string> OwnTexts(JsonElement message) =>
    [
        .. Text(message.Member("content"u8)),
        .. message.Member("embeds"u8).Items().SelectMany(EmbedTexts),
        .. message.Member("components"u8).Items().SelectMany(component => ComponentTexts(component, MaxDepth)),
    ];

    private static IEnumerable<string> EmbedTexts(JsonElement embed) =>
    [
        .. Text(embed.Member("title"u8)),
        .. Text(embed.Member("description"u8)),
        .. embed.Member("fields"u8).Items().SelectMany(field => Text(field.Member("name"u8)).Concat(Text(field.Member("value"u8)))),
    ];

    private static IEnumerable<string> ComponentTexts(JsonElement component, int depth)
    {
        if (depth == 0)
        {
            return [];
        }

        var own = component.Member("type"u8).Number() == TextDisplay ? Text(component.Member("content"u8)) : [];
        return [.. own, .. component.Member("components"u8).Items().SelectMany(child => ComponentTexts(child, depth - 1))];
    }

    private static IEnumerable<string> PollTexts(JsonElement poll) =>
    [
        .. Text(poll.Member("question"u8).Member("text"u8)),
        .. poll.Member("answers"u8).Items().SelectMany(answer => Text(answer.Member("poll_media"u8).Member("text"u8))),
    ];

    private static IEnumerable<string> Text(JsonElement element) => element.Text() is { Length: > 0 } text ? [text] : [];
}
