using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>Where the links of a note lead in the notes folder.</summary>
internal static partial class LinkTargets
{
    /// <summary>
    /// The target relative to the notes folder, decoded; of a link into a repository's pages, the path in that repository.
    /// <see langword="null"/> for a link that leads elsewhere.
    /// </summary>
    /// <param name="target">As written.</param>
    /// <param name="path">The file it stands in.</param>
    internal static string? Resolve(string target, string path)
    {
        var plain = target.Trim().Split('#', '?')[0];
        if (plain.Length == 0)
        {
            return null;
        }

        if (Scheme().IsMatch(plain))
        {
            var inside = RepositoryPage().Match(plain);
            return inside.Success ? Normalize(Uri.UnescapeDataString(inside.Groups["path"].Value)) : null;
        }

        var decoded = Uri.UnescapeDataString(plain).Replace('\\', '/');
        var folder = decoded.StartsWith('/') ? "" : path[..(path.LastIndexOf('/') + 1)];
        return Normalize(folder + decoded);
    }

    private static string? Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    [GeneratedRegex(@"^(?:[a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^https?://[^/]+/(?:.+?/(?:-/)?(?:blob|tree|raw)/(?:refs/heads/)?[^/]+|.+?/src/(?:branch/|commit/)?[^/]+)/(?<path>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex RepositoryPage();
}
