using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator;

/// <summary>The words of a message.</summary>
internal static class MessageText
{
    /// <summary>Content, embeds, texts and labels, a line each.</summary>
    public static string Of(JsonElement message) => string.Join('\n', Parts(message).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(JsonElement message)
    {
        yield return JsonText.Of(message, "content");
        foreach (var embed in JsonText.Items(message, "embeds"))
        {
            yield return JsonText.Of(embed, "title");
            yield return JsonText.Of(embed, "description");
            foreach (var field in JsonText.Items(embed, "fields"))
            {
                yield return JsonText.Of(field, "name");
                yield return JsonText.Of(field, "value");
            }
        }

        foreach (var node in ComponentTree.Of(message))
        {
            yield return JsonText.Of(node.Element, "content");
            yield return JsonText.Of(node.Element, "label");
        }
    }
}
