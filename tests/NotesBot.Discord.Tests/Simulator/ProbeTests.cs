using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Tests.Simulator;

public sealed class ProbeTests
{
    [Fact, Trait("Case", "MC-34")]
    public async Task GivenTheProbes_WhenTheSimulatorJudges_ThenEachVerdictIsTheDocumented()
    {
        var folder = Environment.GetEnvironmentVariable("NOTESBOT_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "NOTESBOT_SHARED does not name the folder with discord/probes.json.");
        var path = Path.Combine(folder, "discord", "probes.json");
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(path, TestLimit.Token));
        var probes = document.RootElement.GetProperty("probes").EnumerateArray().ToList();

        var wrong = probes.Where(probe => IsValid(probe) != probe.GetProperty("valid").GetBoolean()).Select(Describe).ToList();

        Assert.Equal(152, probes.Count);
        Assert.Empty(wrong);
    }

    private static bool IsValid(JsonElement probe) =>
        RequestBody.Judge(KindOf(probe), probe.GetProperty("body")).All(finding => !finding.Refuses);

    private static BodyKind KindOf(JsonElement probe) => probe.GetProperty("target").GetString() switch
    {
        "callback" => BodyKind.Callback,
        "bulk" => BodyKind.Bulk,
        "followup" => BodyKind.FollowUp,
        _ => BodyKind.Edit,
    };

    private static string Describe(JsonElement probe) =>
        $"{probe.GetProperty("id")} {probe.GetProperty("name")}: "
        + string.Join("; ", RequestBody.Judge(KindOf(probe), probe.GetProperty("body")));
}
