namespace NotesBot.Notes.Splitting;

/// <summary>Cuts a document into passages: pieces that a person would quote.</summary>
internal static class PassageSplitter
{
    /// <summary>The passages of a document in reading order.</summary>
    /// <param name="document">What a reader made.</param>
    /// <param name="pictureOf">The picture, relative to the notes folder, that a target in a note means; <see langword="null"/> when it is missing.</param>
    internal static IReadOnlyList<Passage> Split(NoteDocument document, Func<string, string, string?> pictureOf)
    {
        var headings = document.Blocks.OfType<HeadingNote>().Select(heading => Contents.Fold(heading.Text)).Where(text => text.Length > 0).ToHashSet();
        var chunks = Sections.Of(document).SelectMany(section => ChunksOf(section, Contents.Is(section, headings))).ToList();
        var builder = new PassageBuilder(document, pictureOf);
        return [.. Joiner.Join(chunks).SelectMany(Fit).Select(builder.Build).OfType<Passage>()];
    }

    /// <summary>A chunk to which headings without a text were joined may have become too long for one passage.</summary>
    private static IEnumerable<Chunk> Fit(Chunk chunk) =>
        Cutter.Cut(chunk.Pieces).Select((pieces, index) => chunk with { Pieces = pieces, Heading = index == 0 ? chunk.Heading : null });

    private static IEnumerable<Chunk> ChunksOf(Section section, bool isContents)
    {
        if (section.Blocks.Count == 0 && section.Heading is null or { Text.Length: 0 })
        {
            return [];
        }

        return Cutter.Cut(Pieces.Of(section.Blocks)).Select((pieces, index) => new Chunk(section.Above, pieces, section.Place)
        {
            Heading = index == 0 ? section.Heading : null,
            Anchor = section.Heading?.Anchor ?? section.Above.LastOrDefault(heading => heading.Anchor is not null)?.Anchor,
            IsContents = isContents,
            IsAboveTitle = section.IsAboveTitle,
        });
    }
}
