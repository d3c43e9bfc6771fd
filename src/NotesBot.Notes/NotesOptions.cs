using System.Text.RegularExpressions;

namespace NotesBot.Notes;

/// <summary>Where the notes are and how they are read. Section <c>Notes</c> of the configuration.</summary>
public sealed class NotesOptions
{
    /// <summary>The notes folder; relative to the working directory. Default <c>notes</c>.</summary>
    public string Path { get; set; } = "notes";

    /// <summary>Larger files are not read, in bytes. Default 64 MiB.</summary>
    public long MaxFileBytes { get; set; } = 64L << 20;

    /// <summary>
    /// A regular expression over relative paths (<c>/</c> between the parts) and headings, with a group <c>course</c>, a group <c>week</c> or
    /// both, for notes that name them in a way of their own; <see langword="null"/> for the usual ways alone.
    /// </summary>
    public string? CoursePattern { get; set; }

    /// <summary>
    /// Where the notes can be read, for notes that are in no checkout with a known host: <c>{path}</c>, <c>{anchor}</c>, <c>{line}</c>,
    /// <c>{endLine}</c> and <c>{page}</c> are filled in, percent-encoded. <see langword="null"/> for the relative path.
    /// </summary>
    public string? UrlTemplate { get; set; }

    /// <summary>
    /// Kinds of self-hosted git hosts, by host name (<c>git.example.org</c> is <see cref="SlugStyle.Gitea"/>), for those whose name does not tell it.
    /// Default: none.
    /// </summary>
    public Dictionary<string, SlugStyle> Hosts { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the host makes fragments of headings. Default: as the host of the checkout's remote does.</summary>
    public SlugStyle SlugStyle { get; set; } = SlugStyle.Auto;

    /// <summary>What is set wrongly, a sentence each; none when all is well. Whether the folder exists is not looked at.</summary>
    public IReadOnlyList<string> Faults() => [.. OfPath(), .. OfPattern(), .. OfTemplate()];

    private IEnumerable<string> OfPath()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            yield return "Notes:Path is empty: name the folder of the notes.";
        }

        if (MaxFileBytes < 1)
        {
            yield return $"Notes:MaxFileBytes is {MaxFileBytes}: set a number of bytes from 1, or leave it out for 64 MiB.";
        }
    }

    private IEnumerable<string> OfPattern()
    {
        if (CoursePattern is { } pattern && FaultOf(pattern) is { } fault)
        {
            yield return $"Notes:CoursePattern is no regular expression with a group named course or week: {fault}";
        }
    }

    private static string? FaultOf(string pattern)
    {
        try
        {
            var groups = new Regex(pattern, RegexOptions.CultureInvariant).GetGroupNames();
            return groups.Contains("course") || groups.Contains("week") ? null : "it has neither group.";
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    private IEnumerable<string> OfTemplate()
    {
        if (UrlTemplate is { } template && !(Uri.TryCreate(template.Replace('{', '-').Replace('}', '-'), UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"))
        {
            yield return "Notes:UrlTemplate must begin with https:// or http://, as in https://example.org/notes/{path}#{anchor}.";
        }
    }
}

/// <summary>Whose way of making fragments of headings is meant.</summary>
public enum SlugStyle
{
    /// <summary>That of the host of the checkout's remote; GitHub's where there is none.</summary>
    Auto,

    /// <summary>GitHub's.</summary>
    GitHub,

    /// <summary>GitLab's.</summary>
    GitLab,

    /// <summary>Gitea's and Forgejo's.</summary>
    Gitea,

    /// <summary>Bitbucket's.</summary>
    Bitbucket,

    /// <summary>No fragments.</summary>
    None,
}
