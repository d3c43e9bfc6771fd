using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;

namespace NotesBot.Fuzz.Targets;

/// <summary>Reads files of office programs whose parts are odd: their archive is whole, so that the reader comes to the parts.</summary>
internal sealed class PackageTarget(string root, string extension, string sample)
    : FuzzTarget($"{extension}-parts", Bytes(sample))
{
    private const int MaxParts = 50;
    private readonly string _path = Path.Combine(root, $"parts.{extension}");
    private readonly NotesFolder _folder = new(new NotesOptions { Path = root }, NullLogger<NotesFolder>.Instance);

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words => Bytes(PackageSamples.Words);

    /// <summary>One a format.</summary>
    internal static IEnumerable<PackageTarget> All(string root) =>
    [
        new PackageTarget(root, "docx", PackageSamples.Word),
        new PackageTarget(root, "pptx", PackageSamples.Slides),
        new PackageTarget(root, "odt", PackageSamples.OpenDocument),
    ];

    /// <inheritdoc/>
    internal override void Take(byte[] input) => ReaderTarget.Check(ReaderTarget.Read(_folder, _path, Pack(input)));

    /// <summary>An archive of the parts of an input.</summary>
    internal static byte[] Pack(byte[] input)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in Encoding.Latin1.GetString(input).Split(PackageSamples.Mark, MaxParts, StringSplitOptions.RemoveEmptyEntries))
            {
                var end = part.IndexOf('\n', StringComparison.Ordinal);
                using var stream = zip.CreateEntry(end <= 0 ? "part" : part[..end], CompressionLevel.Fastest).Open();
                stream.Write(Encoding.Latin1.GetBytes(part[(end + 1)..]));
            }
        }

        return file.ToArray();
    }
}
