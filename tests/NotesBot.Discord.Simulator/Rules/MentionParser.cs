using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Finds what would ping somebody. A backslash hides the look of a mention and not the ping; code does.</summary>
public static partial class MentionParser
{
    /// <summary>The live mentions in the content and the components of a message, whatever <c>allowed_mentions</c> says; embeds never
    /// ping.</summary>
    public static IReadOnlyList<string> LiveMentions(JsonElement message)
    {
        var texts = ComponentTree.Of(message)
            .SelectMany(node => new[] { JsonText.Of(node.Element, "content"), JsonText.Of(node.Element, "label"),
                JsonText.Of(node.Element, "placeholder") })
            .Prepend(JsonText.Of(message, "content"));
        return [.. texts.SelectMany(In)];
    }

    /// <summary>Those of <see cref="LiveMentions"/> that ping, given the message's <c>allowed_mentions</c>.</summary>
    public static IReadOnlyList<string> Pings(JsonElement message)
    {
        var mentions = LiveMentions(message);
        return JsonText.Property(message, "allowed_mentions") is { } allowed
            ? [.. mentions.Where(mention => IsAllowed(mention, allowed))]
            : mentions;
    }

    /// <summary>The live mentions of a text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Mention().Matches(Code().Replace(text, " ")).Select(match => match.Value)];

    private static bool IsAllowed(string mention, JsonElement allowed)
    {
        var (kind, id) = mention switch
        {
            ['@', ..] => ("everyone", ""),
            ['<', '@', '&', ..] => ("roles", mention[3..^1]),
            _ => ("users", mention[2..^1].TrimStart('!')),
        };
        return JsonText.Items(allowed, "parse").Any(item => JsonText.Of(item) == kind)
            || JsonText.Items(allowed, kind).Any(item => JsonText.Of(item) == id);
    }

    [GeneratedRegex("<@[!&]?[0-9]+>|@everyone|@here")]
    private static partial Regex Mention();

    [GeneratedRegex("```.+?```|(?<!\\\\)(`+)(?!`).+?(?<!`)\\1(?!`)", RegexOptions.Singleline)]
    private static partial Regex Code();
}
