using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;

namespace NotesBot.Fuzz.Targets;

/// <summary>The reader of one format, up to its passages and what goes between two processes.</summary>
internal sealed class ReaderTarget : FuzzTarget
{
    private readonly string _path;
    private readonly NotesFolder _folder;
    // Programs too, which nobody reads unless asked.
    private const string Kinds = "markdown,notebook,pdf,text,html,slides,word,openDocument,latex,org,rst,csv,canvas,code";

    private readonly IReadOnlyList<byte[]> _words;

    private ReaderTarget(string root, string path, IReadOnlyList<byte[]> samples, IReadOnlyList<byte[]> words)
        : base(Path.GetExtension(path)[1..], samples)
    {
        _path = Path.Combine(root, path);
        _words = words;
        _folder = new NotesFolder(new NotesOptions { Path = root, Kinds = Kinds }, NullLogger<NotesFolder>.Instance);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words => _words;

    /// <summary>Some damage costs the PDF library the square of a page's length: a PDF is read by a process of its own, which may take a minute.</summary>
    internal override TimeSpan MaxTime => Name == "pdf" ? TimeSpan.FromSeconds(20) : base.MaxTime;

    /// <summary>One a format.</summary>
    internal static IEnumerable<ReaderTarget> All(string root, string samples)
    {
        yield return Of("note.md", MarkdownSamples.Texts, MarkdownSamples.Words);
        yield return Of("note.ipynb", NotebookSamples.Texts, NotebookSamples.Words);
        yield return Of("note.html", HtmlSamples.Texts, HtmlSamples.Words);
        yield return Of("note.txt", MarkdownSamples.Texts, MarkdownSamples.Words);
        yield return Of("note.pdf", PdfSamples.Texts, PdfSamples.Words);
        yield return Of("note.org", TextFormatSamples.Org, TextFormatSamples.OrgWords);
        yield return Of("note.rst", TextFormatSamples.Rst, TextFormatSamples.RstWords);
        yield return Of("note.tex", TextFormatSamples.Latex, TextFormatSamples.LatexWords);
        yield return Of("note.csv", TextFormatSamples.Csv, TextFormatSamples.CsvWords);
        yield return Of("note.canvas", TextFormatSamples.Canvas, NotebookSamples.Words);
        yield return Of("note.py", TextFormatSamples.Programs, TextFormatSamples.ProgramWords);
        yield return Packed("note.docx", PackageSamples.Word);
        yield return Packed("note.pptx", PackageSamples.Slides);
        yield return Packed("note.odt", PackageSamples.OpenDocument);

        ReaderTarget Packed(string path, string sample) => new(root, path, [PackageTarget.Pack(Bytes(sample)[0])], Bytes("PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006"));

        ReaderTarget Of(string path, IEnumerable<string> own, IEnumerable<string> words)
        {
            var pattern = $"*{Path.GetExtension(path)}";
            var real = Directory.EnumerateFiles(samples, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
            return new ReaderTarget(root, path, [.. real, .. Bytes(own)], Bytes(words));
        }
    }

    /// <inheritdoc/>
    internal override void Take(byte[] input) => Check(Read(_folder, _path, input));

    /// <summary>Reads an input as a file of the notes.</summary>
    internal static FileReading Read(NotesFolder folder, string path, byte[] input)
    {
        File.WriteAllBytes(path, input);
        return folder.Read(new NoteFile(Path.GetFileName(path), input.Length, DateTimeOffset.UnixEpoch), CancellationToken.None);
    }

    /// <summary>What holds of every reading.</summary>
    internal static void Check(FileReading reading)
    {
        var reason = reading.Fault?.Reason ?? "";
        Hold(!reason.Contains("could not be understood", StringComparison.Ordinal), reason);
        foreach (var passage in reading.Passages)
        {
            Hold(passage.Text.Length is > 0 and <= Passage.MaxLength, $"a passage of {passage.Text.Length} letters");
            Hold(passage.Title.Length > 0, "a passage without a title");
            Hold(passage.Parts.All(part => part.Length > 0 && part.Start >= 0 && part.Start + part.Length <= passage.Text.Length), "a part outside");
        }

        var back = FileReading.Parse(reading.Serialize());
        Hold(back.Passages.Select(passage => passage.Id).SequenceEqual(reading.Passages.Select(passage => passage.Id)), "another reading");
    }
}
