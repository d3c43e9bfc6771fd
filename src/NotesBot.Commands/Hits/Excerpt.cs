using NotesBot.Commands.Formulas;
using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Hits;

/// <summary>
/// A stretch of a passage that fits where it is shown, below what leads to it: whole paragraphs, items and rows where that is possible. It is
/// told by the passage and a place in it alone, so that a button shows the same words again.
/// </summary>
/// <param name="Text">Plain text; an ellipsis stands where the passage goes on.</param>
/// <param name="Stretches">What its stretches are.</param>
/// <param name="Start">Where it begins in <see cref="Passage.Text"/>, with what leads to it.</param>
/// <param name="End">Where it ends there, exclusive: reading goes on from here.</param>
internal sealed record Excerpt(string Text, IReadOnlyList<BodyStretch> Stretches, int Start, int End)
{
    private const string Before = "… ";
    private const string After = " …";
    private const string Ellipsis = "…";
    private const int MaxStubLength = 12;

    /// <summary>A longer lead-in is left out; the header row of a table never is.</summary>
    private const int MaxLead = 150;

    /// <summary>How far each piece of the text stands from its place in the passage.</summary>
    private IReadOnlyList<(int Start, int End, int Shift)> Pieces { get; init; } = [];

    /// <summary>So much of a passage as there is room for, with what begins at <paramref name="start"/> in it.</summary>
    internal static Excerpt Around(Passage passage, int start, Room full)
    {
        var text = passage.Text;
        if (full.Holds(text))
        {
            return Rest(passage, 0);
        }

        var (lead, answer) = (LeadOf(passage, start), Math.Clamp(start, 0, text.Length - 1));
        var room = Math.Min(full.UnitsOf(text[answer..]), full.Units - Before.Length - After.Length - (lead is null ? 0 : lead.Length + 1));
        var from = Beginning(passage, answer, room);
        var to = EndOf(passage, from, room);
        var tail = to == text.Length ? "" : IsBorder(passage, to) ? "\n" + Ellipsis : After;
        return lead is null || lead.Start >= from ? Of(passage, (from, to), Opening(passage, from), tail) : Of(passage, (from, to), "", tail).Below(passage, lead);
    }

    /// <summary>A taste of a passage: so much as there is room for from a place in it on, and what leads to that.</summary>
    internal static Excerpt From(Passage passage, int start, Room brief)
    {
        var from = BehindHeader(passage, Math.Clamp(start, 0, Math.Max(0, passage.Text.Length - 1)));
        var lead = LeadOf(passage, from) is { Kind: PassagePartKind.TableHeader } header && header.Start < from ? header : null;
        var rest = passage.Text[from..];
        var to = brief.Holds(rest) ? passage.Text.Length : from + WithoutStub(rest[..CutOf(rest, brief)]);
        to = WithoutHalfFormula(passage.Text, from, WithoutHalf(passage, from, to));
        var taste = Of(passage, (from, to), "", to == passage.Text.Length ? "" : After);
        return lead is null ? taste : taste.Below(passage, lead);
    }

    /// <summary>The first row of a table whose header begins at a place: a header alone would fill the room and say nothing.</summary>
    private static int BehindHeader(Passage passage, int start) =>
        passage.Parts.SkipWhile(part => part.Start < start).Take(2).ToList() is
            [{ Kind: PassagePartKind.TableHeader } header, { Kind: PassagePartKind.TableRow } row] && header.Start == start ? row.Start : start;

    /// <summary>All of a passage from a place on, and what leads to that.</summary>
    internal static Excerpt Rest(Passage passage, int start)
    {
        var from = Math.Clamp(start, 0, Math.Max(0, passage.Text.Length - 1));
        return from > 0 && LeadOf(passage, from) is { } lead
            ? Of(passage, (from, passage.Text.Length), "", "").Below(passage, lead)
            : Of(passage, (from, passage.Text.Length), Opening(passage, from), "");
    }

    /// <summary>Words of the passage as they stand in the text.</summary>
    internal IReadOnlyList<(int Start, int Length)> MarksOf(IReadOnlyList<TextMark> marks) =>
    [
        .. Pieces.SelectMany(piece => marks
            .Where(mark => mark.Length > 0 && mark.Start >= piece.Start && mark.Start + mark.Length <= piece.End)
            .Select(mark => (mark.Start + piece.Shift, mark.Length))),
    ];

    /// <summary>Behind whole lines where these fill the room.</summary>
    private static int CutOf(string text, Room room) =>
        room.UnitsOf(text) is var units && text[units - 1] == '\n' ? units - 1 : Plain.CutPoint(text, units - After.Length);

    /// <summary>A line of which only a word is left says nothing.</summary>
    private static int WithoutStub(string body) =>
        body.LastIndexOf('\n') is var line and > 0 && body.TrimEnd().Length - line <= MaxStubLength ? line : body.Length;

    /// <summary>Half of a row or of a line of code says nothing below others.</summary>
    private static int WithoutHalf(Passage passage, int from, int to)
    {
        var half = passage.Parts.FirstOrDefault(part => part.Start > from && part.Start < to && part.Start + part.Length > to);
        return half is { Kind: PassagePartKind.TableRow or PassagePartKind.TableHeader or PassagePartKind.Heading } ? half.Start
            : half is { Kind: PassagePartKind.Code } && passage.Text.LastIndexOf('\n', to - 1, to - half.Start) is > 0 and var line ? line
            : to;
    }

    /// <summary>A formula is never cut: it ends before it, or, where it begins with one, behind that.</summary>
    private static int WithoutHalfFormula(string text, int from, int to)
    {
        var half = FormulaSpan.In(text, from, text.Length - from).FirstOrDefault(span => span.Start < to && span.Start + span.Length > to);
        return half.Length == 0 ? to : half.Start > from ? half.Start : half.Start + half.Length;
    }

    /// <summary>What leads to the part that begins at a place, or that the place lies in.</summary>
    private static PassagePart? LeadOf(Passage passage, int start)
    {
        var part = passage.Parts.LastOrDefault(part => part.Start <= start);
        var lead = part is null ? null : passage.LeadOf(part);
        return lead is { Kind: PassagePartKind.TableHeader } or { Length: <= MaxLead } ? lead : null;
    }

    private static int Beginning(Passage passage, int start, int room)
    {
        var borders = passage.Parts.Select(part => part.Start).Where(border => border <= start).ToList();
        var part = borders.Count == 0 ? 0 : borders[^1];
        var from = start - part > room / 3 ? start : part;
        var fitting = borders.Where(border => border < from && passage.Text.Length - border <= room).ToList();
        return fitting.Count == 0 ? from : fitting[0];
    }

    private static int EndOf(Passage passage, int from, int room)
    {
        if (passage.Text.Length - from <= room)
        {
            return passage.Text.Length;
        }

        // A heading or the header of a table leads to what would be cut away: nothing ends with it.
        var end = passage.Parts.Where(part => part.Kind is not (PassagePartKind.Heading or PassagePartKind.TableHeader))
            .Select(part => part.Start + part.Length).LastOrDefault(end => end > from && end <= from + room);
        return end - from > room / 2 ? end : WithoutHalfFormula(passage.Text, from, from + Plain.CutPoint(passage.Text[from..], room));
    }

    private static string Opening(Passage passage, int from) => from == 0 ? "" : IsBorder(passage, from) ? Ellipsis + "\n" : Before;

    private static bool IsBorder(Passage passage, int position) =>
        passage.Parts.Any(part => part.Start == position || part.Start + part.Length == position);

    /// <summary>A stretch between ellipses. One behind it in the same line is of the part that is cut, or it would take a line of its own.</summary>
    private static Excerpt Of(Passage passage, (int From, int To) stretch, string opening, string tail)
    {
        var body = passage.Text[stretch.From..stretch.To].TrimEnd();
        var end = stretch.From + body.Length;
        var shift = opening.Length - stretch.From;
        var stretches = passage.Parts.Select(part => (part, Start: Math.Max(part.Start, stretch.From), End: Math.Min(part.Start + part.Length, end)))
            .Where(shown => shown.Start < shown.End)
            .Select(shown => BodyStretch.Of(shown.part, shown.Start + shift, shown.End - shown.Start)).ToList();
        if (tail == After && stretches is [.., var last] && last.Start + last.Length == opening.Length + body.Length)
        {
            stretches[^1] = last with { Length = last.Length + tail.Length };
        }

        return new Excerpt(opening + body + tail, stretches, stretch.From, stretch.To) { Pieces = [(stretch.From, end, shift)] };
    }

    /// <summary>The excerpt below what leads to it.</summary>
    private Excerpt Below(Passage passage, PassagePart lead)
    {
        var above = string.Concat(passage.Text.AsSpan(lead.Start, lead.Length), "\n");
        var below = Stretches.Select(stretch => stretch with { Start = stretch.Start + above.Length });
        return this with
        {
            Text = above + Text,
            Stretches = [BodyStretch.Of(lead, 0, lead.Length), .. below],
            Start = lead.Start,
            Pieces = [(lead.Start, lead.Start + lead.Length, -lead.Start), .. Pieces.Select(piece => piece with { Shift = piece.Shift + above.Length })],
        };
    }
}
