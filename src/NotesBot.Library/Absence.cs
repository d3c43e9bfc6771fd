using System.Globalization;
using NotesBot.Notes;

namespace NotesBot.Library;

/// <summary>
/// What is absent without being deleted: a disk that is not mounted leaves an empty folder, a lost right a folder that cannot be looked into.
/// Their last good passages stay until a look sees the folder again. What a commit lacks is deleted.
/// </summary>
/// <param name="options">Where the notes are.</param>
/// <param name="listing">What a look saw.</param>
/// <param name="isCommit">Whether it looked at a commit.</param>
internal sealed class Absence(NotesOptions options, FolderListing listing, bool isCommit)
{
    /// <summary>The path that faults of the whole folder have.</summary>
    internal const string Everything = ".";

    private readonly List<string> _unseen = [.. listing.Faults.Select(fault => fault.Path + "/")];

    /// <summary>Why all notes count as absent, a sentence; <see langword="null"/> when they do not.</summary>
    /// <param name="known">How many files are indexed.</param>
    internal string? OfAll(int known)
    {
        if (listing.Faults.FirstOrDefault(fault => fault.Path == Everything) is { } fault)
        {
            return $"The notes in {options.Path} cannot be looked through: {fault.Reason}";
        }

        var isEmpty = listing is { Files.Count: 0, Skipped.Count: 0, Faults.Count: 0 };
        return isEmpty && !isCommit && known > 0
            ? $"The notes folder {options.Path} is empty, where {known.ToString(CultureInfo.InvariantCulture)} files were: is its disk mounted? "
                + "The last good notes answer. If they are really gone, say so with NotesBot index --rebuild."
            : null;
    }

    /// <summary>Whether an indexed file is hidden behind something that could not be looked into.</summary>
    internal bool Hides(string path) => _unseen.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal));
}
