using System.Text.Json;

namespace NotesBot.Discord.Rest;

/// <summary>An error body of Discord.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Discord's own number; 0 without one.</param>
/// <param name="Message">What it says; a placeholder where it said nothing readable.</param>
/// <param name="Leaves">The faults of single fields.</param>
/// <remarks>Source: Discord's pages "Reference", section "Error Messages", and "Opcodes and Status Codes".</remarks>
internal sealed record DiscordError(int Status, int Code, string Message, IReadOnlyList<DiscordErrorLeaf> Leaves)
{
    /// <summary>Seconds until it makes sense to ask again, as the body says; <see langword="null"/> where it does not.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>Whether the body was an object as Discord writes it; proxies write other things.</summary>
    public bool IsFromDiscord { get; init; }

    /// <summary>Reads a body, whatever it is: HTML, nothing and half a JSON give an error with the status alone.</summary>
    public static DiscordError Parse(int status, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? FromObject(status, document.RootElement)
                : Unreadable(status);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Unreadable(status);
        }
    }

    private static DiscordError Unreadable(int status) => new(status, 0, $"HTTP {status}", []);

    private static DiscordError FromObject(int status, JsonElement body)
    {
        var leaves = new List<DiscordErrorLeaf>();
        if (body.TryGetProperty("errors", out var errors))
        {
            Collect(errors, "", leaves);
        }

        return new DiscordError(status, Number(body, "code") is { } code ? (int)code : 0, Text(body, "message") ?? $"HTTP {status}", leaves)
        {
            RetryAfterSeconds = Number(body, "retry_after"),
            IsFromDiscord = true,
        };
    }

    private static void Collect(JsonElement node, string path, List<DiscordErrorLeaf> leaves)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var child in node.EnumerateObject())
        {
            if (child.NameEquals("_errors") && child.Value.ValueKind == JsonValueKind.Array)
            {
                leaves.AddRange(child.Value.EnumerateArray().Select(leaf =>
                    new DiscordErrorLeaf(path, Text(leaf, "code") ?? "", Text(leaf, "message") ?? "")));
            }
            else
            {
                Collect(child.Value, path.Length == 0 ? child.Name : $"{path}.{child.Name}", leaves);
            }
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static double? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            && Math.Abs(number) <= int.MaxValue
            ? number
            : null;
}

/// <summary>What is wrong with one field.</summary>
/// <param name="Path">Names and array indices from the outermost, with dots between.</param>
/// <param name="Code">Discord's word for the fault.</param>
/// <param name="Message">A sentence.</param>
internal sealed record DiscordErrorLeaf(string Path, string Code, string Message);
