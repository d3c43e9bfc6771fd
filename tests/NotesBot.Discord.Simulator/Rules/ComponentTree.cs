using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>All components of a message or modal, nested ones too, in reading order.</summary>
internal static class ComponentTree
{
    /// <summary>A component and where it stands.</summary>
    internal sealed record Node(string Path, JsonElement Element)
    {
        public int? Type => JsonText.Number(Element, "type");
    }

    /// <summary>Walks <c>components</c>, <c>component</c> and <c>accessory</c>.</summary>
    public static List<Node> Of(JsonElement message)
    {
        var nodes = new List<Node>();
        AddChildren(message, "", nodes);
        return nodes;
    }

    private static void AddChildren(JsonElement parent, string path, List<Node> nodes)
    {
        var index = 0;
        foreach (var child in JsonText.Items(parent, "components"))
        {
            Add(child, $"{path}components.{index++}", nodes);
        }

        foreach (var single in new[] { "accessory", "component" })
        {
            if (JsonText.Property(parent, single) is { } found)
            {
                Add(found, path + single, nodes);
            }
        }
    }

    private static void Add(JsonElement element, string path, List<Node> nodes)
    {
        nodes.Add(new Node(path, element));
        AddChildren(element, path + ".", nodes);
    }
}
