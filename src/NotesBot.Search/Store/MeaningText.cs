using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NotesBot.Notes;

namespace NotesBot.Search.Store;

/// <summary>The text of a passage that its vector is made of: what stands under its headings, and not the headings, which say too little.</summary>
internal static class MeaningText
{
    /// <summary>The text; <see langword="null"/> for a list of contents, which is near to everything and answers nothing.</summary>
    internal static string? Of(Passage passage) => passage.Kind == PassageKind.Contents ? null : passage.Text;

    /// <summary>The first 64 bits of the hash of its text, never 0 but where there is no text.</summary>
    internal static long KeyOf(Passage passage) => Of(passage) is { } text
        ? BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) | 1
        : 0;
}
