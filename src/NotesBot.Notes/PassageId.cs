using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NotesBot.Notes;

/// <summary>Names a passage: 40 bits, so that ten of them fit into one Discord <c>custom_id</c> (100 characters).</summary>
/// <remarks>Stable between runs and rebuilds: the same file, heading trail and ordinal under that trail give the same id.</remarks>
/// <param name="Value">0 to <see cref="MaxValue"/>.</param>
public readonly record struct PassageId(ulong Value)
{
    /// <summary>The largest id, 2^40 - 1.</summary>
    public const ulong MaxValue = (1UL << 40) - 1;

    /// <summary>The id of a place: a file, the headings above it, and which passage under them it is, from 0.</summary>
    public static PassageId Of(string path, IReadOnlyList<string> trail, int ordinal)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{path}\n{string.Join('\n', trail)}\n{ordinal}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new PassageId(BinaryPrimitives.ReadUInt64LittleEndian(hash) & MaxValue);
    }

    /// <summary>The id that <see cref="ToString"/> made this text of; <see langword="null"/> for every other text.</summary>
    public static PassageId? Parse(string? text) =>
        text is { Length: 10 } && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new PassageId(value)
            : null;

    /// <summary>Ten lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x10", CultureInfo.InvariantCulture);
}
