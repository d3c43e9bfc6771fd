using System.Text.RegularExpressions;

namespace NotesBot.Tests.House;

/// <summary>A source file: what it declares, and what it names.</summary>
internal sealed partial record SourceFile(string Path, string Namespace, IReadOnlyList<string> Types, IReadOnlyList<string> Usings, string Code)
{
    private HashSet<string>? _words;

    /// <summary>The folder inside the room; empty for its root.</summary>
    internal string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>The floor that it is on: the first folder, or the file itself in the root.</summary>
    internal string Place => Path.Split('/')[0];

    internal static SourceFile Read(string folder, string path)
    {
        var text = System.IO.File.ReadAllText(System.IO.Path.Combine(folder, path));
        var code = Comment().Replace(text, "");
        return new SourceFile(
            path,
            NamespaceLine().Match(code).Groups[1].Value,
            [.. Declaration().Matches(code).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)],
            [.. UsingLine().Matches(code).Select(match => match.Groups[1].Value)],
            code);
    }

    /// <summary>The files whose types this one names and can see.</summary>
    internal IEnumerable<SourceFile> Uses(IReadOnlyList<SourceFile> files) =>
        files.Where(other => other != this && other.Types.Any(type => Names(type, other)));

    private bool Names(string type, SourceFile other)
    {
        _words ??= [.. Word().Matches(Code).Select(match => match.Value)];
        var isSeen = Usings.Contains(other.Namespace) || Namespace == other.Namespace || Namespace.StartsWith(other.Namespace + ".", StringComparison.Ordinal);
        var last = other.Namespace[(other.Namespace.LastIndexOf('.') + 1)..];
        return _words.Contains(type) && (isSeen || Code.Contains($"{last}.{type}", StringComparison.Ordinal)) && !Types.Contains(type);
    }

    [GeneratedRegex(@"//.*|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^(?:(?:public|internal|file|abstract|sealed|static|partial|readonly|ref) )*(?:class|record struct|record class|record|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>A name that is no member of something.</summary>
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w+")]
    private static partial Regex Word();
}
