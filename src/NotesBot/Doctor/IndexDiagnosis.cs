using System.Globalization;
using NotesBot.Commands;
using NotesBot.Hosting;
using NotesBot.Notes;
using NotesBot.Notes.Sources;
using NotesBot.Search;

namespace NotesBot.Doctor;

/// <summary>Whether the index can be written and read, is sound, and says what the notes say.</summary>
internal sealed class IndexDiagnosis(Settings settings, TimeProvider time)
{
    private string Place => settings.IndexPath;

    /// <summary>Looks at folder, index and the bot that uses it.</summary>
    /// <param name="listing">What lies in the notes folder; <see langword="null"/> where that is not known.</param>
    public IEnumerable<Finding> Examine(FolderListing? listing)
    {
        if (FaultOfFolder() is { } fault)
        {
            return [Finding.Fault("folder", fault)];
        }

        return [Finding.Fine("folder", $"The index folder {Place} can be written."), OfIndex(listing), .. OfModel(), OfBot()];
    }

    /// <summary>Why nothing can be written there; a folder that is not there yet is made by the bot.</summary>
    private string? FaultOfFolder()
    {
        if (File.Exists(Place))
        {
            return $"The index is to be kept in {Place}, and that is a file: name a folder with --index DIR or Index__Path.";
        }

        try
        {
            var nearest = Nearest(Path.GetFullPath(Place));
            using var trial = new FileStream(
                Path.Combine(nearest, $".notesbot-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"Nothing can be written to the index folder {Place}: give the bot's user the right to, or name another with Index__Path.";
        }
    }

    private static string Nearest(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        return folder;
    }

    private Finding OfIndex(FolderListing? listing)
    {
        var source = NotesSource.NameOf(settings.Notes);
        if (PassageSearcher.FindDamage(Place, source) is { } damage)
        {
            return Finding.Fault("index", $"{damage} Start the bot, or run NotesBot index: it is made anew.");
        }

        try
        {
            using var searcher = PassageSearcher.OpenForReading(Place, source);
            return Sound(searcher.Library, Stale(listing, searcher.Files()));
        }
        catch (IndexUnavailableException)
        {
            return Finding.Warning("index", "There is no index yet: start the bot, or run NotesBot index.");
        }
    }

    /// <summary>Whether the sentence model can be used, and how far its vectors are.</summary>
    private IEnumerable<Finding> OfModel()
    {
        if (settings.Search.Model is not { } model || CountOf(model) is not { } vectors)
        {
            return [];
        }

        return model.Fault is { } fault
            ? [Finding.Warning("model", $"Words alone answer: {fault}")]
            : vectors.Made < vectors.Of
            ? [Finding.Warning("model", string.Create(
                CultureInfo.InvariantCulture, $"Meaning helps with {vectors.Made} of {vectors.Of} passages: start the bot, or run NotesBot index."))]
            : [Finding.Fine("model", string.Create(CultureInfo.InvariantCulture, $"Meaning helps with {vectors.Of} passages."))];
    }

    private VectorProgress? CountOf(ISentenceModel model)
    {
        try
        {
            using var searcher = PassageSearcher.OpenForReading(Place, NotesSource.NameOf(settings.Notes));
            return model.Count(searcher);
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private static int Stale(FolderListing? listing, IReadOnlyList<IndexedFile> indexed)
    {
        var known = indexed.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var present = listing?.Files ?? [];
        var changed = present.Count(file => !known.TryGetValue(file.Path, out var before) || before.Size != file.Size);
        return listing is null ? 0 : changed + known.Keys.Except(present.Select(file => file.Path), StringComparer.Ordinal).Count();
    }

    private static Finding Sound(LibraryState library, int stale) =>
        library.Faults.FirstOrDefault(fault => fault.Path == ".") is { } absent
        ? Finding.Warning("index", $"The index is sound, and answers as it was: {absent.Reason}")
        : stale > 0
        ? Finding.Warning("index", string.Create(
            CultureInfo.InvariantCulture, $"The index is sound, and {stale} notes have changed since: start the bot, or run NotesBot index."))
        : Finding.Fine("index", string.Create(
            CultureInfo.InvariantCulture, $"The index is sound: {library.Passages} passages, looked through {library.Refreshed:u}."));

    /// <summary>A bot that does not run is no fault; one that runs and cannot answer is to be looked at.</summary>
    private Finding OfBot() => HealthFile.FaultOf(Place, time.GetUtcNow()) switch
    {
        null => Finding.Fine("bot", "A bot is running with this index and can answer."),
        var absent when !HealthFile.IsIn(Place) => Finding.Fine("bot", absent),
        var fault => Finding.Warning("bot", $"{fault} Its log says more; if it stays so, start it anew."),
    };
}
