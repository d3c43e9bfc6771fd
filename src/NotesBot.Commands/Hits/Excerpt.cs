using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Hits;

/// <summary>A stretch of a passage that fits where it is shown: whole paragraphs, items and rows where that is possible.</summary>
/// <param name="Text">Plain text; an ellipsis stands where the passage goes on.</param>
/// <param name="Parts">What its stretches are.</param>
internal sealed record Excerpt(string Text, IReadOnlyList<PassagePart> Parts)
{
    private const string Before = "… ";
    private const string After = " …";
    private const string Ellipsis = "…";
    private const int MaxStubLength = 12;

    /// <summary>
    /// At most <paramref name="maxLength"/> UTF-16 units of a passage, with what begins at <paramref name="start"/> in it.
    /// </summary>
    internal static Excerpt Around(Passage passage, int start, int maxLength)
    {
        var text = passage.Text;
        if (text.Length <= maxLength)
        {
            return new Excerpt(text, passage.Parts);
        }

        var header = HeaderOf(passage, start);
        var room = maxLength - Before.Length - After.Length - (header is null ? 0 : header.Length + 1);
        var from = Beginning(passage, Math.Clamp(start, 0, text.Length - 1), room);
        var to = End(passage, from, room);
        var excerpt = Slice(passage, from, to);
        return header is null || header.Start >= from ? excerpt : excerpt.Below(passage, header);
    }

    /// <summary>A taste of a passage: at most <paramref name="maxLength"/> UTF-16 units from a place in it on.</summary>
    internal static Excerpt From(Passage passage, int start, int maxLength)
    {
        var from = Math.Clamp(start, 0, Math.Max(0, passage.Text.Length - 1));
        var rest = passage.Text[from..];
        return rest.Length <= maxLength
            ? Framed(passage, "", from, rest.TrimEnd(), "")
            : Framed(passage, "", from, WithoutStub(rest[..Plain.CutPoint(rest, maxLength - After.Length)].TrimEnd()), After);
    }

    /// <summary>A line of which only a word is left says nothing.</summary>
    private static string WithoutStub(string body) =>
        body.LastIndexOf('\n') is var line and > 0 && body.Length - line <= MaxStubLength ? body[..line].TrimEnd() : body;

    /// <summary>
    /// The snippet of a hit, within <paramref name="maxLength"/>; its lines are what they are in the passage. What it leaves out between
    /// them takes no line of its own.
    /// </summary>
    internal static Excerpt OfSnippet(Passage passage, Snippet snippet, int maxLength)
    {
        var lines = snippet.Text.Split('\n').Where(line => line.Trim() is not ("" or Ellipsis)).ToList();
        while (lines.Count > 1 && lines.Sum(line => line.Length + 1) > maxLength && IsWholeOrNothing(passage, lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var text = Plain.Cut(string.Join('\n', lines), maxLength);
        var parts = new List<PassagePart>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (KindOfLine(passage, line.TrimEnd(Ellipsis[0], ' ')) is { } part)
            {
                parts.Add(part with { Start = start, Length = line.Length });
            }

            start += line.Length + 1;
        }

        return new Excerpt(text, parts);
    }

    /// <summary>The excerpt without a heading that it begins with and that stands above it already.</summary>
    internal Excerpt WithoutHeading(string heading)
    {
        if (Parts is not [{ Kind: PassagePartKind.Heading, Start: 0 } first, ..]
            || Plain.OneLine(Text[..first.Length]) != heading || string.IsNullOrWhiteSpace(Text[first.Length..].Trim(Ellipsis[0], ' ', '\n')))
        {
            return this;
        }

        var cut = Text.Length - Text[first.Length..].TrimStart().Length;
        return new Excerpt(Text[cut..], [.. Parts.Skip(1).Select(part => part with { Start = part.Start - cut })]);
    }

    /// <summary>Where the words of a query stand in the text: whole words, as they are spelled in the snippet.</summary>
    internal IReadOnlyList<TextMark> MarksOf(Snippet? snippet)
    {
        if (snippet is null)
        {
            return [];
        }

        var words = snippet.Marks
            .Where(mark => mark.Start >= 0 && mark.Length > 0 && mark.Start + mark.Length <= snippet.Text.Length)
            .Select(mark => snippet.Text.Substring(mark.Start, mark.Length))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return WithoutOverlap(words.SelectMany(Occurrences));
    }

    /// <summary>The header row of the table that <paramref name="start"/> is in; <see langword="null"/> elsewhere.</summary>
    private static PassagePart? HeaderOf(Passage passage, int start)
    {
        var until = passage.Parts.TakeWhile(part => part.Start <= start).ToList();
        return until is [.., { Kind: PassagePartKind.TableRow }]
            ? until.LastOrDefault(part => part.Kind == PassagePartKind.TableHeader)
            : null;
    }

    /// <summary>Whether half of a line would say nothing: a row of a table, code.</summary>
    private static bool IsWholeOrNothing(Passage passage, string line) =>
        KindOfLine(passage, line.TrimEnd(Ellipsis[0], ' ')) is { Kind: PassagePartKind.TableRow or PassagePartKind.Code };

    /// <summary>The part of the passage that a line of a snippet is from; <see langword="null"/> when it is from none.</summary>
    private static PassagePart? KindOfLine(Passage passage, string line)
    {
        var at = line.Length == 0 ? -1 : passage.Text.IndexOf(line, StringComparison.Ordinal);
        return at < 0 ? null : passage.Parts.FirstOrDefault(part => at >= part.Start && at < part.Start + part.Length);
    }

    private static int Beginning(Passage passage, int start, int room)
    {
        var borders = passage.Parts.Select(part => part.Start).Where(border => border <= start).ToList();
        var part = borders.Count == 0 ? 0 : borders[^1];
        var from = start - part > room / 3 ? start : part;
        var fitting = borders.Where(border => border < from && passage.Text.Length - border <= room).ToList();
        return fitting.Count == 0 ? from : fitting[0];
    }

    private static int End(Passage passage, int from, int room)
    {
        if (passage.Text.Length - from <= room)
        {
            return passage.Text.Length;
        }

        // A heading or the header of a table leads to what would be cut away: nothing ends with it.
        var end = passage.Parts.Where(part => part.Kind is not (PassagePartKind.Heading or PassagePartKind.TableHeader))
            .Select(part => part.Start + part.Length).LastOrDefault(end => end > from && end <= from + room);
        return end - from > room / 2 ? end : from + Plain.CutPoint(passage.Text[from..], room);
    }

    private static Excerpt Slice(Passage passage, int from, int to)
    {
        var lead = from == 0 ? "" : IsBorder(passage, from) ? Ellipsis + "\n" : Before;
        var tail = to == passage.Text.Length ? "" : IsBorder(passage, to) ? "\n" + Ellipsis : After;
        return Framed(passage, lead, from, passage.Text[from..to].TrimEnd(), tail);
    }

    /// <summary>A stretch between ellipses. One behind it in the same line is of the part that is cut, or it would take a line of its own.</summary>
    private static Excerpt Framed(Passage passage, string lead, int from, string body, string tail)
    {
        var parts = PartsWithin(passage.Parts, from, from + body.Length, lead.Length);
        if (tail == After && parts is [.., var last] && last.Start + last.Length == lead.Length + body.Length)
        {
            parts[^1] = last with { Length = last.Length + tail.Length };
        }

        return new Excerpt(lead + body + tail, parts);
    }

    private static bool IsBorder(Passage passage, int position) =>
        passage.Parts.Any(part => part.Start == position || part.Start + part.Length == position);

    private static List<PassagePart> PartsWithin(IEnumerable<PassagePart> parts, int from, int to, int shift)
    {
        var within = new List<PassagePart>();
        foreach (var part in parts)
        {
            var start = Math.Max(part.Start, from);
            var end = Math.Min(part.Start + part.Length, to);
            if (start < end)
            {
                within.Add(part with { Start = start - from + shift, Length = end - start });
            }
        }

        return within;
    }

    private Excerpt Below(Passage passage, PassagePart header)
    {
        var lead = string.Concat(passage.Text.AsSpan(header.Start, header.Length), "\n");
        var below = Parts.Select(part => part with { Start = part.Start + lead.Length });
        return new Excerpt(lead + Text, [header with { Start = 0 }, .. below]);
    }

    private IEnumerable<TextMark> Occurrences(string word)
    {
        for (var at = Find(word, 0); at >= 0; at = Find(word, at + word.Length))
        {
            if (!IsInWord(at - 1) && !IsInWord(at + word.Length))
            {
                yield return new TextMark(at, word.Length);
            }
        }
    }

    private int Find(string word, int from) => Text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    private bool IsInWord(int position) => position >= 0 && position < Text.Length && char.IsLetterOrDigit(Text[position]);

    private static List<TextMark> WithoutOverlap(IEnumerable<TextMark> marks)
    {
        var kept = new List<TextMark>();
        foreach (var mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length))
        {
            if (kept.Count == 0 || mark.Start >= kept[^1].Start + kept[^1].Length)
            {
                kept.Add(mark);
            }
        }

        return kept;
    }
}
