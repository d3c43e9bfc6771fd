namespace NotesBot.Notes.Splitting;

/// <summary>Tells slides from pages of running text: a slide is a place of its own, also where it repeats no title.</summary>
internal sealed class Slides
{
    /// <summary>Half of the slides of a talk have fewer letters than this; a page of text has more.</summary>
    private const int MaxLetters = 700;

    private const int FewestPages = 3;

    private readonly bool _areSlides;

    internal Slides(IReadOnlyList<NoteBlock> blocks)
    {
        int[] letters = [.. blocks.Where(block => block.Place.Page is not null).GroupBy(block => block.Place.Page)
            .Select(page => page.Sum(block => BlockText.Of(block).Sum(text => text.Length))).Order()];
        _areSlides = letters.Length >= FewestPages && letters[letters.Length / 2] < MaxLetters;
    }

    /// <summary>The section as it is, but in slides cut where a page ends: what goes on without a title is not named by the slide before.</summary>
    internal IEnumerable<Section> Pages(Section section)
    {
        if (!_areSlides || section.Blocks.Count == 0)
        {
            return [section];
        }

        var first = (section.Heading ?? section.Blocks[0]).Place.Page;
        if (section.Blocks.All(block => block.Place.Page == first))
        {
            return [section];
        }

        var own = section with { Blocks = [.. section.Blocks.TakeWhile(block => block.Place.Page == first)] };
        var later = section.Blocks.Skip(own.Blocks.Count).GroupBy(block => block.Place.Page)
            .Select(page => section with { Heading = null, Blocks = [.. page], Above = Parents(section) });
        return own.Heading is null && own.Blocks.Count == 0 ? later : later.Prepend(own);
    }

    private static IReadOnlyList<HeadingNote> Parents(Section section) =>
        section.Heading is { Text.Length: > 0 } ? [.. section.Above.SkipLast(1)] : section.Above;
}
