using System.Text;
using NotesBot.Notes;

namespace NotesBot.Search.Storage;

/// <summary>A passage as bytes and back, exactly.</summary>
internal static class PassageCodec
{
    internal static byte[] Write(Passage passage)
    {
        using var stream = new MemoryStream(passage.Text.Length + 256);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(passage.Id.Value);
        writer.Write(passage.Path);
        writer.Write7BitEncodedInt(passage.Ordinal);
        WriteTexts(writer, passage.Trail);
        writer.Write(passage.Title);
        WriteNumbers(writer, passage);
        writer.Write((byte)passage.Kind);
        writer.Write(passage.Text);
        WriteParts(writer, passage.Parts);
        WriteText(writer, passage.Anchor);
        WriteText(writer, passage.Picture);
        WriteTexts(writer, passage.Keywords);
        return stream.ToArray();
    }

    internal static Passage Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length), Encoding.UTF8);
        return new Passage
        {
            Id = new PassageId(reader.ReadUInt64()),
            Path = reader.ReadString(),
            Ordinal = reader.Read7BitEncodedInt(),
            Trail = ReadTexts(reader),
            Title = reader.ReadString(),
            Line = ReadNumber(reader),
            EndLine = ReadNumber(reader),
            Page = ReadNumber(reader),
            Cell = ReadNumber(reader),
            Course = ReadNumber(reader),
            Week = ReadNumber(reader),
            Kind = (PassageKind)reader.ReadByte(),
            Text = reader.ReadString(),
            Parts = ReadParts(reader),
            Anchor = ReadText(reader),
            Picture = ReadText(reader),
            Keywords = ReadTexts(reader),
        };
    }

    private static void WriteNumbers(BinaryWriter writer, Passage passage)
    {
        foreach (var number in new[] { passage.Line, passage.EndLine, passage.Page, passage.Cell, passage.Course, passage.Week })
        {
            writer.Write7BitEncodedInt64(number is { } value ? value + 1L : 0);
        }
    }

    private static int? ReadNumber(BinaryReader reader) =>
        reader.Read7BitEncodedInt64() is var number && number == 0 ? null : (int)(number - 1);

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteTexts(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    private static string[] ReadTexts(BinaryReader reader)
    {
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.ReadString();
        }

        return texts;
    }

    private static void WriteParts(BinaryWriter writer, IReadOnlyList<PassagePart> parts)
    {
        writer.Write7BitEncodedInt(parts.Count);
        foreach (var part in parts)
        {
            writer.Write((byte)part.Kind);
            writer.Write7BitEncodedInt(part.Start);
            writer.Write7BitEncodedInt(part.Length);
            WriteText(writer, part.Language);
        }
    }

    private static PassagePart[] ReadParts(BinaryReader reader)
    {
        var parts = new PassagePart[reader.Read7BitEncodedInt()];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new PassagePart(
                (PassagePartKind)reader.ReadByte(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), ReadText(reader));
        }

        return parts;
    }
}
