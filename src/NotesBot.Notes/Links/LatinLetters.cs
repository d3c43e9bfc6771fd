using System.Text;

namespace NotesBot.Notes.Links;

/// <summary>Latin letters without their accents. A table, since invariant globalization cannot decompose letters.</summary>
internal static class LatinLetters
{
    private const string Accented =
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚț²³¹ªº";

    private const string Plain =
        "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZzSsTt231ao";

    /// <summary>Accents removed as compatibility decomposition does it; what has no decomposition (<c>ß</c>, <c>ø</c>) stays.</summary>
    internal static string ToAscii(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var at = letter < 128 ? -1 : Accented.IndexOf(letter);
            plain.Append(at < 0 ? letter : Plain[at]);
        }

        return plain.ToString();
    }
}
