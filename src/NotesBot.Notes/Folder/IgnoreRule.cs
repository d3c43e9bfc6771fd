namespace NotesBot.Notes.Folder;

/// <summary>One line of a <c>.gitignore</c>.</summary>
/// <remarks>Source: git's page "gitignore", section "Pattern format".</remarks>
internal sealed class IgnoreRule
{
    private const int MaxLength = 1_000;

    private readonly Glob _pattern;
    private readonly bool _foldersOnly;

    private IgnoreRule(Glob pattern, bool foldersOnly, bool isNegated)
    {
        _pattern = pattern;
        _foldersOnly = foldersOnly;
        IsNegated = isNegated;
    }

    /// <summary>Whether it lets in again what an earlier rule kept out.</summary>
    internal bool IsNegated { get; }

    /// <summary>Reads a line; <see langword="null"/> for an empty one, a comment, or one longer than any path that somebody ignores.</summary>
    internal static IgnoreRule? Parse(string line)
    {
        var text = TrimEnd(line.TrimEnd('\r', '\n'));
        if (text.Length is 0 or > MaxLength || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = isNegated ? text[1..] : text;
        var foldersOnly = text.EndsWith('/');
        text = foldersOnly ? text[..^1] : text;
        return text.Trim('/').Length == 0 ? null : new IgnoreRule(ToGlob(text), foldersOnly, isNegated);
    }

    /// <summary>Whether it is about a file or folder.</summary>
    /// <param name="path">Relative to the folder of the rule's file.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    internal bool Matches(string path, bool isFolder) => (isFolder || !_foldersOnly) && _pattern.Matches(path);

    private static string TrimEnd(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] is ' ' or '\t' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        return line[..end];
    }

    /// <summary>A pattern with a slash in it begins at the folder of its file.</summary>
    private static Glob ToGlob(string text) => new(text.TrimStart('/'), isAnchored: text.Contains('/', StringComparison.Ordinal));
}
