using NotesBot.Commands.Hits;
using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Whole;

/// <summary>Notes as a whole, out of the index: what is no note of the library is not there. Safe to use from many threads.</summary>
/// <param name="context">What they are read from.</param>
public sealed class WholeNotes(CommandContext context)
{
    /// <summary>Most passages of one page; a longer note has several.</summary>
    public const int MaxParts = 300;

    /// <summary>So many passages stand before the one that was asked for, where a note is longer than a page.</summary>
    private const int PartsBefore = 20;

    /// <summary>A note; <see langword="null"/> when there is none, or no index yet that can be read.</summary>
    /// <param name="path">Relative to the notes folder.</param>
    /// <param name="passage">A passage that the page has to hold, as <see cref="NotePart.Id"/> names it; <see langword="null"/> for the first.</param>
    /// <param name="locale">Language of the reader.</param>
    public NotePage? Find(string path, string? passage, string? locale)
    {
        try
        {
            return context.Searcher.Read(path, 0, int.MaxValue) is { Count: > 0 } all ? PageOf(all, passage, Texts.For(locale)) : null;
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private NotePage PageOf(IReadOnlyList<Passage> all, string? passage, Texts texts)
    {
        var path = all[0].Path;
        var first = all.Count <= MaxParts ? 0 : Math.Max(0, all.TakeWhile(one => one.Id.ToString() != passage).Count() % all.Count - PartsBefore);
        var shown = all.Skip(first).Take(MaxParts).ToList();
        return new NotePage(path, Plain.OneLine(all[0].Title), [.. shown.Select((one, i) => PartOf(one, TrailBefore(all, first + i), texts))])
        {
            Place = texts.Within(context.Searcher.Library.Syllabus, all[0].Course, all[0].Week),
            Url = context.UrlOf(new PassagePlace(path, [], null, default)),
            Before = first == 0 ? null : all[Math.Max(0, first - MaxParts + PartsBefore)].Id.ToString(),
            After = first + shown.Count == all.Count ? null : all[first + shown.Count].Id.ToString(),
        };
    }

    /// <summary>The picture that a passage shows; <see langword="null"/> when there is none of that kind any more.</summary>
    /// <param name="passage">As <see cref="NotePicture.Passage"/> names it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<RasterPicture?> ReadPictureAsync(string passage, CancellationToken cancellationToken)
    {
        return PathOfPicture(passage) is { } path && await context.ReadPictureAsync(path, cancellationToken) is { } bytes
            ? RasterPicture.Of(bytes)
            : null;
    }

    private string? PathOfPicture(string passage)
    {
        try
        {
            return PassageId.Parse(passage) is { } id ? context.Searcher.Get([id])[0]?.Picture : null;
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> TrailBefore(IReadOnlyList<Passage> all, int index) => index == 0 ? [] : all[index - 1].Trail;

    private static NotePart PartOf(Passage passage, IReadOnlyList<string> before, Texts texts) => new(
        passage.Id.ToString(),
        HeadingsOf(passage, before),
        passage.Text,
        [.. passage.Parts.Select(part => BodyStretch.Of(part, part.Start, part.Length))])
    {
        Anchor = passage.Anchor,
        Where = PassageBlocks.WhereOf(passage.Place.At, texts),
        Picture = PassageBlocks.PictureOf(passage),
    };

    /// <summary>The headings of its trail that the passage before it does not stand under; the first may be the title, which the page has.</summary>
    private static List<NoteHeading> HeadingsOf(Passage passage, IReadOnlyList<string> before)
    {
        var shared = passage.Trail.Zip(before).TakeWhile(pair => pair.First == pair.Second).Count();
        return [.. passage.Trail.Select((text, i) => new NoteHeading(i + 1, Plain.OneLine(text))).Skip(shared)
            .Where(heading => heading.Text.Length > 0 && !(heading.Level == 1 && heading.Text == Plain.OneLine(passage.Title)))];
    }
}
