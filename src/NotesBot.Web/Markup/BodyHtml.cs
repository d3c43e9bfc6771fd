using NotesBot.Commands;
using NotesBot.Commands.Formulas;

namespace NotesBot.Web.Markup;

/// <summary>The body of a passage: paragraphs, lists, tables, code and formulas, with the words that were asked for.</summary>
/// <param name="body">Plain text.</param>
/// <param name="stretches">What its stretches are.</param>
internal sealed class BodyHtml(string body, IReadOnlyList<BodyStretch> stretches)
{
    private const int MaxIndent = 4;

    /// <summary>The words of the question in the text.</summary>
    internal IReadOnlyList<(int Start, int Length)> Marks { get; init; } = [];

    /// <summary>The stretch that is shown in its place; nothing where all is.</summary>
    internal (int Start, int End)? Here { get; init; }

    /// <summary>The picture; it stands where its words do, else at the end.</summary>
    internal Html Picture { get; init; } = Html.Empty;

    /// <summary>Writes it.</summary>
    internal Html Write()
    {
        var pieces = Pieces();
        var html = new List<Html>();
        for (var i = 0; i < pieces.Count;)
        {
            var group = pieces.Skip(i).TakeWhile((piece, n) => n == 0 || Continues(pieces[i], piece)).ToList();
            html.Add(Group(group));
            i += group.Count;
        }

        var hasPlace = pieces.Any(piece => piece.Kind == StretchKind.Picture);
        return Html.Of($"{html}{Html.If(!hasPlace, () => Picture)}");
    }

    /// <summary>Whether a piece goes on with the list or table that another one begins.</summary>
    private static bool Continues(BodyStretch first, BodyStretch piece) => (first.Kind, piece.Kind) is
        (StretchKind.ListItem, StretchKind.ListItem) or (StretchKind.TableHeader or StretchKind.TableRow, StretchKind.TableRow);

    private Html Group(List<BodyStretch> group)
    {
        var isHere = group.Any(IsHere);
        var inner = group[0].Kind switch
        {
            StretchKind.ListItem => Html.Of($"<ul>{group.Select(Item)}</ul>"),
            StretchKind.TableHeader or StretchKind.TableRow => Table(group),
            StretchKind.Code => Html.Of($"<pre tabindex=\"0\"><code>{Marked(group[0].Start, group[0].Start + group[0].Length)}</code></pre>"),
            StretchKind.Formula => Html.Of($"<div class=\"formula\" tabindex=\"0\">{Text(group[0])}</div>"),
            StretchKind.Heading => Html.Of($"<p class=\"subheading\">{Text(group[0])}</p>"),
            StretchKind.Picture => Html.Of($"<figure>{Picture}<figcaption>{Text(group[0])}</figcaption></figure>"),
            _ => Html.Of($"<p>{Text(group[0])}</p>"),
        };
        return isHere && Here is not null ? Html.Of($"<div class=\"here\">{inner}</div>") : inner;
    }

    private bool IsHere(BodyStretch piece) => Here is var (start, end) && piece.Start < end && piece.Start + piece.Length > start;

    private Html Item(BodyStretch item)
    {
        var text = body.AsSpan(item.Start, item.Length);
        var bullet = text.StartsWith("- ") ? 2 : 0;
        var lineStart = body.LastIndexOf('\n', Math.Max(0, item.Start - 1)) + 1;
        var indent = Math.Min(MaxIndent, Math.Max(0, item.Start - lineStart) / 2);
        var numbered = new Html(bullet == 0 ? " numbered" : "");
        return Html.Of($"<li class=\"in{indent}{numbered}\">{Run(item.Start + bullet, item.End)}</li>");
    }

    private Html Table(List<BodyStretch> rows)
    {
        var hasHeader = rows[0].Kind == StretchKind.TableHeader;
        var head = hasHeader ? Html.Of($"<thead>{Row(rows[0], "th")}</thead>") : Html.Empty;
        var rest = rows.Skip(hasHeader ? 1 : 0).Select(row => Row(row, "td"));
        return Html.Of($"<div class=\"table\" tabindex=\"0\"><table>{head}<tbody>{rest}</tbody></table></div>");
    }

    private Html Row(BodyStretch row, string cell)
    {
        var tag = new Html(cell);
        var cells = TableCells.Of(body, row).Select(at => Html.Of($"<{tag}>{Run(at.Start, at.Start + at.Length)}</{tag}>"));
        return Html.Of($"<tr>{cells}</tr>");
    }

    private Html Text(BodyStretch piece) => Run(piece.Start, piece.Start + piece.Length);

    /// <summary>A run of the text with its formulas and marks.</summary>
    private Html Run(int from, int to)
    {
        var html = new List<Html>();
        var at = from;
        foreach (var span in FormulaSpan.In(body, from, to - from))
        {
            html.Add(Html.Of($"{Marked(at, span.Start)}{new Html(MathMl.Of(span.TexIn(body), span.IsDisplayed))}"));
            at = span.Start + span.Length;
        }

        return Html.Of($"{html}{Marked(at, to)}");
    }

    /// <summary>A run of the text with its marks.</summary>
    private Html Marked(int from, int to)
    {
        var html = new List<Html>();
        var at = from;
        foreach (var (start, length) in Marks.Where(mark => mark.Start >= from && mark.Start + mark.Length <= to))
        {
            if (start >= at)
            {
                html.Add(Html.Of($"{body[at..start]}<mark>{body[start..(start + length)]}</mark>"));
                at = start + length;
            }
        }

        return Html.Of($"{html}{body[at..to]}");
    }

    /// <summary>The stretches, and what lies between them as prose.</summary>
    private List<BodyStretch> Pieces()
    {
        var pieces = new List<BodyStretch>();
        var at = 0;
        foreach (var stretch in stretches.Where(stretch => stretch.Start >= at && stretch.Start + stretch.Length <= body.Length))
        {
            Add(pieces, at, stretch.Start);
            pieces.Add(stretch);
            at = stretch.Start + stretch.Length;
        }

        Add(pieces, at, body.Length);
        return pieces;
    }

    private void Add(List<BodyStretch> pieces, int from, int to)
    {
        if (from < to && !string.IsNullOrWhiteSpace(body[from..to]))
        {
            pieces.Add(new BodyStretch(StretchKind.Prose, from, to - from));
        }
    }
}
