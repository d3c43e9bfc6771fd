using NotesBot.Notes;

namespace NotesBot.Search.Tests;

/// <summary>Passages as a reader would make them.</summary>
internal static class Sample
{
    internal static readonly DateTimeOffset Time = new(2021, 6, 2, 12, 0, 0, TimeSpan.Zero);

    internal static Passage Passage(string path, int ordinal, string text, params string[] trail) => new()
    {
        Id = PassageId.Of(path, trail, ordinal),
        Path = path,
        Ordinal = ordinal,
        Trail = trail,
        Title = trail.Length > 0 ? trail[0] : path,
        Kind = PassageKind.Prose,
        Text = text,
        Parts = [new PassagePart(PassagePartKind.Prose, 0, text.Length)],
    };

    internal static IndexedFile File(string path) => new(path, 10, Time, "abc", "{}", null, null, null);

    internal static void Write(PassageIndexWriter writer, params Passage[] passages)
    {
        foreach (var file in passages.GroupBy(passage => passage.Path, StringComparer.Ordinal))
        {
            writer.Replace(File(file.Key), [.. file]);
        }

        writer.Commit(LibraryFacts.None);
    }
}
