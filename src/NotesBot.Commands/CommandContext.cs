using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands;

/// <summary>What the commands answer from.</summary>
/// <param name="Searcher">The index.</param>
/// <param name="UrlOf">The address of a place in the notes on the notes' host (http or https); <see langword="null"/> without one.</param>
/// <param name="Time">The clock by which ages are told.</param>
/// <param name="Version">Version of the program, as people see it.</param>
public sealed record CommandContext(IPassageSearcher Searcher, Func<PassagePlace, string?> UrlOf, TimeProvider Time, string Version)
{
    /// <summary>Where a commit of the notes can be seen (http or https); <see langword="null"/> for nowhere.</summary>
    public Func<NotesVersion, string?> CommitUrlOf { get; init; } = static _ => null;

    /// <summary>
    /// The bytes of a picture of the notes, at most <see cref="RasterPicture.MaxBytes"/>, by its path; <see langword="null"/> when they cannot
    /// be had.
    /// </summary>
    public Func<string, CancellationToken, Task<byte[]?>> ReadPictureAsync { get; init; } = static (_, _) => Task.FromResult<byte[]?>(null);
}
