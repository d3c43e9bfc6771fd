namespace NotesBot.Discord.Simulator.Pages;

/// <summary>Where pages are written.</summary>
/// <param name="folder">The folder; it is made where it is missing.</param>
internal sealed class PageFolder(string folder)
{
    /// <summary>The name of the page to write next; <see langword="null"/> when none is wanted.</summary>
    public string? Next { get; set; }

    /// <summary>Writes the page that is wanted, once.</summary>
    public async Task WriteAsync(Func<string> page, CancellationToken cancellationToken)
    {
        if (Next is { } name)
        {
            Next = null;
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), page(), cancellationToken);
        }
    }
}
