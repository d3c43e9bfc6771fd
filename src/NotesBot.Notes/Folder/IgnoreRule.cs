using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Folder;

/// <summary>One line of a <c>.gitignore</c>.</summary>
/// <remarks>Source: git's page "gitignore", section "Pattern format".</remarks>
internal sealed class IgnoreRule
{
    private readonly Regex _pattern;
    private readonly bool _foldersOnly;

    private IgnoreRule(Regex pattern, bool foldersOnly, bool isNegated)
    {
        _pattern = pattern;
        _foldersOnly = foldersOnly;
        IsNegated = isNegated;
    }

    /// <summary>Whether it lets in again what an earlier rule kept out.</summary>
    internal bool IsNegated { get; }

    /// <summary>Reads a line; <see langword="null"/> for an empty one or a comment.</summary>
    internal static IgnoreRule? Parse(string line)
    {
        var text = TrimEnd(line.TrimEnd('\r', '\n'));
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = isNegated ? text[1..] : text;
        var foldersOnly = text.EndsWith('/');
        text = foldersOnly ? text[..^1] : text;
        return text.Trim('/').Length == 0 ? null : new IgnoreRule(ToRegex(text), foldersOnly, isNegated);
    }

    /// <summary>Whether it is about a file or folder.</summary>
    /// <param name="path">Relative to the folder of the rule's file.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    internal bool Matches(string path, bool isFolder) => (isFolder || !_foldersOnly) && _pattern.IsMatch(path);

    private static string TrimEnd(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] is ' ' or '\t' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        return line[..end];
    }

    /// <remarks>Non-backtracking: a hostile rule must not hang the look through the folder.</remarks>
    private static Regex ToRegex(string text)
    {
        var isAnchored = text.Contains('/', StringComparison.Ordinal);
        var regex = new StringBuilder(isAnchored ? @"\A" : @"\A(?:.*/)?");
        var glob = text.TrimStart('/');
        for (var at = 0; at < glob.Length;)
        {
            at += Append(regex, glob, at);
        }

        return new Regex(regex.Append(@"\z").ToString(),
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    /// <summary>Appends the next piece of a glob and says how long it was.</summary>
    private static int Append(StringBuilder regex, string glob, int at)
    {
        var rest = glob.AsSpan(at);
        var isPartStart = at == 0 || glob[at - 1] == '/';
        switch (rest)
        {
            case "**" when isPartStart:
                regex.Append(".+");
                return 2;
            case ['*', '*', '/', ..] when isPartStart:
                regex.Append("(?:.*/)?");
                return 3;
            case ['*', ..]:
                regex.Append("[^/]*");
                return 1;
            case ['?', ..]:
                regex.Append("[^/]");
                return 1;
            case ['[', ..] when ClassLength(rest) is var length and > 0:
                regex.Append(ToClass(rest[1..(length - 1)]));
                return length;
            case ['\\', _, ..]:
                regex.Append(Regex.Escape(glob.Substring(at + 1, 1)));
                return 2;
            default:
                regex.Append(Regex.Escape(glob.Substring(at, 1)));
                return 1;
        }
    }

    private static int ClassLength(ReadOnlySpan<char> rest)
    {
        var first = rest.Length > 1 && rest[1] is '!' or '^' ? 2 : 1;
        var close = rest.Length > first + 1 ? rest[(first + 1)..].IndexOf(']') : -1;
        return close < 0 ? 0 : first + 1 + close + 1;
    }

    private static string ToClass(ReadOnlySpan<char> inside)
    {
        var isNegated = inside[0] is '!' or '^';
        var members = new StringBuilder(isNegated ? "[^/" : "[");
        foreach (var member in isNegated ? inside[1..] : inside)
        {
            members.Append(member is '[' or ']' or '^' or '&' or '~' ? $"\\{member}" : member.ToString());
        }

        return IsRegex(members.Append(']').ToString()) ? members.ToString() : @"[^\s\S]";
    }

    private static bool IsRegex(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.NonBacktracking);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
