using System.Globalization;
using System.Text;
using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>
/// A message as it is sent, with what the documents allow, written apart from the simulator's rules and asked beside them.
/// </summary>
internal sealed class SentMessage
{
    private static readonly int[] OnlyV2 = [9, 10, 11, 12, 13, 14, 17];

    private SentMessage(JsonElement body) => Body = body;

    internal JsonElement Body { get; }

    internal IReadOnlyList<JsonElement> Components => [.. Walk(Body)];

    internal IReadOnlyList<string> Texts => [.. OfType(10).Select(text => text.GetProperty("content").GetString()!)];

    internal string Text => string.Join('\n', Texts);

    internal int Flags => Body.GetProperty("flags").GetInt32();

    internal static SentMessage Of(byte[] json) => new(JsonDocument.Parse(json).RootElement.Clone());

    internal static SentMessage Of(JsonElement body) => new(body);

    internal IEnumerable<JsonElement> OfType(int type) => Components.Where(component => component.GetProperty("type").GetInt32() == type);

    /// <summary>What is wrong with it, by our own reading and by the simulator's.</summary>
    internal IReadOnlyList<string> Faults(BodyKind kind) => [.. OwnFaults(), .. RequestBody.Judge(kind,
        Judged(kind)).Select(finding => finding.ToString())];

    private JsonElement Judged(BodyKind kind) => kind == BodyKind.Callback
        ? JsonDocument.Parse($$"""{"type":4,"data":{{Body.GetRawText()}}}""").RootElement
        : Body;

    private IEnumerable<string> OwnFaults()
    {
        if (Body.GetProperty("allowed_mentions").GetRawText() != """{"parse":[]}""")
        {
            yield return "allowed_mentions parses something";
        }

        var isV2 = (Flags & 1 << 15) != 0;
        var content = Body.TryGetProperty("content", out var text) ? text.GetString() : null;
        if (isV2 ? content is not null : content is not { Length: > 0 and <= 2000 })
        {
            yield return "content is wrong for its kind";
        }

        foreach (var fault in ComponentFaults(isV2))
        {
            yield return fault;
        }

        if ((Flags & ~(4 | 64 | 1 << 15)) != 0)
        {
            yield return $"flags {Flags}";
        }
    }

    private IEnumerable<string> ComponentFaults(bool isV2)
    {
        var components = Components;
        var ids = components.Where(component => component.TryGetProperty("custom_id",
            out _)).Select(component => component.GetProperty("custom_id").GetString()!).ToList();
        var texts = Texts;
        (string Name, bool Holds)[] rules =
        [
            ("at most 40 components", components.Count <= 40),
            ("at most 4000 characters", texts.Sum(text => text.Length) <= 4000),
            ("under 10,000 bytes", texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 12) < 10_000),
            ("no blank text", texts.All(text => text.Trim().Length > 0)),
            ("custom ids of 1 to 100", ids.All(id => id.Length is >= 1 and <= 100)),
            ("custom ids unique", ids.Distinct().Count() == ids.Count),
            ("no component ids", components.All(component => !component.TryGetProperty("id", out _))),
            ("flag for new components", isV2 || components.All(component => !OnlyV2.Contains(component.GetProperty("type").GetInt32()))),
            ("no half characters", texts.All(text => !text.EnumerateRunes().Contains(Rune.ReplacementChar))),
        ];
        return rules.Where(rule => !rule.Holds).Select(rule => rule.Name);
    }

    private static IEnumerable<JsonElement> Walk(JsonElement element)
    {
        if (element.TryGetProperty("components", out var children))
        {
            foreach (var child in children.EnumerateArray())
            {
                yield return child;
                foreach (var inner in Walk(child))
                {
                    yield return inner;
                }
            }
        }

        if (element.TryGetProperty("accessory", out var accessory))
        {
            yield return accessory;
        }
    }

    /// <summary>Graphemes of a text.</summary>
    internal static IReadOnlyList<string> Graphemes(string text)
    {
        var all = new List<string>();
        var enumerator = StringInfo.GetTextElementEnumerator(text);
        while (enumerator.MoveNext())
        {
            all.Add(enumerator.GetTextElement());
        }

        return all;
    }
}
