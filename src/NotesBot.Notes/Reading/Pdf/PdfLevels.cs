namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Levels of headings: as the bookmarks say, else the larger and bolder the higher.</summary>
internal sealed class PdfLevels
{
    private const int Deepest = 6;
    private readonly Dictionary<(double Size, bool IsBold), int> _levels = [];

    internal PdfLevels(IEnumerable<PdfPiece> pieces)
    {
        var looks = pieces.Where(piece => piece.Kind is PdfPieceKind.Heading).GroupBy(Look)
            .OrderByDescending(look => look.Key.Size).ThenByDescending(look => look.Key.IsBold);
        var level = 0;
        foreach (var look in looks)
        {
            var known = look.Where(piece => piece.OutlineLevel is not null).GroupBy(piece => piece.OutlineLevel!.Value + 1)
                .MaxBy(same => same.Count())?.Key;
            level = Math.Min(known ?? level + 1, Deepest);
            _levels[look.Key] = level;
        }
    }

    /// <summary>The level of a heading, from 1.</summary>
    internal int Of(PdfPiece heading) => heading.OutlineLevel is { } level ? Math.Min(level + 1, Deepest) : _levels[Look(heading)];

    private static (double Size, bool IsBold) Look(PdfPiece heading) => (Math.Round(heading.First.Size * 2) / 2, heading.First.IsBold);
}
