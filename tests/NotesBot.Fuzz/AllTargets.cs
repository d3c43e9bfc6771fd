using NotesBot.Fuzz.Targets;

namespace NotesBot.Fuzz;

/// <summary>Everything that takes what strangers write, on a temporary folder that goes with it.</summary>
internal sealed class AllTargets : IDisposable
{
    // Memory where the system offers it: a hundred thousand files a minute are too many for a disk.
    private const string Memory = "/dev/shm";

    private readonly DirectoryInfo _folder = Directory.Exists(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, $"notesbot-fuzz-{Environment.ProcessId}"))
        : Directory.CreateTempSubdirectory("notesbot-fuzz-");

    private readonly List<FuzzTarget> _all;

    internal AllTargets()
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "notes");
        _all =
        [
            .. ReaderTarget.All(_folder.FullName, samples),
            .. PackageTarget.All(_folder.FullName),
            new NotebookFieldsTarget(_folder.FullName),
            new FrontMatterTarget(_folder.FullName),
            new SynonymsTarget(_folder.FullName),
            new FileTimesTarget(_folder.FullName),
            new GitObjectTarget(_folder.FullName),
            new SyllabusTarget(_folder.FullName, samples),
            new OutlineTarget(),
            new IgnoreTarget(_folder.FullName),
            new QueryTarget(_folder.FullName, samples),
            new CustomIdTarget(),
            new GatewayTarget(),
            new HttpTarget(),
            new WebhookTarget(),
        ];
    }

    /// <summary>Those of these names, or all.</summary>
    internal IReadOnlyList<FuzzTarget> Named(IReadOnlyList<string> names) => names.Count == 0 ? _all : [.. _all.Where(target => names.Contains(target.Name))];

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.OfType<IDisposable>().ToList().ForEach(target => target.Dispose());
        _folder.Delete(recursive: true);
    }
}
