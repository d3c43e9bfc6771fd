using System.Text;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NotesBot.Notes;

namespace NotesBot.Search.Store;

/// <summary>A passage but for its id as bytes and back, exactly.</summary>
internal static class PassageCodec
{
    internal static byte[] Write(Passage passage)
    {
        using var stream = new MemoryStream(passage.Text.Length + 256);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(passage.Path);
        writer.Write7BitEncodedInt(passage.Ordinal);
        writer.WriteTexts(passage.Trail);

        // The title of most notes is their first heading, and it is never empty.
        writer.Write(passage.Trail.Count > 0 && passage.Trail[0] == passage.Title ? "" : passage.Title);
        WritePlace(writer, passage.Place.At);
        writer.WriteNumber(passage.Course);
        writer.WriteNumber(passage.Week);
        writer.Write((byte)passage.Kind);
        writer.Write(passage.Text);
        WriteParts(writer, passage.Parts, passage.Text.Length);
        writer.WriteText(passage.Anchor);
        writer.WriteText(passage.Picture);
        writer.WriteTexts(passage.Keywords);
        return stream.ToArray();
    }

    internal static Passage Read(BytesRef bytes, PassageId id)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length), Encoding.UTF8);
        var path = reader.ReadString();
        var ordinal = reader.Read7BitEncodedInt();
        var trail = reader.ReadTexts();
        var title = reader.ReadString();
        var place = ReadPlace(reader);
        string text;
        return new Passage
        {
            Id = id,
            Path = path,
            Ordinal = ordinal,
            Trail = trail,
            Title = title.Length > 0 ? title : trail[0],
            Line = place.Line,
            EndLine = place.EndLine,
            Page = place.Page,
            Cell = place.Cell,
            Course = reader.ReadNumber(),
            Week = reader.ReadNumber(),
            Kind = (PassageKind)reader.ReadByte(),
            Text = text = reader.ReadString(),
            Parts = ReadParts(reader, text.Length),
            Anchor = reader.ReadText(),
            Picture = reader.ReadText(),
            Keywords = reader.ReadTexts(),
        };
    }

    /// <summary>The nearest heading of a passage, nothing else read: who completes headings asks for those of all passages.</summary>
    internal static string? ReadHeading(BytesRef bytes)
    {
        var input = new ByteArrayDataInput(bytes.Bytes, bytes.Offset, bytes.Length);
        input.SkipBytes(input.ReadVInt32());
        input.ReadVInt32();
        var headings = input.ReadVInt32();
        for (var before = 1; before < headings; before++)
        {
            input.SkipBytes(input.ReadVInt32());
        }

        if (headings == 0)
        {
            return null;
        }

        var length = input.ReadVInt32();
        return Encoding.UTF8.GetString(bytes.Bytes, input.Position, length);
    }

    private static void WritePlace(BinaryWriter writer, NotePlace place)
    {
        writer.WriteNumber(place.Line);
        writer.WriteNumber(place.EndLine - place.Line);
        writer.WriteNumber(place.Page);
        writer.WriteNumber(place.Cell);
    }

    private static NotePlace ReadPlace(BinaryReader reader)
    {
        var line = reader.ReadNumber();
        return new NotePlace(line, reader.ReadNumber() + line, reader.ReadNumber(), reader.ReadNumber());
    }

    /// <summary>Parts are in order: of each is written how far it begins behind the one before it, and its length, 0 for up to the end of the text.</summary>
    private static void WriteParts(BinaryWriter writer, IReadOnlyList<PassagePart> parts, int length)
    {
        writer.Write7BitEncodedInt(parts.Count);
        var end = 0;
        foreach (var part in parts)
        {
            writer.Write((byte)part.Kind);
            writer.Write7BitEncodedInt(part.Start - end);
            writer.Write7BitEncodedInt(part.Start + part.Length == length ? 0 : part.Length);
            writer.WriteText(part.Language);
            WritePlace(writer, part.Place);
            end = part.Start + part.Length;
        }
    }

    private static PassagePart[] ReadParts(BinaryReader reader, int length)
    {
        var parts = new PassagePart[reader.Read7BitEncodedInt()];
        var end = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var kind = (PassagePartKind)reader.ReadByte();
            var start = end + reader.Read7BitEncodedInt();
            end = reader.Read7BitEncodedInt() is > 0 and var of ? start + of : length;
            parts[i] = new PassagePart(kind, start, end - start, reader.ReadText()) { Place = ReadPlace(reader) };
        }

        return parts;
    }
}
