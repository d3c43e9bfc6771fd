using System.Globalization;

namespace NotesBot.Web.Markup;

/// <summary>Addresses that the pages lead to: our own, or http and https.</summary>
internal static class Address
{
    /// <summary>Fragment of the stretch that is marked.</summary>
    internal const string Marked = "here";

    /// <summary>A question, or whatever can be typed.</summary>
    internal static string OfLine(string line) => $"/?q={Uri.EscapeDataString(line)}";

    /// <summary>A note from its beginning.</summary>
    internal static string OfNote(string path) => "/notes/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A note that is longer than a page, with the passage that has to be on it.</summary>
    internal static string OfNote(string path, string passage) =>
        $"{OfNote(path)}?passage={Uri.EscapeDataString(passage)}#p-{Uri.EscapeDataString(passage)}";

    /// <summary>A stretch of a note in its place.</summary>
    internal static string OfStretch(Commands.NoteStretch at) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OfNote(at.Path)}?passage={Uri.EscapeDataString(at.Passage)}&from={at.Start}&to={at.End}#{Marked}");

    /// <summary>The picture of a passage.</summary>
    internal static string OfPicture(string passage) => $"/pictures/{Uri.EscapeDataString(passage)}";

    /// <summary>An address outside as a link may have it; <see langword="null"/> for every other kind.</summary>
    internal static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri!.AbsoluteUri : null;
}
