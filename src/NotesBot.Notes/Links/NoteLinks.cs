namespace NotesBot.Notes.Links;

/// <summary>
/// The address of a passage on the notes' host. Safe to use from many threads; made at answering time, since each commit changes it. Git is
/// looked
/// for at the first question, and again what it says when its HEAD has moved.
/// </summary>
/// <param name="options">Where the notes are, further hosts, and the template for notes without a host.</param>
public sealed class NoteLinks(NotesOptions options) : IDisposable
{
    private readonly Lazy<GitCheckout?> _checkout = new(() => GitCheckout.Around(options.Path, options.Hosts));

    /// <summary>
    /// Where a person can read the passage: an absolute http or https address; <see langword="null"/> when the notes have none (show the
    /// relative path then).
    /// </summary>
    public string? UrlOf(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return _checkout.Value?.UrlOf(passage)
            ?? (options.UrlTemplate is { Length: > 0 } template ? UrlTemplate.Fill(template, passage) : null);
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

        using var checkout = GitCheckout.Around(options.Path, options.Hosts);
        return checkout?.Style is { } style and not SlugStyle.None ? style : SlugStyle.GitHub;
    }

    /// <summary>Lets go of the checkout. Links asked for afterwards fail.</summary>
    public void Dispose()
    {
        if (_checkout.IsValueCreated)
        {
            _checkout.Value?.Dispose();
        }
    }
}
