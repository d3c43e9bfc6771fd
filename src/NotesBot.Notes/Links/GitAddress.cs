namespace NotesBot.Notes.Links;

/// <summary>A repository that notes are fetched from.</summary>
/// <param name="Url">As git takes it: an https or http address without a name, password or token, or the full path of a repository on this machine.</param>
/// <param name="Branch">The branch; <see langword="null"/> for the repository's own choice.</param>
/// <param name="Token">Given to the host of <paramref name="Url"/> alone; <see langword="null"/> for none.</param>
/// <param name="MaxBytes">What a host may send at once.</param>
internal sealed record GitAddress(string Url, string? Branch, string? Token, long MaxBytes)
{
    // No host gives shorter ones.
    private const int LeastToken = 16;

    /// <summary>Whether it is on this machine.</summary>
    internal bool IsLocal => !IsWeb(Url);

    /// <summary>The address that the options name; <see langword="null"/> when they name a folder.</summary>
    internal static GitAddress? Of(NotesOptions options) =>
        UrlOf(options.Path) is { } url ? new GitAddress(url, options.Branch, options.Token, options.MaxRepositoryBytes) : null;

    /// <summary>Why this cannot be used for notes, a sentence; <see langword="null"/> when it can, or is a folder.</summary>
    internal static string? FaultOf(NotesOptions options)
    {
        var path = options.Path;
        if (path.StartsWith("ssh://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("git@", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("git://", StringComparison.OrdinalIgnoreCase))
        {
            return "Notes:Path is no address that the bot can fetch from: give the https address of the repository, and Notes:TokenFile if it is private.";
        }

        if (!IsWeb(path))
        {
            return null;
        }

        return !Uri.TryCreate(path, UriKind.Absolute, out var uri) || uri.Host.Length == 0 ? "Notes:Path is no address: https://example.org/name/notes."
            : HoldsSecret(uri, options) ? "Notes:Path holds a password or a token: take it out, and name a file that holds it in Notes:TokenFile."
            : options.Token is not null && uri.Scheme == "http" && !uri.IsLoopback ? "Notes:Token would travel unencrypted: give an https address in Notes:Path."
            : null;
    }

    /// <summary>A name alone, as Bitbucket puts it into its addresses, is none; a token there would stand in files and in the log.</summary>
    private static bool HoldsSecret(Uri uri, NotesOptions options) =>
        uri.UserInfo.Contains(':', StringComparison.Ordinal)
        || (uri.UserInfo.Length > 0 && options.Token is null && (uri.Scheme == "http" || uri.UserInfo.Length >= LeastToken || uri.UserInfo.Contains('_')));

    private static string? UrlOf(string path)
    {
        if (IsWeb(path))
        {
            return path;
        }

        if (path.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(path, UriKind.Absolute, out var uri) ? uri.LocalPath : null;
        }

        return IsBareRepository(path) ? Path.GetFullPath(path) : null;
    }

    private static bool IsWeb(string path) =>
        path.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A checkout is read as the folder that it is; a repository without files beside it can only be fetched from.</summary>
    private static bool IsBareRepository(string path) =>
        File.Exists(Path.Combine(path, "HEAD")) && Directory.Exists(Path.Combine(path, "objects")) && Directory.Exists(Path.Combine(path, "refs"));
}
