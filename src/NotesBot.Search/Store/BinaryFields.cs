namespace NotesBot.Search.Store;

/// <summary>Values that may be missing, and lists, in a stream of bytes.</summary>
internal static class BinaryFields
{
    internal static void WriteNumber(this BinaryWriter writer, int? number) => writer.Write7BitEncodedInt64(number is { } value ? value + 1L : 0);

    internal static int? ReadNumber(this BinaryReader reader) =>
        reader.Read7BitEncodedInt64() is var number && number == 0 ? null : (int)(number - 1);

    internal static void WriteText(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    internal static string? ReadText(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    internal static void WriteTexts(this BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    internal static string[] ReadTexts(this BinaryReader reader)
    {
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.ReadString();
        }

        return texts;
    }
}
