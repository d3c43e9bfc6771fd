using NotesBot.Notes;

namespace NotesBot.Search;

/// <summary>What the index knows about a file: enough to tell whether it must be read again.</summary>
/// <param name="Path">The file, relative to the notes folder, with <c>/</c> between its parts.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">When it was last written, UTC.</param>
/// <param name="Hash">Hash of its bytes; empty when they could not be read.</param>
/// <param name="Outline">What the syllabus is made from: <see cref="FileOutline.Serialize"/>.</param>
/// <param name="Fault">Why it was not read, or not whole; <see langword="null"/> when all is well.</param>
/// <param name="Course">Course that its passages were given; <see langword="null"/> for none.</param>
/// <param name="Week">Week that its passages were given; <see langword="null"/> for none.</param>
public sealed record IndexedFile(
    string Path, long Size, DateTimeOffset Modified, string Hash, string Outline, FileFault? Fault, int? Course, int? Week);

/// <summary>What is true of the whole library at a commit.</summary>
/// <param name="Syllabus">The courses and weeks.</param>
/// <param name="Refreshed">When the notes were last looked through, UTC.</param>
/// <param name="Faults">Files that could not be read.</param>
/// <param name="Skipped">Files that are no notes, by kind.</param>
public sealed record LibraryFacts(
    Syllabus Syllabus, DateTimeOffset Refreshed, IReadOnlyList<FileFault> Faults, IReadOnlyDictionary<string, int> Skipped)
{
    /// <summary>What state of the notes this is, where they are followed by commits; else <see langword="null"/>.</summary>
    public NotesVersion? Version { get; init; }

    /// <summary>The facts before the first commit.</summary>
    public static LibraryFacts None { get; } = new(Syllabus.None, DateTimeOffset.MinValue, [], new Dictionary<string, int>());
}
