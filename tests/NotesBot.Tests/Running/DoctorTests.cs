using System.Text.Json;
using NotesBot.Discord.Simulator;

namespace NotesBot.Tests.Running;

public sealed class DoctorTests(HealthySetUp healthy) : IClassFixture<HealthySetUp>
{
    /// <summary>What can be broken, which check must see it, and a part of the sentence that mends it.</summary>
    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["settings that are no JSON"] = new("settings", "appsettings.json", scene => scene.Break()),
        ["a port out of range"] = new("settings", "Health:Port", scene => scene.Set("Health:Port", "0")),
        ["metrics that are neither on nor off"] = new("settings", "Health:Metrics", scene => scene.Set("Health:Metrics", "maybe")),
        ["a broken pattern"] = new("settings", "Notes:CoursePattern", scene => scene.Set("Notes:CoursePattern", "(")),
        ["a token file that is not there"] = new("settings", "Discord:TokenFile", scene =>
        {
            scene.Set("Discord:Token", "");
            scene.Set("Discord:TokenFile", "nowhere");
        }),
        ["HTTP without a key"] = new("settings", "Discord:PublicKey", scene => scene.Set("Discord:Transport", "Http")),
        ["no notes folder"] = new("notes", "--notes DIR", scene => scene.Set("Notes:Path", "nowhere")),
        ["no notes in the folder"] = new("notes", "nothing to answer from", scene =>
        {
            Directory.Delete(scene.Disk.Notes, recursive: true);
            Directory.CreateDirectory(scene.Disk.Notes);
        }),
        ["a repository that is not there"] = new("notes", "no repository", scene => scene.Set("Notes:Path", "file:///nowhere/notes.git")),
        ["a broken file"] = new("files", "broken.pdf", scene => scene.Disk.Write("broken.pdf", "%PDF-1.7 and no more")),
        ["a file that is too large"] = new("files", "Notes:MaxFileBytes", scene => scene.Set("Notes:MaxFileBytes", "150")),
        ["a link out of the folder"] = new("files", "out.md", scene =>
            File.CreateSymbolicLink(Path.Combine(scene.Disk.Notes, "out.md"), scene.Disk.WriteBeside("secret.md", "# Secret"))),
        ["a broken link"] = new("links", "link gone.md", scene => scene.Disk.Write("linking.md", "# Links\n\nSee [that](gone.md) for all of the rest.")),
        ["a missing picture"] = new("links", "picture gone.png", scene => scene.Disk.Write("pictured.md", "# Pictures\n\n![A plot](gone.png)\n\nThis is a plot.")),
        ["a week without notes"] = new("syllabus", "Course 1 Week 2", scene => scene.Disk.Delete("course1/week2/monitoring.md")),
        ["a course without notes"] = new("syllabus", "Course 2", scene =>
            scene.Disk.Write("course2.md", "# Syllabus\n\n### Course 2: More\n\n- Week 1: Less\n- Week 2: Least")),
        ["links to nowhere"] = new("places", "Notes__UrlTemplate", scene => scene.Set("Notes:UrlTemplate", "")),
        ["an index folder that is a file"] = new("folder", "is a file", scene =>
            scene.Set("Index:Path", scene.Disk.WriteBeside("file", ""))),
        ["no index"] = new("index", "no index yet", scene => Directory.Delete(scene.Disk.Index, recursive: true)),
        ["a damaged index"] = new("index", "damaged", scene => Damage(scene.Disk)),
        ["an index of other notes"] = new("index", "other notes", scene =>
        {
            Directory.Move(scene.Disk.Notes, scene.Disk.Notes + "2");
            scene.Set("Notes:Path", scene.Disk.Notes + "2");
        }),
        ["a bot whose worker is stuck"] = new("bot", "what looks is stuck. Its log", scene => File.WriteAllText(
            Path.Combine(scene.Disk.Index, "health.json"),
            $$"""{"At":"{{TimeProvider.System.GetUtcNow():O}}","Ready":true,"Connected":true,"Fault":"Not looked through for 20 minutes: what looks is stuck."}""")),
        ["a note that changed"] = new("index", "1 notes have changed", scene => scene.Disk.Write("new.md", "# New\n\nThis was written a moment ago.")),
        ["a wrong token"] = new("token", "page Bot", scene => scene.Set("Discord:Token", "MTIzNDU2Nzg5MDEyMzQ1Njc4.a.wrong")),
        ["a token that others may read"] = new("token", "chmod 600", scene =>
        {
            scene.Set("Discord:TokenFile", scene.Disk.WriteBeside("token", scene.Discord.Token));
            scene.Set("Discord:Token", "");
        }),
        ["another application"] = new("application", "Discord__ApplicationId", scene => scene.Set("Discord:ApplicationId", "42")),
        ["commands that are not registered"] = new("commands", "registers them by itself", scene => scene.Set("Discord:GuildIds", "175928847299117064")),
        ["a server without the bot"] = new("commands", "invite it with", scene => scene.Set("Discord:GuildIds", "999999999999999999")),
        ["a gateway that refuses"] = new("gateway", "firewall", scene => scene.Discord.Faults.RefuseConnections = true),
        ["no API at the address"] = new("api", "Discord__ApiBaseUrl", scene => scene.Set("Discord:ApiBaseUrl", "http://127.0.0.1:9/api")),
    };

    /// <summary>Those that do not hide each other are looked for in one examination.</summary>
    private static readonly string[][] Together =
    [
        ["a port out of range", "metrics that are neither on nor off", "a broken pattern", "a token file that is not there", "HTTP without a key"],
        [
            "a broken file", "a link out of the folder", "a broken link", "a missing picture", "a week without notes", "a course without notes",
            "links to nowhere",
        ],
    ];

    public static TheoryData<string[]> FaultNames =>
        [.. Together, .. Faults.Keys.Except(Together.SelectMany(names => names)).Select(name => new[] { name })];

    [Fact]
    public async Task GivenAHealthySetUp_WhenTheDoctorLooks_ThenAllIsWell()
    {
        // A Discord of its own: one that was asked with a wrong token minds what comes after.
        await using var own = new HealthySetUp();
        await own.InitializeAsync();

        var doctor = await RunningProgram.RunAsync(own.Disk, ["doctor"], [.. own.Environment.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal((0, ""), (doctor.ExitCode, doctor.Errors));
        Assert.EndsWith("All is well.\n", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("https://discord.com/oauth2/authorize?client_id=", doctor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Discord.Token, doctor.Output, StringComparison.Ordinal);
        Assert.Empty(own.Discord.Violations);
    }

    [Theory, MemberData(nameof(FaultNames))]
    public async Task GivenFaults_WhenTheDoctorLooks_ThenASentenceMendsEach(string[] names)
    {
        using var scene = new Scene(healthy);
        var faults = names.Select(name => Faults[name]).ToList();
        faults.ForEach(fault => fault.Arrange(scene));

        var doctor = await scene.ExamineAsync();

        using var json = JsonDocument.Parse(doctor.Output);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();
        Assert.All(faults, fault => Assert.Contains(findings, finding =>
            finding.GetProperty("check").GetString() == fault.Check
            && finding.GetProperty("state").GetString() != "ok"
            && finding.GetProperty("sentence").GetString()!.Contains(fault.Part, StringComparison.Ordinal)));
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

    /// <summary>The healthy set-up as it was, and the settings of one examination of it.</summary>
    private sealed class Scene : IDisposable
    {
        private readonly HealthySetUp _healthy;
        private readonly Dictionary<string, string> _settings;
        private bool _isBroken;

        public Scene(HealthySetUp healthy)
        {
            _healthy = healthy;
            _settings = healthy.Environment.ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), pair => pair.Value);
            (_settings["Notes:Path"], _settings["Index:Path"]) = (Disk.Notes, Disk.Index);
            healthy.Restore();
        }

        public NotesOnDisk Disk => _healthy.Disk;

        public DiscordSimulator Discord => _healthy.Discord;

        public void Set(string name, string value) => _settings[name] = value;

        /// <summary>Makes the file of settings one that cannot be read.</summary>
        public void Break() => _isBroken = true;

        public Task<Ended> ExamineAsync()
        {
            var settings = Disk.WriteBeside("appsettings.json", _isBroken ? "{" : JsonSerializer.Serialize(_settings));
            return ProgramHere.RunAsync(Disk, "doctor", "--json", "--config", settings);
        }

        public void Dispose() => Discord.Faults.RefuseConnections = false;
    }
}
