using System.Text.Json;
using NotesBot.Discord.Simulator;

namespace NotesBot.Tests.Running;

public sealed class DoctorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What can be broken, which check must see it, and a part of the sentence that mends it.</summary>
    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["settings that are no JSON"] = new("settings", "appsettings.json", scene => scene.Disk.WriteBeside("appsettings.json", "{")),
        ["a port out of range"] = new("settings", "Health:Port", scene => scene.Set("Health__Port", "0")),
        ["metrics that are neither on nor off"] = new("settings", "Health:Metrics", scene => scene.Set("Health__Metrics", "maybe")),
        ["a broken pattern"] = new("settings", "Notes:CoursePattern", scene => scene.Set("Notes__CoursePattern", "(")),
        ["a token file that is not there"] = new("settings", "Discord:TokenFile", scene =>
        {
            scene.Set("Discord__Token", "");
            scene.Set("Discord__TokenFile", "nowhere");
        }),
        ["HTTP without a key"] = new("settings", "Discord:PublicKey", scene => scene.Set("Discord__Transport", "Http")),
        ["no notes folder"] = new("notes", "--notes DIR", scene => scene.Set("Notes__Path", "nowhere")),
        ["no notes in the folder"] = new("notes", "nothing to answer from", scene =>
        {
            Directory.Delete(scene.Disk.Notes, recursive: true);
            Directory.CreateDirectory(scene.Disk.Notes);
        }),
        ["a repository that is not there"] = new("notes", "no repository", scene => scene.Set("Notes__Path", "file:///nowhere/notes.git")),
        ["a broken file"] = new("files", "broken.pdf", scene => scene.Disk.Write("broken.pdf", "%PDF-1.7 and no more")),
        ["a file that is too large"] = new("files", "Notes:MaxFileBytes", scene => scene.Set("Notes__MaxFileBytes", "150")),
        ["a link out of the folder"] = new("files", "out.md", scene =>
            File.CreateSymbolicLink(Path.Combine(scene.Disk.Notes, "out.md"), scene.Disk.WriteBeside("secret.md", "# Secret"))),
        ["a broken link"] = new("links", "link gone.md", scene => scene.Disk.Write("linking.md", "# Links\n\nSee [that](gone.md) for all of the rest.")),
        ["a missing picture"] = new("links", "picture gone.png", scene => scene.Disk.Write("linking.md", "# Links\n\n![A plot](gone.png)\n\nThis is a plot.")),
        ["a week without notes"] = new("syllabus", "Course 1 Week 2", scene => scene.Disk.Delete("course1/week2/monitoring.md")),
        ["a course without notes"] = new("syllabus", "Course 2", scene =>
            scene.Disk.Write("course2.md", "# Syllabus\n\n### Course 2: More\n\n- Week 1: Less\n- Week 2: Least")),
        ["links to nowhere"] = new("places", "Notes__UrlTemplate", scene => scene.Set("Notes__UrlTemplate", "")),
        ["an index folder that is a file"] = new("folder", "is a file", scene =>
            scene.Set("Index__Path", scene.Disk.WriteBeside("file", ""))),
        ["no index"] = new("index", "no index yet", scene => Directory.Delete(scene.Disk.Index, recursive: true)),
        ["a damaged index"] = new("index", "damaged", scene => Damage(scene.Disk)),
        ["an index of other notes"] = new("index", "other notes", scene =>
        {
            Directory.Move(scene.Disk.Notes, scene.Disk.Notes + "2");
            scene.Set("Notes__Path", "notes2");
        }),
        ["a note that changed"] = new("index", "1 notes have changed", scene => scene.Disk.Write("new.md", "# New\n\nThis was written a moment ago.")),
        ["a wrong token"] = new("token", "page Bot", scene => scene.Set("Discord__Token", "MTIzNDU2Nzg5MDEyMzQ1Njc4.a.wrong")),
        ["a token that others may read"] = new("token", "chmod 600", scene =>
        {
            scene.Set("Discord__TokenFile", scene.Disk.WriteBeside("token", scene.Discord.Token));
            scene.Set("Discord__Token", "");
        }),
        ["another application"] = new("application", "Discord__ApplicationId", scene => scene.Set("Discord__ApplicationId", "42")),
        ["commands that are not registered"] = new("commands", "registers them by itself", scene => scene.Set("Discord__GuildIds", "175928847299117064")),
        ["a server without the bot"] = new("commands", "invite it with", scene => scene.Set("Discord__GuildIds", "999999999999999999")),
        ["a gateway that refuses"] = new("gateway", "firewall", scene => scene.Discord.Faults.RefuseConnections = true),
        ["no API at the address"] = new("api", "Discord__ApiBaseUrl", scene => scene.Set("Discord__ApiBaseUrl", "http://127.0.0.1:9/api")),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Fact]
    public async Task GivenAHealthySetUp_WhenTheDoctorLooks_ThenAllIsWell()
    {
        await using var scene = await Scene.HealthyAsync();

        var doctor = await scene.ExamineAsync();

        Assert.Equal((0, ""), (doctor.ExitCode, doctor.Errors));
        Assert.EndsWith("All is well.\n", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("https://discord.com/oauth2/authorize?client_id=", doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Discord.Token, doctor.Output, StringComparison.Ordinal);
        Assert.Empty(scene.Discord.Violations);
    }

    [Theory, MemberData(nameof(FaultNames))]
    public async Task GivenAFault_WhenTheDoctorLooks_ThenASentenceMendsIt(string name)
    {
        await using var scene = await Scene.HealthyAsync();
        var fault = Faults[name];
        fault.Arrange(scene);

        var doctor = await scene.ExamineAsync("--json");

        using var json = JsonDocument.Parse(doctor.Output);
        var found = json.RootElement.GetProperty("findings").EnumerateArray().Where(finding =>
            finding.GetProperty("check").GetString() == fault.Check
            && finding.GetProperty("state").GetString() != "ok"
            && finding.GetProperty("sentence").GetString()!.Contains(fault.Part, StringComparison.Ordinal));
        Assert.True(found.Any(), doctor.Output);
        Assert.Equal(json.RootElement.GetProperty("healthy").GetBoolean() ? 0 : 1, doctor.ExitCode);
    }

    private static void Damage(NotesOnDisk disk)
    {
        var largest = new DirectoryInfo(Path.Combine(disk.Index, "passages")).GetFiles().MaxBy(file => file.Length)!;
        var bytes = File.ReadAllBytes(largest.FullName);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(largest.FullName, bytes);
    }

    /// <summary>Something that is broken.</summary>
    /// <param name="Check">Which check must see it.</param>
    /// <param name="Part">What its sentence must hold.</param>
    /// <param name="Arrange">Breaks it.</param>
    private sealed record Fault(string Check, string Part, Action<Scene> Arrange);

    /// <summary>Notes, index and a registered bot, all of them well.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly Dictionary<string, string> _environment = [];

        public required DiscordSimulator Discord { get; init; }

        public NotesOnDisk Disk { get; } = NotesOnDisk.WithCourse();

        public static async Task<Scene> HealthyAsync()
        {
            var scene = new Scene { Discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), Token) };
            scene.Disk.Write("course1/week3/teleportation.md", "# Quantum teleportation\n\nA state is sent without what carries it.");
            scene.Set("Notes__UrlTemplate", "https://notes.example/{path}");
            scene.Set("Discord__ApiBaseUrl", scene.Discord.ApiBaseUrl.ToString());
            scene.Set("Discord__Token", scene.Discord.Token);
            await using var bot = RunningProgram.Start(scene.Disk, ["run"], scene.Environment);
            await Eventually.TrueAsync(
                () => Task.FromResult(scene.Discord.Commands().Count > 0 && bot.Output.Contains("Notes:", StringComparison.Ordinal)), () => bot.Output);
            await bot.SignalAsync("TERM");
            await bot.EndAsync();
            return scene;
        }

        private (string, string)[] Environment => [.. _environment.Select(pair => (pair.Key, pair.Value))];

        public void Set(string name, string value) => _environment[name] = value;

        public Task<Ended> ExamineAsync(params string[] arguments) => RunningProgram.RunAsync(Disk, ["doctor", .. arguments], Environment);

        public async ValueTask DisposeAsync()
        {
            Disk.Dispose();
            await Discord.DisposeAsync();
        }
    }
}
