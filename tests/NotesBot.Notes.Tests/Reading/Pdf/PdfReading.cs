using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes.Tests.Folder;

namespace NotesBot.Notes.Tests.Reading.Pdf;

/// <summary>Reads a PDF as the program does: out of a notes folder.</summary>
internal static class PdfReading
{
    internal static FileReading Read(byte[] bytes) => ReadUntil(bytes, TestContext.Current.CancellationToken);

    internal static FileReading ReadUntil(byte[] bytes, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Full("paper.pdf"), bytes);
        var notes = new NotesFolder(new NotesOptions { Path = folder.Path }, NullLogger<NotesFolder>.Instance);
        return notes.Read(new NoteFile("paper.pdf", bytes.Length, DateTimeOffset.UnixEpoch), cancellationToken);
    }

    internal static FileReading Read(this PdfPaper paper) => Read(paper.Build());

    /// <summary>All texts, one after another.</summary>
    internal static string Text(this FileReading reading) => string.Join("\n", reading.Passages.Select(passage => passage.Text));
}
