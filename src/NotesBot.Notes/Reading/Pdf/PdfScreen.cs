namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Looks at the bytes of a file for what would end the whole program inside the parser, where nothing can catch it.</summary>
internal static class PdfScreen
{
    private const int MaxDigits = 5;

    /// <summary>Refuses such a file.</summary>
    /// <exception cref="UnreadableNoteException">It has fields of an absurd width: the parser would take them from the stack.</exception>
    internal static void Check(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf("/W"u8) is >= 0 and var at)
        {
            bytes = bytes[(at + 2)..];
            if (HasAbsurdWidth(bytes.TrimStart(" \t\r\n\f\0"u8)))
            {
                throw new UnreadableNoteException("It is a broken PDF: its table of objects has fields of an absurd width.");
            }
        }
    }

    private static bool HasAbsurdWidth(ReadOnlySpan<byte> array)
    {
        if (array is not [(byte)'[', ..])
        {
            return false;
        }

        var digits = 0;
        foreach (var letter in array[1..])
        {
            digits = letter is >= (byte)'0' and <= (byte)'9' ? digits + 1 : 0;
            if (digits > MaxDigits || letter is (byte)']' or (byte)'[')
            {
                break;
            }
        }

        return digits > MaxDigits;
    }
}
