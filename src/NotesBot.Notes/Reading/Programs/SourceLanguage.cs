using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Programs;

/// <summary>How a programming language looks: where its functions and classes begin.</summary>
/// <param name="Name">As fences name it.</param>
/// <param name="MaxIndent">Definitions further in belong to what they stand in.</param>
/// <param name="Definition">A line that begins one, with its name.</param>
/// <param name="Comment">A line before it that belongs to it: a comment, an attribute.</param>
internal sealed partial record SourceLanguage(string Name, int MaxIndent, Regex Definition, Regex Comment)
{
    private static readonly Dictionary<string, SourceLanguage> ByExtension = Make();

    /// <summary>The language of a file; <see langword="null"/> for none that is known.</summary>
    internal static SourceLanguage? Of(string path) => ByExtension.GetValueOrDefault(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Whether a file is what tools make or bring: minified, of a package, of a plug-in.</summary>
    internal static bool IsForeign(string path) => Foreign().IsMatch(path);

    /// <summary>The name of what a line defines; <see langword="null"/> when it defines nothing.</summary>
    internal string? NameIn(string line) =>
        Definition.Match(line) is { Success: true } match && !Keyword().IsMatch(match.Groups["name"].Value) ? match.Groups["name"].Value : null;

    /// <summary>Whether a line goes with the definition below it.</summary>
    internal bool BelongsToNext(string line) => Comment.IsMatch(line);

    private static Dictionary<string, SourceLanguage> Make()
    {
        var languages = new Dictionary<string, SourceLanguage>(StringComparer.Ordinal);
        void Add(SourceLanguage language, params string[] extensions) => Array.ForEach(extensions, extension => languages[extension] = language);

        Add(new("python", 4, Python(), Hash()), ".py");
        Add(new("r", 0, R(), Hash()), ".r");
        Add(new("julia", 0, Julia(), Hash()), ".jl");
        Add(new("ruby", 4, Ruby(), Hash()), ".rb");
        Add(new("bash", 0, Shell(), Hash()), ".sh", ".bash", ".zsh");
        Add(new("sql", 0, Sql(), Dashes()), ".sql");
        Add(new("haskell", 0, Haskell(), Dashes()), ".hs");
        Add(new("matlab", 0, Matlab(), Percent()), ".m");
        Add(new("java", 4, Braces(), Slashes()), ".java");
        Add(new("csharp", 8, Braces(), Slashes()), ".cs");
        Add(new("c", 0, Braces(), Slashes()), ".c", ".h");
        Add(new("cpp", 4, Braces(), Slashes()), ".cpp", ".cc", ".cxx", ".hpp", ".hh", ".cu");
        Add(new("javascript", 4, Script(), Slashes()), ".js", ".mjs", ".jsx");
        Add(new("typescript", 4, Script(), Slashes()), ".ts", ".tsx");
        Add(new("go", 0, Words(), Slashes()), ".go");
        Add(new("rust", 4, Words(), Slashes()), ".rs");
        Add(new("kotlin", 4, Words(), Slashes()), ".kt", ".kts");
        Add(new("swift", 4, Words(), Slashes()), ".swift");
        Add(new("scala", 4, Words(), Slashes()), ".scala");
        Add(new("php", 4, Words(), Slashes()), ".php");
        return languages;
    }

    [GeneratedRegex(@"(^|/)(node_modules|bower_components|vendor|vendors|third[_-]?party|dist|out|build|target|bin|obj|venv|env|site-packages|wwwroot/lib|migrations)/|\.(min|bundle|pack|g|designer|generated)\.\w+$|_pb2(_grpc)?\.py$|\.d\.ts$|(^|/)(jquery|bootstrap|d3|mathjax|katex|highlight)[-.\w]*\.js$|\.(config|conf)\.(js|ts|mjs)$|(^|/)(setup|conf)\.py$", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^(if|for|while|switch|return|catch|else|do|using|lock|new|throw|await|sizeof|typeof|defined)$")]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^\s*(async\s+)?(def|class)\s+(?<name>\w+)")]
    private static partial Regex Python();

    [GeneratedRegex(@"^(?<name>[\w.]+)\s*(<-|=)\s*function\b")]
    private static partial Regex R();

    [GeneratedRegex(@"^(function|(mutable\s+)?struct|abstract type|macro|module)\s+(?<name>[\w.!]+)")]
    private static partial Regex Julia();

    [GeneratedRegex(@"^\s*(def|class|module)\s+(?<name>[\w.?!]+)")]
    private static partial Regex Ruby();

    [GeneratedRegex(@"^(function\s+(?<name>[\w-]+)|(?<name>[\w-]+)\s*\(\s*\))")]
    private static partial Regex Shell();

    [GeneratedRegex(@"^\s*create\s+(or\s+replace\s+)?(\w+\s+)?(table|view|function|procedure|trigger|index|type)\s+(if\s+not\s+exists\s+)?(?<name>[\w.""`\[\]]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"^(data|class|newtype|type|instance)\s+(?<name>[\w ]+)|^(?<name>[a-z][\w']*)\s*::")]
    private static partial Regex Haskell();

    [GeneratedRegex(@"^\s*(function\s+([\w\[\], ]+=\s*)?|classdef\s+)(?<name>\w+)")]
    private static partial Regex Matlab();

    [GeneratedRegex(@"^\s*(?>[\w\[\]]+\s+)*?(class|interface|enum|struct|record|union)\s+(?<name>\w+)(?!.*;\s*$)|^\s*(?>[\w:<>,\[\]*&?~]+\s+)+[*&]*(?<name>[\w:~]+)\s*\([^;]*$")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^\s*(export\s+)?(default\s+)?(async\s+)?(abstract\s+)?(function\*?|class|interface|enum|type)\s+(?<name>\w+)|^(export\s+)?(const|let|var)\s+(?<name>\w+)\s*(:[^=]*)?=\s*(async\s*)?(function|\([^)]*\)\s*(:[^=]*)?=>|\w+\s*=>)|^\s+(?>(static|async|get|set)\s+)*(?<name>\w+)\s*\([^;]*\)\s*\{\s*$")]
    private static partial Regex Script();

    [GeneratedRegex(@"^\s*(?>[\w()]+\s+)*?(fn|func|fun|function|def|class|struct|enum|trait|impl|interface|object|type|extension|protocol)\s+(\([^)]*\)\s*)?(<[^>]*>\s*)?(?<name>\w+)")]
    private static partial Regex Words();

    [GeneratedRegex(@"^\s*(#|@)")]
    private static partial Regex Hash();

    [GeneratedRegex(@"^\s*(--|/\*|\*)")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^\s*%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\s*(//|/\*|\*|@|\[[A-Z]|#\[|template\b)")]
    private static partial Regex Slashes();
}
