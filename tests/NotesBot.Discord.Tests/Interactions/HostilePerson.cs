using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NotesBot.Discord.Tests.Rendering;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>One thing that somebody does: asks, types, or presses what the last answer offers.</summary>
/// <param name="Words">What they write.</param>
/// <param name="Numbers">What they choose, as large as they like.</param>
/// <param name="IsGerman">Their language.</param>
/// <param name="IsPrivate">Whether they want to be alone; without a wish, the default.</param>
internal sealed record HostileStep(string Words, int[] Numbers, bool IsGerman, bool? IsPrivate)
{
    internal static Gen<HostileStep> Any { get; } =
        from words in HostileText.Any
        from numbers in Gen.Int[0, 1_000].Array[4]
        from german in Gen.Bool
        from wish in Gen.Int[0, 2]
        select new HostileStep(Whole(words), numbers, german, wish == 2 ? null : wish == 1);

    /// <summary>The words without half characters: what Discord sends has none.</summary>
    private static string Whole(string words) => string.Concat(words.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));
}

/// <summary>Somebody in a chat, who sees the last answer and does the next thing.</summary>
internal sealed class HostilePerson
{
    private JsonElement? _message;
    private JsonElement? _form;

    /// <summary>The interaction that Discord makes of what they do.</summary>
    internal JsonObject Does(HostileStep step)
    {
        var payload = _form is { } form ? Submit(form, step)
            : _message is { } message && step.Numbers[0] % 4 > 0 && Press(message, step) is { } press ? press
            : Ask(step);
        return payload.With("locale", step.IsGerman ? "de" : "en-US");
    }

    /// <summary>They see what was answered.</summary>
    internal void Sees(Request answer)
    {
        _form = answer.IsCallback && answer.Type == 9 ? answer.Data : null;
        _message = answer switch
        {
            { IsCallback: true, Type: 4 or 7 } => answer.Data,
            { IsCallback: false } when answer.Method == HttpMethod.Delete => null,
            _ => _message,
        };
    }

    private static JsonObject Submit(JsonElement form, HostileStep step)
    {
        var field = new JsonObject { ["type"] = 4, ["custom_id"] = "query", ["value"] = step.Words };
        var payload = Payload.Form([new JsonObject { ["type"] = 18, ["component"] = field }]);
        payload["data"]!["custom_id"] = form.GetProperty("custom_id").GetString();
        return payload;
    }

    /// <summary>A press of one of the buttons, or a choice of one of a select; nothing where there are none.</summary>
    private static JsonObject? Press(JsonElement message, HostileStep step)
    {
        var seen = SentMessage.Of(message);
        (string Id, string? Value)[] all =
        [
            .. seen.OfType(2).Where(button => button.TryGetProperty("custom_id", out _)).Select(button => (IdOf(button), (string?)null)),
            .. seen.OfType(3).SelectMany(select => select.GetProperty("options").EnumerateArray()
                .Select(option => (IdOf(select), option.GetProperty("value").GetString()))),
        ];
        if (all.Length == 0)
        {
            return null;
        }

        var (id, value) = all[step.Numbers[1] % all.Length];
        var payload = Payload.Press(id, flags: message.GetProperty("flags").GetInt32());
        if (value is not null)
        {
            payload["data"]!["values"] = new JsonArray(step.Numbers[2] % 9 == 0 ? step.Words : value);
        }

        return step.Numbers[3] % 4 == 0 ? payload.By(Scene.Ben) : payload;
    }

    private static string IdOf(JsonElement component) => component.GetProperty("custom_id").GetString()!;

    private static JsonObject Ask(HostileStep step)
    {
        var isNarrow = step.Numbers[3] % 3 == 0;
        (string, JsonNode)[] place = isNarrow ? [("course", step.Numbers[1] % 5), ("week", Week(step))] : [];
        (string, JsonNode)[] visible = step.IsPrivate is { } alone ? [("private", alone)] : [];
        (string, JsonNode)[] course = step.Numbers[2] % 2 == 0 ? [("course", step.Numbers[1] % 4)] : [];
        return (step.Numbers[2] % 10) switch
        {
            0 => Payload.Command("syllabus", visible),
            1 or 2 => Payload.Command("syllabus", [.. place, .. course.Take(isNarrow ? 0 : 1), .. visible]),
            3 => Payload.Command("notes").By(step.Numbers[3] % 2 == 0 ? Scene.Anna : Scene.Ben),
            4 => Payload.Command("help"),
            5 => Payload.Menu(new JsonObject { ["content"] = step.Words }),
            6 => Typing(step, place),
            _ => Payload.Command("find", [("query", step.Words), .. place, .. visible]),
        };
    }

    private static JsonObject Typing(HostileStep step, (string, JsonNode)[] place)
    {
        string[] names = ["query", "course", "week"];
        var focused = names[step.Numbers[0] % 3];
        var payload = Payload.Typing(focused, [.. place.Where(option => option.Item1 != focused), (focused, step.Words)]);
        payload["data"]!["name"] = step.Numbers[1] % 2 == 0 ? "find" : "syllabus";
        return payload;
    }

    private static JsonNode Week(HostileStep step) => step.Numbers[0] % 5 == 0 ? step.Words : step.Numbers[0] % 4;
}
