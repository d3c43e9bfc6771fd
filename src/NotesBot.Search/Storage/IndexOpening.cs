using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace NotesBot.Search.Storage;

/// <summary>Opens the Lucene index of a folder, or says why it must be begun anew.</summary>
internal static class IndexOpening
{
    internal const string FolderName = "passages";
    private const string OldFolderName = "passages.old";

    internal static string FolderOf(string directory) => Path.Combine(directory, FolderName);

    internal static IndexWriter OpenWriter(string directory)
    {
        Directory.CreateDirectory(FolderOf(directory));
        return new IndexWriter(new SimpleFSDirectory(FolderOf(directory)), new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            RAMBufferSizeMB = 64,
        });
    }

    /// <summary>Why the index cannot be gone on with; <see langword="null"/> when it can, or when there is none.</summary>
    internal static string? ReasonToRestart(string directory, string source, bool check)
    {
        if (!Directory.Exists(FolderOf(directory)) || !Directory.EnumerateFileSystemEntries(FolderOf(directory)).Any())
        {
            return null;
        }

        try
        {
            using var lucene = new SimpleFSDirectory(FolderOf(directory));
            return ReasonToRestart(lucene, source) ?? (check && !IsSound(lucene) ? "The index was damaged." : null);
        }
        catch (Exception exception)
        {
            // Lucene throws nearly anything at a damaged index, NullReferenceException included.
            return $"The index was damaged ({exception.Message}).";
        }
    }

    /// <summary>Moves the index aside, in place of the one that was set aside before.</summary>
    internal static void SetAside(string directory)
    {
        var old = Path.Combine(directory, OldFolderName);
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }

        Directory.Move(FolderOf(directory), old);
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

    private static string? ReasonToRestart(SimpleFSDirectory lucene, string source)
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

        return data.TryGetValue(IndexFields.CountKey, out var count) && count == Count(reader) ? null : "The index was damaged: documents are missing.";
    }

    internal static string Count(DirectoryReader reader) => reader.NumDocs.ToString(CultureInfo.InvariantCulture);

    private static bool IsSound(SimpleFSDirectory lucene) => new CheckIndex(lucene).DoCheckIndex().Clean;
}
