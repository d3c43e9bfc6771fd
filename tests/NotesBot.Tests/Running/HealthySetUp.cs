using NotesBot.Discord.Simulator;

namespace NotesBot.Tests.Running;

/// <summary>Notes, index and a registered bot, all of them well: made once, and put back before each examination.</summary>
public sealed class HealthySetUp : IAsyncLifetime
{
    private readonly DirectoryInfo _kept = Directory.CreateTempSubdirectory("notesbot-");
    private DiscordSimulator? _discord;

    internal NotesOnDisk Disk { get; } = NotesOnDisk.WithCourse();

    internal DiscordSimulator Discord => _discord ?? throw new InvalidOperationException("Not yet set up.");

    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["Notes__UrlTemplate"] = "https://notes.example/{path}",
        ["Discord__ApiBaseUrl"] = Discord.ApiBaseUrl.ToString(),
        ["Discord__Token"] = Discord.Token,
    };

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        Disk.Write("course1/week3/teleportation.md", "# Quantum teleportation\n\nA state is sent without what carries it.");
        await using var bot = RunningProgram.Start(Disk, ["run"], [.. Environment.Select(pair => (pair.Key, pair.Value))]);
        await Eventually.TrueAsync(
            () => Discord.Commands().Count > 0 && bot.Output.Contains("Notes:", StringComparison.Ordinal), () => bot.Output);
        await bot.SignalAsync("TERM");
        await bot.EndAsync();
        Copy(new DirectoryInfo(Disk.Root), _kept.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        Disk.Dispose();
        _kept.Delete(recursive: true);
        await Discord.DisposeAsync();
    }

    /// <summary>Puts notes and index back as they were, in the same place: an index knows the notes that it is of.</summary>
    internal void Restore()
    {
        Directory.Delete(Disk.Root, recursive: true);
        Copy(_kept, Disk.Root);
    }

    // Copies of files keep their times, by which the index knows them.
    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
