namespace NotesBot.Notes.Links;

/// <summary>Percent-encodes the parts of an address.</summary>
internal static class UrlText
{
    /// <summary>A path: its slashes stay.</summary>
    internal static string Path(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A fragment or another single part.</summary>
    internal static string Fragment(string text) => Uri.EscapeDataString(text);

    /// <summary>The address if it is an absolute one of the web, else <see langword="null"/>.</summary>
    internal static string? Web(string address) =>
        LooksLikeWeb(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" }
            ? address
            : null;

    // Uri.TryCreate throws at some texts that begin as a share of Windows does.
    private static bool LooksLikeWeb(string address) => address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
