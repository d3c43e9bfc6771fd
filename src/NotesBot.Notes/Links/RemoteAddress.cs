using System.Text.RegularExpressions;

namespace NotesBot.Notes.Links;

/// <summary>Reads the address of a git remote in any of its forms. What stands in it of users and tokens never comes out.</summary>
internal static partial class RemoteAddress
{
    private static readonly Dictionary<string, string> SshHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ssh.github.com"] = "github.com",
        ["altssh.gitlab.com"] = "gitlab.com",
        ["altssh.bitbucket.org"] = "bitbucket.org",
    };

    /// <summary>The host behind a remote; <see langword="null"/> when it is a path, or a host of unknown kind.</summary>
    /// <param name="remote">As git's configuration has it.</param>
    /// <param name="hosts">Kinds of further hosts, by host name.</param>
    internal static GitHost? Parse(string remote, IReadOnlyDictionary<string, SlugStyle> hosts)
    {
        if (Split(remote.Trim()) is not { } address)
        {
            return null;
        }

        var host = SshHosts.GetValueOrDefault(address.Host, address.Host.ToLowerInvariant());
        var path = address.Path.Trim('/');
        path = path.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        var isWiki = path.EndsWith(".wiki", StringComparison.OrdinalIgnoreCase);
        path = isWiki ? path[..^5] : path;
        var style = KindOf(host, hosts);
        return style == SlugStyle.None || path.Split('/').Length < 2 ||
            UrlText.Web($"{address.Scheme}://{host}{address.Port}/{UrlText.Path(path)}") is not { } home
            ? null
            : new GitHost(style, home, isWiki);
    }

    /// <summary>Whose pages a remote has; <see cref="SlugStyle.None"/> when that is unknown.</summary>
    internal static SlugStyle StyleOf(string remote, IReadOnlyDictionary<string, SlugStyle> hosts) =>
        Split(remote.Trim()) is { } address ? KindOf(SshHosts.GetValueOrDefault(address.Host, address.Host), hosts) : SlugStyle.None;

    private static (string Scheme, string Host, string Port, string Path)? Split(string remote)
    {
        if (Uri.TryCreate(remote, UriKind.Absolute, out var uri) && uri.Host.Length > 0 &&
            uri.Scheme is "http" or "https" or "ssh" or "git" or "git+ssh" or "ssh+git")
        {
            var isWeb = uri.Scheme is "http" or "https";
            var port = isWeb && !uri.IsDefaultPort ? $":{uri.Port}" : "";
            return (uri.Scheme == "http" ? "http" : "https", uri.Host, port, Uri.UnescapeDataString(uri.AbsolutePath));
        }

        var scp = ScpLike().Match(remote);
        return scp.Success ? ("https", scp.Groups["host"].Value, "", scp.Groups["path"].Value) : null;
    }

    private static SlugStyle KindOf(string host, IReadOnlyDictionary<string, SlugStyle> hosts)
    {
        foreach (var (name, style) in hosts)
        {
            if (name.Equals(host, StringComparison.OrdinalIgnoreCase))
            {
                return style;
            }
        }

        return host.ToLowerInvariant() switch
        {
            "github.com" => SlugStyle.GitHub,
            "gitlab.com" => SlugStyle.GitLab,
            "bitbucket.org" => SlugStyle.Bitbucket,
            "codeberg.org" or "gitea.com" => SlugStyle.Gitea,
            var other => ByName(other),
        };
    }

    /// <summary>Self-hosted ones are mostly called after what they run: <c>gitlab.example.org</c>.</summary>
    private static SlugStyle ByName(string host)
    {
        var labels = host.Split('.');
        return labels.Length < 2 ? SlugStyle.None
            : host.EndsWith(".ghe.com", StringComparison.Ordinal) || labels.Contains("github") ? SlugStyle.GitHub
            : labels.Contains("gitlab") ? SlugStyle.GitLab
            : labels.Contains("gitea") || labels.Contains("forgejo") || labels.Contains("codeberg") ? SlugStyle.Gitea
            : SlugStyle.None;
    }

    [GeneratedRegex(@"^(?:[^@/\s]+@)?(?<host>[^/@:\s\\]{2,}):(?!//)(?<path>[^\\]+)$")]
    private static partial Regex ScpLike();
}
