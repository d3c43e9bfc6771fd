using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NotesBot.Meaning;

/// <summary>
/// Vectors on the disk: a head that names the model, then records of one size, each with the key of its text and a checksum. A record that is
/// damaged or cut off is passed over, and what it was of is made anew: nothing that happens to the file makes an answer wrong.
/// </summary>
internal sealed class VectorFile
{
    private const int Identity = 16, Birth = 8, Checksum = 4;
    private static readonly byte[] Magic = "NotesBotVectors1"u8.ToArray();
    private static readonly int Head = Magic.Length + Identity + Birth;

    private readonly string _path;
    private readonly byte[] _identity;
    private readonly int _size;
    private byte[] _birth = [];
    private long _position;

    /// <summary>Opens no file yet.</summary>
    /// <param name="path">Where it is, or will be.</param>
    /// <param name="identity">16 bytes that stand for the model: vectors of another are not read.</param>
    /// <param name="dimensions">Numbers in a vector.</param>
    internal VectorFile(string path, byte[] identity, int dimensions) =>
        (_path, _identity, _size) = (path, identity, sizeof(long) + sizeof(float) + dimensions + Checksum);

    /// <summary>Whether there is a file, of whatever model.</summary>
    internal static bool IsThere(string path) => File.Exists(path);

    /// <summary>Reads what was added since the last call. False when the file was begun anew since: the table must be begun anew, too.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal bool ReadOn(VectorTable table)
    {
        if (!File.Exists(_path))
        {
            return true;
        }

        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[Head];
        if (stream.ReadAtLeast(head, Head, throwOnEndOfStream: false) < Head || !IsOurs(head))
        {
            return true;
        }

        var birth = head[^Birth..];
        if (_position > 0 && !birth.AsSpan().SequenceEqual(_birth))
        {
            return false;
        }

        (_birth, _position) = (birth, Math.Max(_position, Head));
        ReadRecords(stream, table);
        return true;
    }

    /// <summary>Adds vectors at the end, all of them or what a fall leaves of them.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    internal void Append(VectorTable table, IReadOnlyList<long> keys)
    {
        if (_position == 0)
        {
            Rewrite(table, keys);
            return;
        }

        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete);
        stream.SetLength(_position);
        stream.Position = _position;
        Write(stream, table, keys);
        _position = stream.Position;
    }

    /// <summary>Writes a new file in the place of the old one.</summary>
    /// <exception cref="IOException">The disk does not take it; the old one stays.</exception>
    internal void Rewrite(VectorTable table, IReadOnlyList<long> keys)
    {
        var aside = _path + ".new";
        var birth = RandomNumberGenerator.GetBytes(Birth);
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write([.. Magic, .. _identity, .. birth]);
            Write(stream, table, keys);
            stream.Flush(flushToDisk: true);
            _position = stream.Position;
        }

        _birth = birth;
        File.Move(aside, _path, overwrite: true);
    }

    private bool IsOurs(ReadOnlySpan<byte> head) =>
        head.StartsWith(Magic) && head.Slice(Magic.Length, Identity).SequenceEqual(_identity);

    private void ReadRecords(FileStream stream, VectorTable table)
    {
        stream.Position = _position;
        var record = new byte[_size];
        while (stream.ReadAtLeast(record, _size, throwOnEndOfStream: false) == _size)
        {
            _position += _size;
            if (record.AsSpan(_size - Checksum).SequenceEqual(ChecksumOf(record)))
            {
                table.Add(
                    BinaryPrimitives.ReadInt64LittleEndian(record),
                    MemoryMarshal.Cast<byte, sbyte>(record.AsSpan(sizeof(long) + sizeof(float), table.Dimensions)),
                    BinaryPrimitives.ReadSingleLittleEndian(record.AsSpan(sizeof(long))));
            }
        }
    }

    private void Write(FileStream stream, VectorTable table, IReadOnlyList<long> keys)
    {
        var record = new byte[_size];
        foreach (var key in keys)
        {
            var (numbers, factor) = table.Of(key);
            BinaryPrimitives.WriteInt64LittleEndian(record, key);
            BinaryPrimitives.WriteSingleLittleEndian(record.AsSpan(sizeof(long)), factor);
            MemoryMarshal.Cast<sbyte, byte>(numbers).CopyTo(record.AsSpan(sizeof(long) + sizeof(float)));
            ChecksumOf(record).CopyTo(record.AsSpan(_size - Checksum));
            stream.Write(record);
        }
    }

    private static byte[] ChecksumOf(ReadOnlySpan<byte> record) => SHA256.HashData(record[..^Checksum])[..Checksum];
}
