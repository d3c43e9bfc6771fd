using System.Text;
using System.Text.Json;
using NotesBot.Commands;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Payloads;

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

    /// <summary>The interaction that a parsed payload is; <see langword="null"/> when it is none.</summary>
    internal static Interaction? Read(JsonElement root)
    {
        if (root.Member("id"u8).Number() is not { } id || root.Member("application_id"u8).Number() is not { } application
            || root.Member("token"u8).Text() is not { Length: > 0 } token || root.Member("type"u8).Number() is not { } type)
        {
            return null;
        }

        var data = root.Member("data"u8);
        var owners = root.Member("authorizing_integration_owners"u8);
        return new Interaction
        {
            Id = id,
            ApplicationId = application,
            Token = token,
            Type = type <= int.MaxValue ? (InteractionType)type : 0,
            UserId = root.Member("member"u8).Member("user"u8).Member("id"u8).Number() ?? root.Member("user"u8).Member("id"u8).Number() ?? 0,
            Locale = root.Member("locale"u8).Text(),
            MemberPermissions = root.Member("member"u8).Member("permissions"u8).Number(),
            IsInstalledInPlace = owners.Member("0"u8).ValueKind != JsonValueKind.Undefined,
            IsInstalledByUser = owners.Member("1"u8).ValueKind != JsonValueKind.Undefined,
            IsInThread = root.Member("channel"u8).Member("type"u8).Number() is { } channel && ThreadTypes.Contains(channel),
            Command = Command(data),
            CustomId = data.Member("custom_id"u8).Text(),
            Values = [.. data.Member("values"u8).Items().Select(JsonValues.Text).OfType<string>()],
            Fields = Fields(data),
            Message = Message(root.Member("message"u8)),
        };
    }

    private static CommandCall? Command(JsonElement data)
    {
        if (data.Member("name"u8).Text() is not { } name)
        {
            return null;
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        FocusedOption? focused = null;
        Collect(data.Member("options"u8), options, ref focused);
        var isMenu = data.Member("type"u8).Number() == MessageMenu;
        if (isMenu && Target(data) is { } target)
        {
            options[CommandSet.MessageTextOption] = MessageWords.Of(TargetMessage.Texts(target));
        }

        return new CommandCall(name, isMenu ? CommandKind.Message : CommandKind.Slash, options, focused);
    }

    private static void Collect(JsonElement list, Dictionary<string, string> options, ref FocusedOption? focused)
    {
        foreach (var option in list.Items())
        {
            Collect(option.Member("options"u8), options, ref focused);
            if (option.Member("name"u8).Text() is not { } name)
            {
                continue;
            }

            if (option.Member("value"u8).Scalar() is { } value)
            {
                options[name] = value;
            }

            if (option.Member("focused"u8).ValueKind == JsonValueKind.True)
            {
                focused = new FocusedOption(name, option.Member("type"u8).Number() is IntegerOption or NumberOption);
            }
        }
    }

    /// <summary>The message that a menu command was asked on.</summary>
    private static JsonElement? Target(JsonElement data) => data.Member("target_id"u8).Text() is { } target
        ? data.Member("resolved"u8).Member("messages"u8).Member(Encoding.UTF8.GetBytes(target))
        : null;

    private static Dictionary<string, string> Fields(JsonElement data)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        CollectFields(data.Member("components"u8), fields);
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
        if (component.Member("custom_id"u8).Text() is { } name && component.Member("value"u8).Text() is { } value)
        {
            fields[name] = value;
        }

        CollectFields(component.Member("components"u8), fields);
        if (component.Member("component"u8) is { ValueKind: JsonValueKind.Object } child)
        {
            CollectField(child, fields);
        }
    }

    private static PressedMessage? Message(JsonElement message) => message.ValueKind != JsonValueKind.Object
        ? null
        : new PressedMessage(
            message.Member("interaction_metadata"u8).Member("user"u8).Member("id"u8).Number()
                ?? message.Member("interaction"u8).Member("user"u8).Member("id"u8).Number(),
            message.Member("flags"u8).Number() ?? 0);
}
