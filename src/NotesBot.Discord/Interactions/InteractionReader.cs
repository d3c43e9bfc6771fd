using System.Text.Json;
using NotesBot.Commands;

namespace NotesBot.Discord.Interactions;

/// <summary>
/// Reads interactions. Only the id, the application, the token and the type must be there; everything else may have any shape.
/// </summary>
/// <remarks>
/// By hand and not by a serializer: a serializer gives up the whole payload for one member of an unexpected kind, and then somebody gets no
/// answer because of a field that nobody needs.
/// </remarks>
internal static class InteractionReader
{
    private const int NumberOption = 10;
    private const int IntegerOption = 4;
    private const int MessageMenu = 3;
    private static readonly ulong[] ThreadTypes = [10, 11, 12];

    /// <summary>The interaction; <see langword="null"/> when this is none.</summary>
    internal static Interaction? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Interaction? Read(JsonElement root)
    {
        if (root.Member("id").Number() is not { } id || root.Member("application_id").Number() is not { } application
            || root.Member("token").Text() is not { Length: > 0 } token || root.Member("type").Number() is not { } type)
        {
            return null;
        }

        var data = root.Member("data");
        var owners = root.Member("authorizing_integration_owners");
        return new Interaction
        {
            Id = id,
            ApplicationId = application,
            Token = token,
            Type = type <= int.MaxValue ? (InteractionType)type : 0,
            UserId = root.Member("member").Member("user").Member("id").Number() ?? root.Member("user").Member("id").Number() ?? 0,
            Locale = root.Member("locale").Text(),
            MemberPermissions = root.Member("member").Member("permissions").Number(),
            IsInstalledInPlace = owners.Member("0").ValueKind != JsonValueKind.Undefined,
            IsInstalledByUser = owners.Member("1").ValueKind != JsonValueKind.Undefined,
            IsInThread = root.Member("channel").Member("type").Number() is { } channel && ThreadTypes.Contains(channel),
            Command = Command(data),
            CustomId = data.Member("custom_id").Text(),
            Values = [.. data.Member("values").Items().Select(JsonValues.Text).OfType<string>()],
            Fields = Fields(data),
            Message = Message(root.Member("message")),
        };
    }

    private static CommandCall? Command(JsonElement data)
    {
        if (data.Member("name").Text() is not { } name)
        {
            return null;
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        FocusedOption? focused = null;
        Collect(data.Member("options"), options, ref focused);
        var isMenu = data.Member("type").Number() == MessageMenu;
        if (isMenu && TargetText(data) is { } text)
        {
            options[CommandSet.MessageTextOption] = text;
        }

        return new CommandCall(name, isMenu ? CommandKind.Message : CommandKind.Slash, options, focused);
    }

    private static void Collect(JsonElement list, Dictionary<string, string> options, ref FocusedOption? focused)
    {
        foreach (var option in list.Items())
        {
            Collect(option.Member("options"), options, ref focused);
            if (option.Member("name").Text() is not { } name)
            {
                continue;
            }

            if (option.Member("value").Scalar() is { } value)
            {
                options[name] = value;
            }

            if (option.Member("focused").ValueKind == JsonValueKind.True)
            {
                focused = new FocusedOption(name, option.Member("type").Number() is IntegerOption or NumberOption);
            }
        }
    }

    /// <summary>The text of the message that a menu command was asked on.</summary>
    private static string? TargetText(JsonElement data) => data.Member("target_id").Text() is { } target
        ? data.Member("resolved").Member("messages").Member(target).Member("content").Text()
        : null;

    private static Dictionary<string, string> Fields(JsonElement data)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        CollectFields(data.Member("components"), fields);
        return fields;
    }

    private static void CollectFields(JsonElement components, Dictionary<string, string> fields)
    {
        foreach (var component in components.Items())
        {
            CollectField(component, fields);
        }
    }

    private static void CollectField(JsonElement component, Dictionary<string, string> fields)
    {
        if (component.Member("custom_id").Text() is { } name && component.Member("value").Text() is { } value)
        {
            fields[name] = value;
        }

        CollectFields(component.Member("components"), fields);
        if (component.Member("component") is { ValueKind: JsonValueKind.Object } child)
        {
            CollectField(child, fields);
        }
    }

    private static PressedMessage? Message(JsonElement message) => message.ValueKind != JsonValueKind.Object
        ? null
        : new PressedMessage(
            message.Member("interaction_metadata").Member("user").Member("id").Number()
                ?? message.Member("interaction").Member("user").Member("id").Number(),
            message.Member("flags").Number() ?? 0);
}
