using System.Globalization;
using NotesBot.Commands.Asking;
using NotesBot.Commands.Wording;
using NotesBot.Notes;

namespace NotesBot.Commands.Hits;

/// <summary>Makes the pages of an answer: the first hit in full, the others short, and the buttons that lead on.</summary>
internal sealed class HitPages(CommandContext context)
{
    /// <summary>Hits on one page: one in full and a few short ones are one screen of a phone.</summary>
    internal const int HitsPerPage = 3;

    private const int MaxLabelLength = 100;

    private readonly PassageBlocks _passages = new(context);

    /// <summary>One page of the hits; a page that does not exist is the nearest one that does.</summary>
    internal IReadOnlyList<ReplyBlock> Page(HitList list, int page, Audience audience)
    {
        var texts = audience.Texts;
        var pages = (list.Shown + HitsPerPage - 1) / HitsPerPage;
        page = Math.Clamp(page, 0, Math.Max(0, pages - 1));
        var shown = list.Hits.Take(list.Shown).Skip(page * HitsPerPage).Take(HitsPerPage).ToList();
        return
        [
            .. GoneNotice(list, texts),
            .. shown.Take(1).SelectMany(hit => First(list, hit, texts)),
            .. shown.Skip(1).Select(hit => Footed(_passages.InBrief(hit, texts), list, FirstOfNote(shown, hit), texts)),
            .. ChooseOne(list, shown, texts, context.Searcher.Library.Syllabus),
            .. page > 0 ? [new TextBlock(texts.PageOf(page + 1, pages), Subtle: true)] : Array.Empty<ReplyBlock>(),
            .. Row(PageButtons(list, page, pages, audience)),
        ];
    }

    /// <summary>All hits of the note that a hit is in.</summary>
    internal IReadOnlyList<ReplyBlock> Unfolded(HitList list, ListedHit lead, Audience audience)
    {
        var texts = audience.Texts;
        var hits = list.Hits.Where(hit => hit.Passage.Path == lead.Passage.Path).ToList();
        return
        [
            .. GoneNotice(list, texts),
            new HeadingBlock(Plain.OneLine(lead.Passage.Title)),
            new TextBlock(texts.AllHere(hits.Count), Subtle: true),
            .. hits.Select(hit => _passages.InBrief(hit, texts)),
            .. ChooseOne(list, hits, texts, context.Searcher.Library.Syllabus),
            .. Row([BackButton(list, texts), .. audience.OwnButtons(list.State(ActionKind.Share))]),
        ];
    }

    /// <summary>
    /// A passage to read from a place in it on, with ways to what stands before and after that and back to the hits it came from.
    /// </summary>
    internal IReadOnlyList<ReplyBlock> Reading(ListedHit read, HitList hits, Audience audience)
    {
        var (texts, passage) = (audience.Texts, read.Passage);
        var near = context.Searcher.Read(passage.Path, Math.Max(0, passage.Ordinal - 1), 3);
        var alone = new HitList([read with { Rank = 1 }]);
        return
        [
            .. GoneNotice(hits, texts),
            _passages.Rest(passage, read.Start, texts),
            .. Row(
            [
                .. read.Start > 0
                    ? [new ActionButton(texts.ReadBefore, ReadState(passage, 0, hits))]
                    : ReadButton(texts.ReadBefore, near, passage.Ordinal - 1, hits),
                .. ReadButton(texts.ReadOn, near, passage.Ordinal + 1, hits),
                .. UnfoldButton(hits, hits.Hits.FirstOrDefault(hit => hit.Passage.Path == passage.Path), texts),
                .. context.Searcher.SeeAlso(passage.Id, 1).Count > 0
                    ? [new ActionButton(texts.SeeAlso, ReadState(passage, 0, hits) with { Kind = ActionKind.SeeAlso })]
                    : Array.Empty<ReplyButton>(),
                .. hits.Hits.Count > 0 ? [BackButton(hits, texts)] : Array.Empty<ReplyButton>(),
                .. audience.OwnButtons(alone.State(ActionKind.Share)),
            ]),
        ];
    }

    /// <summary>What else there is on the subject of a passage, with the way back to it.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="hits">The hits that it came from.</param>
    /// <param name="audience">Who reads it.</param>
    internal IReadOnlyList<ReplyBlock> SeeAlso(Passage passage, HitList hits, Audience audience)
    {
        var texts = audience.Texts;
        var near = new HitList([.. context.Searcher.SeeAlso(passage.Id, HitsPerPage).Select((other, i) => new ListedHit(i + 1, other, 0))]);
        return
        [
            new HeadingBlock(texts.SeeAlsoOf(PassageBlocks.TitleOf(new ListedHit(0, passage, 0)))),
            .. near.Hits.Select(hit => _passages.InBrief(hit, texts)),
            .. ChooseOne(near, near.Hits, texts, context.Searcher.Library.Syllabus),
            .. Row([new ActionButton(texts.BackToPassage, ReadState(passage, 0, hits)), .. audience.OwnButtons(near.State(ActionKind.Share))]),
        ];
    }

    /// <summary>The button that opens the form to ask again, within what the question was narrowed to.</summary>
    internal static ActionButton AskAgainButton(string label, int? course, int? week) => new(
        label, new ActionState(ActionKind.AskAgain) { Course = HitList.InRange(course), Week = HitList.InRange(week) });

    /// <summary>The buttons as a row; no block when there are none.</summary>
    internal static IEnumerable<ReplyBlock> Row(IReadOnlyList<ReplyButton> buttons) =>
        buttons.Count == 0 ? [] : [new ButtonsBlock(buttons)];

    /// <summary>Says that passages of the list are gone; nothing when all are there.</summary>
    private static IEnumerable<ReplyBlock> GoneNotice(HitList list, Texts texts) =>
        list.Gone == 0 ? [] : [new TextBlock(texts.SomeGone(list.Gone), Subtle: true)];

    private IEnumerable<ReplyBlock> First(HitList list, ListedHit hit, Texts texts)
    {
        var (block, end) = _passages.InFull(hit, texts);
        return [block, .. Row([.. ReadOnButton(hit.Passage, end, list, texts), .. UnfoldButton(list, hit, texts)])];
    }

    /// <summary>The hit if it is the first of its note on a page: there stands how many more the note has.</summary>
    private static ListedHit? FirstOfNote(IEnumerable<ListedHit> shown, ListedHit hit) =>
        shown.First(other => other.Passage.Path == hit.Passage.Path).Rank == hit.Rank ? hit : null;

    private static PassageBlock Footed(PassageBlock block, HitList list, ListedHit? hit, Texts texts) =>
        hit is not null && list.FoldedOf(hit.Passage.Path) is { Count: > 0 } folded
            ? block with { Footnote = texts.MoreHere(folded.Count) }
            : block;

    private static IEnumerable<ReplyButton> UnfoldButton(HitList list, ListedHit? hit, Texts texts) =>
        hit is not null && list.FoldedOf(hit.Passage.Path) is { Count: > 0 } folded
            ? [new ActionButton(texts.MoreHere(folded.Count), list.State(ActionKind.Folded, hit.Rank - 1))]
            : [];

    private static IEnumerable<ReplyButton> ReadButton(string label, IReadOnlyList<Passage> near, int ordinal, HitList hits)
    {
        var target = near.FirstOrDefault(passage => passage.Ordinal == ordinal);
        return target is null ? [] : [new ActionButton(label, ReadState(target, 0, hits))];
    }

    /// <summary>Goes on where what is shown ends: in the passage itself, or with the next one.</summary>
    private IEnumerable<ReplyButton> ReadOnButton(Passage passage, int end, HitList list, Texts texts) => end < passage.Text.Length
        ? [new ActionButton(texts.ReadOn, ReadState(passage, passage.Text.Length - passage.Text[end..].TrimStart().Length, list))]
        : ReadButton(texts.ReadOn, context.Searcher.Read(passage.Path, passage.Ordinal + 1, 1), passage.Ordinal + 1, list);

    private static ActionState ReadState(Passage target, int start, HitList hits)
    {
        var state = hits.State(ActionKind.ReadOn);
        var origin = state.Passages.Take(HitList.MaxHits);
        return state with { Passages = [new PassageMark(target.Id, start), .. origin] };
    }

    private static ActionButton BackButton(HitList list, Texts texts) => new(texts.BackToHits, list.State(ActionKind.FindPage));

    internal static IEnumerable<ReplyBlock> ChooseOne(HitList list, IReadOnlyList<ListedHit> hits, Texts texts, Syllabus syllabus)
    {
        var choices = hits.OrderBy(hit => hit.Rank).Select(hit => ToChoice(hit, texts, syllabus)).ToList();
        return choices.Count < 2 && hits.All(PassageBlocks.IsShownWhole)
            ? []
            : [new SelectBlock(texts.ChoosePassage, list.State(ActionKind.ShowPassage), choices)];
    }

    private static SelectChoice ToChoice(ListedHit hit, Texts texts, Syllabus syllabus)
    {
        var rank = hit.Rank.ToString(CultureInfo.InvariantCulture);
        var place = PassageBlocks.PlaceOf(hit, texts, syllabus);
        return new SelectChoice(
            Plain.Cut($"{rank}. {PassageBlocks.TitleOf(hit)}", MaxLabelLength),
            rank,
            place.Length == 0 ? null : Plain.Cut(place, MaxLabelLength));
    }

    private static List<ReplyButton> PageButtons(HitList list, int page, int pages, Audience audience)
    {
        var texts = audience.Texts;
        var buttons = new List<ReplyButton>();
        if (page > 0)
        {
            buttons.Add(new ActionButton(texts.Previous, list.State(ActionKind.FindPage, page - 1)));
        }

        if (page < pages - 1)
        {
            buttons.Add(new ActionButton(texts.Next, list.State(ActionKind.FindPage, page + 1)));
        }

        return
        [
            .. buttons,
            AskAgainButton(texts.AskAgain, list.Course, list.Week),
            .. audience.OwnButtons(list.State(ActionKind.Share, page)),
        ];
    }
}
