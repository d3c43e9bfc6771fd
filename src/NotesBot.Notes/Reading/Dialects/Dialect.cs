using System.Text.RegularExpressions;
using Markdig;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>What the parsers of one text know beside it. One object a text, used by one thread.</summary>
internal sealed partial class Dialect
{
    private readonly HashSet<string> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (int Length, string Instead)> _planned = [];
    private string? _plannedIn;

    /// <param name="path">The file, for its extension.</param>
    /// <param name="text">The whole text.</param>
    internal Dialect(string path, string text)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        IsMdx = extension == ".mdx";
        IsScientific = extension is ".qmd" or ".rmd";
        HidesPercents = extension != ".ipynb";
        foreach (var name in ClosedTags().EnumerateMatches(text))
        {
            _components.Add(text.AsSpan(name.Index, name.Length).Trim("</>").ToString());
        }

        foreach (Match tag in SelfClosedTags().Matches(text))
        {
            _components.Add(tag.Groups["name"].Value);
        }
    }

    /// <summary>Whether braces are expressions and tags are components.</summary>
    internal bool IsMdx { get; }

    /// <summary>Whether <c>@name</c> is a citation.</summary>
    internal bool IsScientific { get; }

    /// <summary>Whether what stands between double percent signs is hidden; in notebooks they begin commands.</summary>
    internal bool HidesPercents { get; }

    /// <summary>What stands further on in the text.</summary>
    internal TextAhead Ahead { get; } = new();

    /// <summary>Whether what begins at a place can end before another one: else a thousand that never do cost a look at each.</summary>
    internal bool Closes(string mark, string text, int at, int end) => Ahead.Next(mark, text, at) is { } close && close < end;

    /// <summary>Whether a tag that HTML does not know is a component: it is closed somewhere. Others are words in angle brackets.</summary>
    internal bool IsComponent(string name) => IsMdx || _components.Contains(name);

    /// <summary>Plans that something further on in the text of a block is read as something else.</summary>
    internal void Plan(string text, int at, int length, string instead)
    {
        if (!ReferenceEquals(text, _plannedIn))
        {
            _planned.Clear();
            _plannedIn = text;
        }

        _planned[at] = (length, instead);
    }

    /// <summary>What was planned at a place; <see langword="null"/> when nothing was.</summary>
    internal (int Length, string Instead)? PlannedAt(string text, int at) =>
        ReferenceEquals(text, _plannedIn) && _planned.TryGetValue(at, out var plan) ? plan : null;

    /// <summary>What the parsers of a text were given.</summary>
    internal static Dialect Of(MarkdownParserContext? context) => (Dialect)context!.Properties[typeof(Dialect)];

    /// <summary>Gives it to the parsers.</summary>
    internal MarkdownParserContext ToContext()
    {
        var context = new MarkdownParserContext();
        context.Properties[typeof(Dialect)] = this;
        return context;
    }

    [GeneratedRegex(@"</([A-Z][\w.]*|[a-z]\w*-[\w-]+)>")]
    private static partial Regex ClosedTags();

    [GeneratedRegex(@"<(?<name>[A-Z][\w.]*|[a-z]\w*-[\w-]+)(\s[^<>]*)?/>", RegexOptions.ExplicitCapture)]
    private static partial Regex SelfClosedTags();
}
