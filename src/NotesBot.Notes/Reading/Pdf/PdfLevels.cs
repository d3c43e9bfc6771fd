using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Levels of headings: as the bookmarks say, else the larger and bolder the higher.</summary>
internal sealed partial class PdfLevels
{
    private const int Deepest = 6;
    private readonly Dictionary<(double Size, bool IsBold), int> _levels = [];

    /// <summary>Level of the outermost bookmarks: 2 below a title that they do not have.</summary>
    private readonly int _outermost;

    internal PdfLevels(IReadOnlyList<PdfPiece> pieces)
    {
        var headings = pieces.Where(piece => piece.Kind is PdfPieceKind.Heading).ToList();
        var looks = headings.GroupBy(Look).OrderByDescending(look => look.Key.Size).ThenByDescending(look => look.Key.IsBold).ToList();
        _outermost = headings.Count > 0 && headings[0].OutlineLevel is null && looks[0].All(piece => piece.OutlineLevel is null) ? 2 : 1;
        var level = 0;
        foreach (var look in looks)
        {
            level = Math.Min(Usual(look) ?? level + 1, Deepest);
            _levels[look.Key] = level;
        }
    }

    /// <summary>The level of a heading, from 1. A list of what follows, or the date below a title, is no parent of it.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="next">The one after it; <see langword="null"/> for the last.</param>
    internal int Of(PdfPiece heading, PdfPiece? next) =>
        next is not null && Contents().IsMatch(heading.First.Text) ? Math.Max(LevelOf(heading), LevelOf(next)) : LevelOf(heading);

    private int LevelOf(PdfPiece heading) => heading.OutlineLevel is { } level ? Math.Min(level + _outermost, Deepest) : _levels[Look(heading)];

    /// <summary>The level that the bookmarks give most headings of a look.</summary>
    private int? Usual(IEnumerable<PdfPiece> look) =>
        look.Where(piece => piece.OutlineLevel is not null).GroupBy(piece => piece.OutlineLevel + _outermost).MaxBy(same => same.Count())?.Key;

    private static (double Size, bool IsBold) Look(PdfPiece heading) => (Math.Round(heading.First.Size * 2) / 2, heading.First.IsBold);

    [GeneratedRegex(@"^(\w{3,12} \d{1,2}, \d{4}|\d{1,2}\.? \w{3,12},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$|^\W*(\d+\W+)?((table of )?contents|outline|agenda|overview|inhalt(sverzeichnis|sübersicht)?|gliederung|überblick|sommaire|table des matières|plan|índice|contenidos?|sumário|indice|inhoud(sopgave)?|innehåll|spis treści|содержание|оглавление|目录|目次|차례|목차)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();
}
