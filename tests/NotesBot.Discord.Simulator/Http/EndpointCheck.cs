using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Http;

/// <summary>What Discord does when an endpoint's URL is saved, and later again: a right PING, and wrong signatures.</summary>
public static class EndpointCheck
{
    private const string Signature = "X-Signature-Ed25519";
    private const string Timestamp = "X-Signature-Timestamp";

    /// <summary>Runs all checks; what fails is a violation of <paramref name="discord"/>. True when all are right.</summary>
    public static async Task<bool> RunAsync(DiscordSimulator discord, EndpointCaller caller, SigningKey key,
        CancellationToken cancellationToken)
    {
        var ping = discord.Create(InteractionKind.Ping, null, new Scene()).Payload;
        var body = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(ping);
        var good = await caller.PostSignedAsync(body, cancellationToken);
        var isPong = good is { Status: 200, ContentType: "application/json" } && IsPong(good.Body);
        Expect(discord, isPong, "HE-01", $"PING was answered with {good.Status} {good.ContentType} {good.Body}");

        var isSafe = true;
        foreach (var (name, headers) in WrongOnes(body, key))
        {
            var reply = await caller.PostAsync(body, headers, cancellationToken);
            Expect(discord, reply.Status == 401, name.Rule, $"{name.What}: answered with {reply.Status}, not with 401");
            isSafe &= reply.Status == 401;
        }

        return isPong && isSafe;
    }

    private static IEnumerable<((string Rule, string What) Name, (string, string)[] Headers)> WrongOnes(byte[] body, SigningKey key)
    {
        const string Time = "1700000000";
        var right = key.SignRequest(Time, body);
        using var other = SigningKey.Create();
        yield return (("HE-02", "a wrong signature"), [(Signature, new string('0', 128)), (Timestamp, Time)]);
        yield return (("HE-07", "another key's signature"), [(Signature, other.SignRequest(Time, body)), (Timestamp, Time)]);
        yield return (("HE-03", "no signature"), [(Timestamp, Time)]);
        yield return (("HE-03", "no timestamp"), [(Signature, right)]);
        yield return (("HE-04", "63 bytes"), [(Signature, right[2..]), (Timestamp, Time)]);
        yield return (("HE-04", "odd hex"), [(Signature, right[1..]), (Timestamp, Time)]);
        yield return (("HE-04", "a prefix 0x"), [(Signature, "0x" + right), (Timestamp, Time)]);
        yield return (("HE-05", "other white space"),
            [(Signature, key.SignRequest(Time, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body) + " "))), (Timestamp, Time)]);
        yield return (("HE-10", "another timestamp"), [(Signature, right), (Timestamp, "1700000001")]);
    }

    private static bool IsPong(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Number
                && type.GetInt32() == 1;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Expect(DiscordSimulator discord, bool holds, string rule, string sentence)
    {
        if (!holds)
        {
            discord.Report(new Rule(rule, "IO"), sentence, "POST of the endpoint");
        }
    }
}
