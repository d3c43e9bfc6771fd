
namespace NotesBot.Tests.House;

/// <summary>
/// A project of <c>src</c> by its source files: what they declare and what they name. A file sees the types of the room's root, those of
/// its own folder, and those of folders that it asks for; other code is not looked at.
/// </summary>
internal sealed class Room
{
    private readonly List<SourceFile> _files;

    private Room(string name, List<SourceFile> files) => (Name, _files) = (name, files);

    internal string Name { get; }

    internal static IReadOnlyList<Room> All()
    {
        var source = Path.Combine(Repository(), "src");
        return [.. Directory.EnumerateDirectories(source).Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Order(StringComparer.Ordinal).Select(Read)];
    }

    /// <summary>
    /// The folders that see each other in a circle, a sentence each. A file of the root counts as a folder: it is a contract, which all
    /// folders may see, or a part of the facade, which none does.
    /// </summary>
    internal IReadOnlyList<string> Circles()
    {
        var arrows = _files.SelectMany(file => file.Uses(_files).Where(used => used.Place != file.Place).Select(used => (From: file, To: used)))
            .GroupBy(arrow => arrow.From.Place, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToLookup(arrow => arrow.To.Place, arrow => arrow), StringComparer.Ordinal);
        return [.. arrows.Keys.Where(place => !place.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(place => arrows[place].Where(to => Reaches(arrows, to.Key, place)).Select(to => Sentence(to.First())))];
    }

    /// <summary>The files whose folder is not their namespace.</summary>
    internal IReadOnlyList<string> Strays() =>
        [.. _files.Where(file => file.Namespace != (file.Folder.Length == 0 ? Name : $"{Name}.{file.Folder.Replace('/', '.')}")).Select(file => file.Path)];

    /// <summary>How many other files of the room each file uses.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Used() =>
        _files.ToDictionary(file => file.Path, file => (IReadOnlyList<string>)[.. file.Uses(_files).Select(used => used.Path)], StringComparer.Ordinal);

    private static string Sentence((SourceFile From, SourceFile To) arrow) => $"{arrow.From.Path} sees {arrow.To.Path}, and is seen from there.";

    private static bool Reaches<T>(Dictionary<string, ILookup<string, T>> arrows, string from, string to)
    {
        var (seen, next) = (new HashSet<string>([from], StringComparer.Ordinal), new Stack<string>([from]));
        while (next.TryPop(out var place) && place != to)
        {
            foreach (var other in arrows.GetValueOrDefault(place)?.Select(group => group.Key).Where(seen.Add) ?? [])
            {
                next.Push(other);
            }
        }

        return seen.Contains(to);
    }

    private static Room Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal));
        return new Room(Path.GetFileName(folder), [.. files.Select(path => SourceFile.Read(folder, path)).Where(file => file.Namespace.Length > 0)]);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NotesBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
        }

        return folder;
    }
}
