using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>What the alternative text of a picture says, if anything.</summary>
internal static partial class PictureText
{
    /// <summary>Alternative text and title; empty when they only name a file or a kind of picture.</summary>
    internal static string Of(string? alternative, string? title)
    {
        var texts = new[] { alternative, title }.Select(text => PlainText.OneLine(text ?? "")).Where(SaysSomething).Distinct();
        return string.Join(". ", texts);
    }

    private static bool SaysSomething(string text) => text.Length > 0 && !FileName().IsMatch(text);

    /// <summary>A file name with its extension, a name with the numbers of a camera or clipboard, a size, or one of the words editors put there.</summary>
    [GeneratedRegex(
        @"^(\S+\.(png|jpe?g|gif|svg|webp|bmp|tiff?|avif|heic)|(pasted[ _-])?(image|img|picture|screenshot|screen[ _-]shot|bild|photo|foto|figure|untitled|dsc)?[ _-]?[\d ._:x-]*( ?at [\d .:]+)?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
