namespace NotesBot.Notes;

/// <summary>Where the notes are and how they are read. Section <c>Notes</c> of the configuration.</summary>
public sealed class NotesOptions
{
    /// <summary>
    /// The notes folder, relative to the working directory, or the address of a git repository (<c>https://</c>, <c>file://</c>, or the path
    /// of a bare one). Default <c>notes</c>.
    /// </summary>
    public string Path { get; set; } = "notes";

    /// <summary>Of a repository: the branch; <see langword="null"/> for the one that it names itself.</summary>
    public string? Branch { get; set; }

    /// <summary>Of a repository: the folder in it that holds the notes, with <c>/</c> between its parts; <see langword="null"/> for all of it.</summary>
    public string? Folder { get; set; }

    /// <summary>Of a private repository: what lets the bot read it. Only from a file or the environment; <see langword="null"/> for none.</summary>
    public string? Token { get; set; }

    /// <summary>Of a repository: how often it is asked for news, in seconds, 10 to 86,400. Default 300.</summary>
    public int FetchSeconds { get; set; } = 300;

    /// <summary>Of a repository: what its host may send at once, in bytes; a fetch that brings more is cut. Default 1 GiB.</summary>
    public long MaxRepositoryBytes { get; set; } = 1L << 30;

    /// <summary>
    /// Which kinds of files are read, with commas between them: <c>markdown</c>, <c>notebook</c>, <c>pdf</c>, <c>text</c>, <c>html</c>,
    /// <c>slides</c>, <c>word</c>, <c>openDocument</c>, <c>latex</c>, <c>org</c>, <c>rst</c>, <c>csv</c>, <c>canvas</c>, <c>code</c>.
    /// <see langword="null"/> for all of them but <c>code</c>.
    /// </summary>
    public string? Kinds { get; set; }

    /// <summary>Larger files are not read, in bytes. Default 64 MiB.</summary>
    public long MaxFileBytes { get; set; } = 64L << 20;

    /// <summary>
    /// The encoding of files that are not in Unicode (<c>windows-1251</c>, <c>gbk</c>); <see langword="null"/> for what each file says or is
    /// like.
    /// </summary>
    public string? Encoding { get; set; }

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
