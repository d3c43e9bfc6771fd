using System.Text.RegularExpressions;
using NotesBot.Commands.Wording;
using NotesBot.Notes;

namespace NotesBot.Commands.Hits;

/// <summary>Makes the blocks that show passages.</summary>
internal sealed partial class PassageBlocks(CommandContext context)
{
    /// <summary>Longest body of a further hit, in UTF-16 units.</summary>
    internal const int MaxBriefLength = 100;

    private const int MaxPlaceLength = 200;
    private const int MaxBriefPlaceLength = 40;
    private const int MaxTitleLength = 150;
    private const int MaxDescriptionLength = 1_000;

    /// <summary>The first hit: with two others below it, it fits a phone without much scrolling.</summary>
    private static readonly Room Full = new(900, 18);

    /// <summary>A further hit.</summary>
    private static readonly Room Brief = new(MaxBriefLength, 3);

    /// <summary>The best hit: what surrounds the answer, and where in the passage that ends.</summary>
    internal (PassageBlock Block, int End) InFull(ListedHit hit, Texts texts)
    {
        var excerpt = Excerpt.Around(hit.Passage, hit.Start, Full);
        return (Block(hit, excerpt, texts), excerpt.End);
    }

    /// <summary>A further hit: the answer itself.</summary>
    internal PassageBlock InBrief(ListedHit hit, Texts texts) =>
        Block(hit, Excerpt.From(hit.Passage, hit.Start, Brief), texts) with { Place = BriefPlaceOf(hit, texts), Brief = true };

    /// <summary>Whether <see cref="InFull"/> leaves out nothing of a hit.</summary>
    internal static bool IsShownWhole(ListedHit hit) => Full.Holds(hit.Passage.Text);

    /// <summary>All of a passage from a place in it on.</summary>
    internal PassageBlock Rest(Passage passage, int start, Texts texts) =>
        Block(new ListedHit(0, passage, start), Excerpt.Rest(passage, start), texts) with { Rank = null, Picture = PictureOf(passage) };

    /// <summary>The heading that the answer stands under; without any, the title of the note or its file.</summary>
    internal static string TitleOf(ListedHit hit)
    {
        string?[] names = [hit.Passage.Heading, hit.Passage.Title];
        return Unnumbered(OneName(names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? hit.Passage.Path));
    }

    /// <summary>Course and week, then the title of the note and the headings above its own.</summary>
    internal static string PlaceOf(ListedHit hit, Texts texts, Syllabus syllabus)
    {
        var passage = hit.Passage;
        string?[] parts = [texts.Within(syllabus, passage.Course, passage.Week), string.Join(" › ", Above(hit))];
        return Plain.Cut(string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))), MaxPlaceLength);
    }

    /// <summary>A line or two beside a button: course and week, or else the note and its headings.</summary>
    private string BriefPlaceOf(ListedHit hit, Texts texts) =>
        texts.Within(context.Searcher.Library.Syllabus, hit.Passage.Course, hit.Passage.Week) ?? Plain.Cut(string.Join(" › ", Above(hit)), MaxBriefPlaceLength);

    /// <summary>The title of the note and the headings above that of the hit.</summary>
    private static IEnumerable<string> Above(ListedHit hit) => hit.Passage.Trail.Prepend(hit.Passage.Title).Select(OneName)
        .Where(name => name.Length > 0 && Unnumbered(name) != TitleOf(hit)).Distinct();

    /// <summary>A heading without its number: in a list of hits it would stand beside another one.</summary>
    internal static string Unnumbered(string heading) => Number().Replace(heading, "", 1);

    [GeneratedRegex(@"^\d{1,2}(?:(?:\.\d{1,2})*[.)]|(?:\.\d{1,2})+)\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private static string OneName(string name) => Plain.Cut(Plain.OneLine(name), MaxTitleLength);

    private PassageBlock Block(ListedHit hit, Excerpt excerpt, Texts texts)
    {
        var place = hit.Passage.PlaceOf(excerpt.Start, excerpt.End);
        return new PassageBlock(TitleOf(hit), PlaceOf(hit, texts, context.Searcher.Library.Syllabus), excerpt.Text)
        {
            Rank = hit.Rank,
            Stretches = excerpt.Stretches,
            Marks = excerpt.MarksOf(hit.Marks),
            Url = context.UrlOf(place),
            OpenLabel = texts.Open,
            Source = SourceOf(place, texts),
            In = new NoteStretch(hit.Passage.Path, hit.Passage.Id.ToString(), excerpt.Start, excerpt.End),
        };
    }

    /// <summary>The picture of a passage, described by its alternative text; <see langword="null"/> without one.</summary>
    internal static NotePicture? PictureOf(Passage passage)
    {
        var text = passage.Parts.FirstOrDefault(part => part.Kind == PassagePartKind.Picture);
        var description = text is null ? "" : Plain.Cut(Plain.OneLine(passage.Text.Substring(text.Start, text.Length)), MaxDescriptionLength);
        return passage.Picture is { } path ? new NotePicture(passage.Id.ToString(), path, description) : null;
    }

    private static string SourceOf(PassagePlace place, Texts texts) =>
        WhereOf(place.At, texts) is { } where ? $"{place.Path}, {where}" : place.Path;

    /// <summary>Page, cell or lines; <see langword="null"/> where none is known.</summary>
    internal static string? WhereOf(NotePlace at, Texts texts) => at switch
    {
        { Page: { } page } => texts.Page(page),
        { Cell: { } cell } => texts.Cell(cell),
        { Line: { } line } => texts.Lines(line, at.EndLine ?? line),
        _ => null,
    };
}
