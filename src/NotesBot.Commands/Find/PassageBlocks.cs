using NotesBot.Notes;

namespace NotesBot.Commands;

/// <summary>Makes the blocks that show passages.</summary>
internal sealed class PassageBlocks(CommandContext context)
{
    /// <summary>Longest body of the first hit, in UTF-16 units: what a phone shows without much scrolling.</summary>
    internal const int MaxBodyLength = 900;

    /// <summary>Longest body of a further hit, in UTF-16 units.</summary>
    internal const int MaxBriefLength = 240;

    private const int MaxPlaceLength = 200;
    private const int MaxTitleLength = 150;

    /// <summary>The best hit: what surrounds the answer.</summary>
    internal PassageBlock InFull(ListedHit hit, Texts texts)
    {
        var excerpt = Excerpt.Around(hit.Passage, hit.Start, MaxBodyLength);
        return Block(hit.Passage, excerpt, texts) with { Marks = excerpt.MarksOf(hit.Snippet), Rank = hit.Rank };
    }

    /// <summary>A further hit: the answer itself.</summary>
    internal PassageBlock InBrief(ListedHit hit, Texts texts)
    {
        var excerpt = hit.Snippet is { Text.Length: > 0 } snippet
            ? Excerpt.OfSnippet(hit.Passage, snippet, MaxBriefLength)
            : Excerpt.Around(hit.Passage, hit.Start, MaxBriefLength);
        return Block(hit.Passage, excerpt, texts) with { Marks = excerpt.MarksOf(hit.Snippet), Rank = hit.Rank, Brief = true };
    }

    /// <summary>Whether <see cref="InFull"/> leaves out nothing of a hit.</summary>
    internal static bool IsShownWhole(ListedHit hit) => hit.Passage.Text.Length <= MaxBodyLength;

    /// <summary>The whole passage.</summary>
    internal PassageBlock Whole(Passage passage, Texts texts) => Block(passage, new Excerpt(passage.Text, passage.Parts), texts);

    /// <summary>Its nearest heading, or the title of its note.</summary>
    internal static string TitleOf(Passage passage) =>
        Plain.Cut(Plain.OneLine(string.IsNullOrWhiteSpace(passage.Heading) ? passage.Title : passage.Heading), MaxTitleLength);

    /// <summary>Course and week, then the title of the note and the headings above its own.</summary>
    internal static string PlaceOf(Passage passage, Texts texts)
    {
        var above = passage.Trail.SkipLast(1).Prepend(passage.Title)
            .Select(Plain.OneLine)
            .Where(name => name.Length > 0 && name != TitleOf(passage))
            .Distinct();
        string?[] parts = [texts.Within(passage.Course, passage.Week), string.Join(" › ", above)];
        return Plain.Cut(string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))), MaxPlaceLength);
    }

    private PassageBlock Block(Passage passage, Excerpt excerpt, Texts texts) =>
        new(TitleOf(passage), PlaceOf(passage, texts), excerpt.Text)
        {
            Parts = excerpt.Parts,
            Url = context.UrlOf(passage),
            OpenLabel = texts.Open,
            Source = SourceOf(passage, texts),
        };

    private static string SourceOf(Passage passage, Texts texts)
    {
        var place = passage switch
        {
            { Page: { } page } => texts.Page(page),
            { Cell: { } cell } => texts.Cell(cell),
            { Line: { } line } => texts.Lines(line, passage.EndLine ?? line),
            _ => null,
        };
        return place is null ? passage.Path : $"{passage.Path}, {place}";
    }
}
