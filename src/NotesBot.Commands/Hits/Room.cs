namespace NotesBot.Commands.Hits;

/// <summary>How much of a text is shown at once.</summary>
/// <param name="Units">Most UTF-16 units.</param>
/// <param name="Lines">Most lines of a phone: code and lists fill it with fewer letters than prose.</param>
internal readonly record struct Room(int Units, int Lines)
{
    /// <summary>Letters in a line of a phone that is 390 pixels wide, as our pictures have them: 33 to 37 of prose, 30 of code.</summary>
    private const int Columns = 34;

    /// <summary>Whether all of a text has room.</summary>
    internal bool Holds(string text) => UnitsOf(text) == text.Length;

    /// <summary>How much of the beginning of a text has room, in UTF-16 units.</summary>
    internal int UnitsOf(string text)
    {
        var (at, left) = (0, Lines);
        while (at < text.Length && left > 0)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
            var fitting = Math.Min(end, at + (left * Columns));
            left -= Math.Max(1, (end - at + Columns - 1) / Columns);
            at = fitting;
        }

        return Math.Min(at, Units);
    }
}
