using System.Globalization;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace NotesBot.Search.Store;

/// <summary>Opens the Lucene index of a folder, or says why it must be begun anew.</summary>
internal static partial class IndexOpening
{
    internal const string FolderName = "passages";
    private const string OldFolderName = "passages.old";

    /// <summary>So many segments of a size are merged: fewer make questions faster and indexing slower.</summary>
    private const int Segments = 5;

    /// <summary>An index of so many documents is written anew in moments.</summary>
    private const int SoonRewritten = 20_000;

    /// <summary>Of a segment of a larger index, in hundredths: what may be deleted and is still counted.</summary>
    private const double MaxDeletedShare = 2;

    internal static string FolderOf(string directory) => Path.Combine(directory, FolderName);

    internal static IndexWriter OpenWriter(string directory, BackgroundMerges merges)
    {
        Directory.CreateDirectory(FolderOf(directory));
        var folder = new LoadedDirectory(FolderOf(directory));
        return new IndexWriter(folder, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            RAMBufferSizeMB = 64,
            MaxThreadStates = Math.Max(2, Environment.ProcessorCount),
            UseCompoundFile = false,
            MergePolicy = new TieredMergePolicy { NoCFSRatio = 0, SegmentsPerTier = Segments, MaxMergeAtOnce = Segments },
            MergeScheduler = merges,

            // Else a merge would put a right checksum on damaged bytes.
            CheckIntegrityAtMerge = true,
        });
    }

    /// <summary>
    /// Takes passages that were deleted out of their segments: Lucene counts them in its statistics until then, and an index that has lived
    /// would answer otherwise than one made anew. All of them while that costs little; in a larger one, those of segments of which many are gone.
    /// </summary>
    internal static void DropDeleted(IndexWriter writer)
    {
        if (writer.HasDeletions())
        {
            var policy = (TieredMergePolicy)writer.Config.MergePolicy;
            policy.ForceMergeDeletesPctAllowed = writer.MaxDoc <= SoonRewritten ? 0 : MaxDeletedShare;
            writer.ForceMergeDeletes(doWait: true);
        }
    }

    /// <summary>Why the index cannot be gone on with; <see langword="null"/> when it can, or when there is none. Reads all of it.</summary>
    internal static string? ReasonToRestart(string directory, string source)
    {
        if (IsMissing(directory))
        {
            return null;
        }

        try
        {
            using var lucene = new LoadedDirectory(FolderOf(directory));
            return ReasonToRestart(lucene, source);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("codec", StringComparison.OrdinalIgnoreCase))
        {
            return "The index was made by another version of NotesBot.";
        }
        catch (Exception exception)
        {
            // Lucene throws nearly anything at a damaged index, NullReferenceException included.
            return $"The index was damaged ({exception.Message}).";
        }
    }

    /// <summary>Holds every byte of a state against the checksums that were written with it.</summary>
    /// <exception cref="IOException">They differ. Where a file is cut off, it may be nearly any other exception.</exception>
    internal static void Verify(DirectoryReader reader)
    {
        foreach (var leaf in reader.Leaves)
        {
            leaf.AtomicReader.CheckIntegrity();
        }
    }

    internal static bool IsMissing(string directory) =>
        !Directory.Exists(FolderOf(directory)) || !Directory.EnumerateFileSystemEntries(FolderOf(directory)).Any();

    /// <summary>Takes the index away, if there is one. It is out of the way at once; what a crash leaves goes the next time.</summary>
    /// <exception cref="IOException">The folder holds something that no index is made of: it is left alone.</exception>
    internal static void Discard(string directory)
    {
        var folder = FolderOf(directory);
        if (!Directory.Exists(folder))
        {
            return;
        }

        var entries = Directory.EnumerateFileSystemEntries(folder);
        if (entries.FirstOrDefault(entry => !OfAnIndex().IsMatch(Path.GetFileName(entry))) is { } other)
        {
            throw new IOException($"{other} is no part of an index; name another folder for it.");
        }

        var old = Path.Combine(directory, OldFolderName);
        DeleteIfThere(old);
        Directory.Move(folder, old);
        DeleteIfThere(old);
    }

    /// <exception cref="IndexUnavailableException">Another version of NotesBot made it.</exception>
    internal static void RequireThisSchema(IDictionary<string, string> data)
    {
        if (!data.TryGetValue(IndexFields.SchemaKey, out var schema) || schema != IndexFields.Schema)
        {
            throw new IndexUnavailableException("The index was made by another version of NotesBot; run the index command once.");
        }
    }

    /// <exception cref="IndexUnavailableException">It is of other notes.</exception>
    internal static void RequireSource(IDictionary<string, string> data, string source)
    {
        if (!data.TryGetValue(IndexFields.SourceKey, out var madeFrom) || madeFrom != source)
        {
            throw new IndexUnavailableException("The index was made of other notes; run the index command once.");
        }
    }

    internal static string Count(DirectoryReader reader) => reader.NumDocs.ToString(CultureInfo.InvariantCulture);

    private static string? ReasonToRestart(LoadedDirectory lucene, string source)
    {
        if (!DirectoryReader.IndexExists(lucene))
        {
            return "The index was never finished.";
        }

        using var reader = DirectoryReader.Open(lucene);
        var data = reader.IndexCommit.UserData;
        if (!data.TryGetValue(IndexFields.SchemaKey, out var schema) || schema != IndexFields.Schema)
        {
            return "The index was made by another version of NotesBot.";
        }

        if (!data.TryGetValue(IndexFields.SourceKey, out var madeFrom) || madeFrom != source)
        {
            return "The index was made of other notes.";
        }

        Verify(reader);
        return data.TryGetValue(IndexFields.CountKey, out var count) && count == Count(reader) ? null : "The index was damaged: documents are missing.";
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Names of the files that Lucene writes.</summary>
    [GeneratedRegex(@"^(_[0-9a-z]+.*|segments.*|write\.lock)$")]
    private static partial Regex OfAnIndex();
}
