namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Tells letters that are drawn a second time, a little shifted, to look bold or to throw a shadow.</summary>
internal sealed class PdfOverprint
{
    private const double Cell = 4;
    private readonly Dictionary<(string, int, int), List<(double X, double Y)>> _seen = [];

    /// <summary>Whether the same letter stands nearer than any next letter could; remembers it where not.</summary>
    internal bool IsSecond(string text, PdfLetter letter)
    {
        var across = Math.Min(Math.Max(0.3, 0.1 * letter.Letter.PointSize), Math.Max(0.3, 0.6 * (letter.Right - letter.Left)));
        var along = Math.Max(0.3, 0.1 * letter.Letter.PointSize);
        var (column, row) = ((int)Math.Floor(letter.Left / Cell), (int)Math.Floor(letter.Baseline / Cell));
        for (var at = 0; at < 9; at++)
        {
            if (_seen.TryGetValue((text, column + (at % 3) - 1, row + (at / 3) - 1), out var places)
                && places.Exists(place => Math.Abs(place.X - letter.Left) < Math.Min(across, Cell) && Math.Abs(place.Y - letter.Baseline) < Math.Min(along, Cell)))
            {
                return true;
            }
        }

        (_seen.TryGetValue((text, column, row), out var here) ? here : _seen[(text, column, row)] = []).Add((letter.Left, letter.Baseline));
        return false;
    }
}
