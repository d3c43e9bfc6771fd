using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Discord.Tests.Rendering;
using NotesBot.Tests;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>
/// Thousands of interactions of every kind, over hostile notes and with hostile words: what leaves is within all limits, pings nobody and
/// hides no link. With <c>NOTESBOT_BODIES=FILE</c> all of it is written there, a line each, to be held against Discord's description.
/// </summary>
public sealed partial class EveryReplyTests
{
    private const int Steps = 20;
    private static readonly int Chats = Trials.Of(100, 500);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _kinds = [];
    private readonly List<string> _written = [];

    [Fact, Trait("Case", "MC-33"), Trait("Case", "SA-01"), Trait("Case", "SA-02"), Trait("Case", "SA-05")]
    public async Task GivenHostileNotesAndPeople_WhenTheyAskAndPress_ThenWhateverLeavesIsValidAndHarmless()
    {
        await Gen.Select(HostileLibrary.Any, HostileStep.Any.Array[Steps]).SampleAsync(
            (library, steps) => ChatAsync(library, steps), iter: Chats);

        Assert.Superset(
            new HashSet<string>([.. Enum.GetNames<ActionKind>(), "find", "syllabus", "notes", "help", "Find in notes", "completion", "form"]),
            _kinds);
        if (Environment.GetEnvironmentVariable("NOTESBOT_BODIES") is { Length: > 0 } file)
        {
            await File.WriteAllLinesAsync(file, _written, TestLimit.Token);
        }
    }

    private async Task ChatAsync(HostileLibrary library, HostileStep[] steps)
    {
        var context = new CommandContext(library, HostileLibrary.UrlOf, TimeProvider.System, "1.0");
        using var scene = new Scene(commands: log => CommandSet.Create(context, log, new Random(1)));
        var person = new HostilePerson();
        foreach (var step in steps)
        {
            var payload = person.Does(step);
            Note(payload);
            var isRefused = step.Numbers[3] % 10 == 0;
            if (isRefused)
            {
                scene.Discord.Answer(400, 50035);
            }

            var json = JsonSerializer.SerializeToUtf8Bytes(payload);
            await scene.Handler.HandleAsync(new ReceivedInteraction(json, scene.Time.GetTimestamp(), scene.Rest), CancellationToken.None);
            var sent = scene.Discord.Rest();
            Assert.All(sent, Check);
            Assert.Equal(isRefused && sent[0].Type is 4 or 7 or 8 or 9 ? 2 : 1, sent.Count(request => request.IsCallback));
            person.Sees(sent[^1]);
        }

        var failures = scene.Log.Where(line => line.StartsWith("Error", StringComparison.Ordinal)
            || line.Contains("Completing", StringComparison.Ordinal)).ToList();
        Assert.True(failures.Count == 0, failures.FirstOrDefault());
    }

    /// <summary>Which command is asked or what is pressed, so that in the end all of it was.</summary>
    private void Note(JsonObject payload)
    {
        var data = payload["data"]!;
        var state = ActionStateCodec.Decode(data["custom_id"]?.GetValue<string>());
        var kind = payload["type"]!.GetValue<int>() switch
        {
            4 => "completion",
            5 => "form",
            3 => $"{state!.Kind}",
            _ => data["name"]!.GetValue<string>(),
        };
        lock (_gate)
        {
            _kinds.Add(kind);
        }
    }

    private void Check(Request request)
    {
        if (request.Method == HttpMethod.Delete)
        {
            return;
        }

        Assert.True(request.IsCallback, request.Path);
        Record(request);
        Assert.Empty(MentionParser.LiveMentions(request.Body));
        if (request.Type is 4 or 7)
        {
            CheckMessage(SentMessage.Of(request.Data));
        }
        else
        {
            Assert.Empty(RequestBody.Judge(BodyKind.Callback, request.Body));
        }
    }

    private static void CheckMessage(SentMessage message)
    {
        Assert.Empty(message.Faults(BodyKind.Callback));
        string[] classic = message.Body.TryGetProperty("content", out var content) ? [content.GetString()!] : [];
        Assert.All(message.Texts.Concat(classic), text => Assert.DoesNotContain(
            ReadMarkdown.Of(OurLink().Replace(text, "link")).Faults(), fault => fault != "other marks"));
    }

    private void Record(Request request)
    {
        const string Route = "/interactions/{interaction_id}/{interaction_token}/callback";
        var line = $$"""{"method":"POST","route":"{{Route}}","status":204,"body":{{request.Body.GetRawText()}}}""";
        lock (_gate)
        {
            _written.Add(line);
        }
    }

    [GeneratedRegex(@"(?<!\\)\[(?:\\.|[^\]\\\n])*\]\(<https://notes\.example/[^<>()]*>\)")]
    private static partial Regex OurLink();
}
