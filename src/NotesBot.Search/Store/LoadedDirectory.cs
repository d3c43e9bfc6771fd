using Lucene.Net.Index;
using Lucene.Net.Store;

namespace NotesBot.Search.Store;

/// <summary>
/// The folder of an index whose words are held in memory and whose texts stay on disk: a question looks up hundreds of words and reads ten
/// texts. What is read once is read as Lucene does: what is merged, and the list of segments, which may be met half written.
/// </summary>
internal sealed class LoadedDirectory : SimpleFSDirectory
{
    /// <summary>Ends the name of the file of stored fields.</summary>
    private const string Texts = ".fdt";

    internal LoadedDirectory(string path)
        : base(path)
    {
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = new FileInfo(Path.Combine(Directory.FullName, name));
        return context.Context == IOContext.UsageContext.MERGE || file.Length > Array.MaxLength
            || name.EndsWith(Texts, StringComparison.Ordinal) || name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)
            ? base.OpenInput(name, context)
            : new LoadedInput(name, File.ReadAllBytes(file.FullName));
    }

    private sealed class LoadedInput(string name, byte[] bytes) : IndexInput(name)
    {
        private int _at;

        public override long Position => _at;

        public override long Length => bytes.Length;

        public override void Seek(long position) => _at = (int)position;

        public override byte ReadByte() => bytes[_at++];

        public override void ReadBytes(byte[] target, int offset, int length)
        {
            bytes.AsSpan(_at, length).CopyTo(target.AsSpan(offset, length));
            _at += length;
        }

        public override int ReadVInt32()
        {
            int next = bytes[_at++];
            var value = next & 0x7F;
            for (var shift = 7; next >= 0x80; shift += 7)
            {
                next = bytes[_at++];
                value |= (next & 0x7F) << shift;
            }

            return value;
        }

        protected override void Dispose(bool disposing)
        {
            // The bytes go with the last input that reads them.
        }
    }
}
