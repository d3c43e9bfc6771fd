
namespace NotesBot.Notes.Links;

/// <summary>
/// The address of a place on the notes' host. Safe to use from many threads; made at answering time, since each commit changes it. In a
/// folder, git is looked for at the first question, and again what it says when its HEAD has moved.
/// </summary>
/// <param name="options">Where the notes are, further hosts, and the template for notes without a host.</param>
/// <param name="version">What answers stand on, for notes that are followed in a repository.</param>
public sealed class NoteLinks(NotesOptions options, Func<NotesVersion?> version) : IDisposable
{
    private readonly GitAddress? _address = GitAddress.Of(options);
    private readonly GitCheckouts _checkouts = new(options.Path, options.Hosts);

    /// <summary>Links of a folder.</summary>
    public NoteLinks(NotesOptions options) : this(options, static () => null)
    {
    }

    private GitHost? Host => _address is null ? null : RemoteAddress.Parse(_address.Url, options.Hosts);

    /// <summary>
    /// Where a person can read the place: an absolute http or https address; <see langword="null"/> when the notes have none (show the
    /// relative path then).
    /// </summary>
    public string? UrlOf(PassagePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return (_address is null ? _checkouts.UrlOf(place) : AtCommit(place))
            ?? (options.UrlTemplate is { Length: > 0 } template ? UrlTemplate.Fill(template, place) : null);
    }

    /// <summary>Looks for git before the first question does, which else waits for it.</summary>
    public void Prepare()
    {
        if (_address is null)
        {
            _checkouts.Prepare();
        }
    }

    /// <summary>Where a person can see what a commit changed; <see langword="null"/> when the notes are on no known host.</summary>
    public string? UrlOf(NotesVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Host?.UrlOf(version.Commit);
    }

    /// <summary>Whose fragments the headings of these notes have: as <see cref="NotesOptions.SlugStyle"/> says, never <see
    /// cref="SlugStyle.Auto"/>.</summary>
    public static SlugStyle StyleOf(NotesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.SlugStyle != SlugStyle.Auto)
        {
            return options.SlugStyle;
        }

        var style = GitAddress.Of(options) is { } address ? RemoteAddress.StyleOf(address.Url, options.Hosts) : StyleAround(options);
        return style != SlugStyle.None ? style : SlugStyle.GitHub;
    }

    /// <summary>Lets go of the checkouts. Links asked for afterwards fail.</summary>
    public void Dispose() => _checkouts.Dispose();

    private static SlugStyle StyleAround(NotesOptions options)
    {
        using var checkout = GitCheckout.Around(options.Path, options.Hosts);
        return checkout?.Style ?? SlugStyle.None;
    }

    private string? AtCommit(PassagePlace place)
    {
        var path = options.Folder is { } folder ? $"{folder}/{place.Path}" : place.Path;
        return version() is { } now ? Host?.UrlOf(place, path, new GitReference(now.Commit, IsCommit: true)) : null;
    }
}
