using System.Globalization;
using NotesBot.Commands.Asking;
using NotesBot.Commands.Hits;
using NotesBot.Commands.Wording;
using NotesBot.Notes;

namespace NotesBot.Commands.Syllabi;

/// <summary>Makes the pages of the syllabus and the ways between them.</summary>
internal sealed class SyllabusPages(CommandContext context)
{
    private const int MaxLabelLength = 100;

    /// <summary>Lines of an overview with weeks; longer ones list the courses alone.</summary>
    private const int MaxOverviewLines = 40;

    private const int PassagesPerPage = 5;
    private const int MaxBrowsed = 400;

    /// <summary>The page of a select's state: a button to the same place has page 0, so that no two have one name.</summary>
    private const int SelectPage = 1;

    private readonly PassageBlocks _passages = new(context);
    private readonly HeadingList _headings = new(context);
    private readonly OutlineList _tree = new(context);

    /// <summary>All courses, with their weeks, or with one week of each.</summary>
    internal IReadOnlyList<ReplyBlock> Overview(SyllabusLookup lookup, int? onlyWeek, Audience audience)
    {
        var texts = audience.Texts;
        if (lookup.Courses.Count == 0)
        {
            return [new TextBlock(texts.NoSyllabus), .. _tree.Of(lookup.Outline, texts)];
        }

        var isLong = lookup.Courses.Sum(course => 1 + course.Weeks.Count) > MaxOverviewLines;
        return
        [
            new HeadingBlock(texts.Syllabus),
            new ListBlock([.. lookup.Courses.SelectMany(course => Lines(lookup, course, onlyWeek, isLong, texts))]),
            .. ChooseCourse(lookup, null, texts),
            .. HitPages.Row([.. audience.OwnButtons(new ActionState(ActionKind.Share))]),
        ];
    }

    /// <summary>One course and its weeks.</summary>
    internal IReadOnlyList<ReplyBlock> Course(SyllabusLookup lookup, Course course, Audience audience)
    {
        var texts = audience.Texts;
        var hasNotes = lookup.HasNotes(course);
        return
        [
            new HeadingBlock(texts.Name(course)),
            .. hasNotes ? [] : (IEnumerable<ReplyBlock>)[new TextBlock(texts.NoNotesOf(texts.ShortName(course)))],
            .. course.Weeks.Count == 0
                ? []
                : (IEnumerable<ReplyBlock>)[new ListBlock([.. course.Weeks.Select(week => Line(lookup, course, week, texts))])],
            .. ChooseWeek(course, null, texts),
            .. ChooseCourse(lookup, course, texts),
            .. HitPages.Row(
            [
                .. SayButton(course, null, hasNotes, texts),
                new ActionButton(texts.AllCourses, new ActionState(ActionKind.Syllabus)),
                .. OwnButtons(course, null, audience),
            ]),
        ];
    }

    /// <summary>One week: its headings with their links, or that there are no notes of it.</summary>
    internal IReadOnlyList<ReplyBlock> Week(SyllabusLookup lookup, Course course, Week week, Audience audience)
    {
        var texts = audience.Texts;
        var hasNotes = lookup.HasNotes(course, week);
        var content = hasNotes
            ? _headings.Of(course, week, texts)
            : [new TextBlock(texts.NoNotesOf($"{texts.ShortName(course)} · {texts.Part(week)}"))];
        return
        [
            new HeadingBlock(texts.Name(week)),
            new TextBlock(texts.Name(course), Subtle: true),
            .. content,
            .. ChooseWeek(course, week, texts),
            .. HitPages.Row(
            [
                .. SayButton(course, week, hasNotes, texts),
                .. PlaceButton(texts.ShortName(course), course, null),
                new ActionButton(texts.AllCourses, new ActionState(ActionKind.Syllabus)),
                .. OwnButtons(course, week, audience),
            ]),
        ];
    }

    /// <summary>
    /// What the notes of a course or week say, a page at a time; a page that does not exist is the nearest one that does.
    /// </summary>
    internal IReadOnlyList<ReplyBlock> Passages(Course course, Week? week, int page, Audience audience)
    {
        var texts = audience.Texts;
        var all = context.Searcher.Browse(course.Number, week?.Number, MaxBrowsed)
            .Where(passage => passage.Kind != PassageKind.Contents).ToList();
        if (all.Count == 0)
        {
            return [new TextBlock(texts.NoNotesOf(week is null ? texts.Name(course) : texts.Name(week)))];
        }

        var pages = Math.Min((all.Count + PassagesPerPage - 1) / PassagesPerPage, ActionState.MaxPage + 1);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = new HitList(
            [.. all.Skip(page * PassagesPerPage).Take(PassagesPerPage).Select((passage, i) => new ListedHit(i + 1, passage, 0))])
        {
            Course = course.Number,
            Week = week?.Number,
        };
        return
        [
            new HeadingBlock(week is null ? texts.Name(course) : texts.Name(week)),
            .. shown.Hits.Select(hit => _passages.InBrief(hit, texts) with { Place = Plain.OneLine(hit.Passage.Title) }),
            .. HitPages.ChooseOne(shown, shown.Hits, texts, context.Searcher.Library.Syllabus),
            .. page > 0 ? (IEnumerable<ReplyBlock>)[new TextBlock(texts.PageOf(page + 1, pages), Subtle: true)] : [],
            .. HitPages.Row(
            [
                .. Turn(course, week, page, pages, texts),
                .. BackTo(course, week, texts),
                .. audience.OwnButtons(shown.State(ActionKind.Share)),
            ]),
        ];
    }

    /// <summary>A row that leads to a course or week, and to what the notes say of it.</summary>
    internal static IEnumerable<ReplyBlock> WayTo(Course course, Week? week, bool hasNotes, Texts texts)
    {
        var label = NameOf(course, week, texts);
        return HitPages.Row([.. PlaceButton(label, course, week), .. SayButton(course, week, hasNotes, texts)]);
    }

    /// <summary>The courses to choose from; none when there is nothing to choose.</summary>
    internal static IEnumerable<ReplyBlock> ChooseCourse(SyllabusLookup lookup, Course? current, Texts texts)
    {
        var choices = lookup.Courses.Take(CommandDefinition.MaxChoices)
            .Select(course => ToChoice(texts.Name(course), course.Number, lookup.HasNotes(course) ? null : texts.ListedNoNotes) with
            {
                Selected = course.Number == current?.Number,
            }).ToList();
        return choices.Count < 2
            ? []
            : [new SelectBlock(texts.ChooseCourse, new ActionState(ActionKind.Syllabus) { Page = SelectPage }, choices)];
    }

    private IEnumerable<ReplyBlock> ChooseWeek(Course course, Week? current, Texts texts)
    {
        var lookup = new SyllabusLookup(context.Searcher.Library);
        var choices = course.Weeks.Take(CommandDefinition.MaxChoices)
            .Select(week => ToChoice(texts.Name(week), week.Number, lookup.HasNotes(course, week) ? null : texts.ListedNoNotes) with
            {
                Selected = week.Number == current?.Number,
            }).ToList();
        return choices.Count == 0 || State(ActionKind.Syllabus, course, null) is not { } state
            ? []
            : [new SelectBlock(texts.ChooseWeek, state with { Page = SelectPage }, choices)];
    }

    private static SelectChoice ToChoice(string label, int number, string? note) =>
        new(Plain.Cut(label, MaxLabelLength), number.ToString(CultureInfo.InvariantCulture), note);

    private IEnumerable<ListItem> Lines(SyllabusLookup lookup, Course course, int? onlyWeek, bool isLong, Texts texts)
    {
        var passages = lookup.Passages(course);
        var note = passages == 0 ? texts.ListedNoNotes : isLong && course.Weeks.Count > 0 ? texts.Parts(course.Weeks[0].Unit, course.Weeks.Count) : null;
        var weeks = course.Weeks.Where(week => onlyWeek is null ? !isLong : week.Number == onlyWeek);
        return
        [
            new ListItem(texts.Name(course), note, Marked: passages > 0),
            .. weeks.Select(week => passages == 0
                ? new ListItem(texts.Name(week), Indent: 1)
                : Line(lookup, course, week, texts) with { Indent = 1 }),
        ];
    }

    /// <summary>A week: one that has notes stands out and leads to where they begin.</summary>
    private ListItem Line(SyllabusLookup lookup, Course course, Week week, Texts texts) => lookup.HasNotes(course, week)
        ? new ListItem(texts.Name(week), null, lookup.Passages(course, week) > MaxBrowsed ? null : UrlOf(course, week), Marked: true)
        : new ListItem(texts.Name(week), texts.ListedNoNotes);

    private string? UrlOf(Course course, Week week) =>
        context.Searcher.Browse(course.Number, week.Number, 1) is [var first] ? context.UrlOf(first.Place) : null;

    private static ActionState? State(ActionKind kind, Course course, Week? week) =>
        HitList.InRange(course.Number) is null || (week is not null && HitList.InRange(week.Number) is null)
            ? null
            : new ActionState(kind) { Course = course.Number, Week = week?.Number };

    private static IEnumerable<ReplyButton> PlaceButton(string label, Course course, Week? week) =>
        State(ActionKind.Syllabus, course, week) is { } state ? [new ActionButton(label, state)] : [];

    private static IEnumerable<ReplyButton> SayButton(Course course, Week? week, bool hasNotes, Texts texts) =>
        hasNotes && State(ActionKind.WeekPassages, course, week) is { } state ? [new ActionButton(texts.WhatNotesSay, state)] : [];

    private static IEnumerable<ReplyButton> OwnButtons(Course course, Week? week, Audience audience) =>
        State(ActionKind.Share, course, week) is { } state ? audience.OwnButtons(state) : [];

    private static string NameOf(Course course, Week? week, Texts texts) =>
        week is null ? texts.ShortName(course) : $"{texts.ShortName(course)} · {texts.Part(week)}";

    private static IEnumerable<ReplyButton> BackTo(Course course, Week? week, Texts texts) =>
        PlaceButton(NameOf(course, week, texts), course, week);

    private static IEnumerable<ReplyButton> Turn(Course course, Week? week, int page, int pages, Texts texts)
    {
        if (State(ActionKind.WeekPassages, course, week) is not { } state)
        {
            yield break;
        }

        if (page > 0)
        {
            yield return new ActionButton(texts.Previous, state with { Page = page - 1 });
        }

        if (page < pages - 1)
        {
            yield return new ActionButton(texts.Next, state with { Page = page + 1 });
        }
    }
}
