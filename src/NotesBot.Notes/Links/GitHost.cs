using System.Globalization;

namespace NotesBot.Notes.Links;

/// <summary>How one host shows the files of a repository: pure, knows no git.</summary>
/// <remarks>
/// Sources: GitHub's "Creating a permanent link to a code snippet" (<c>?plain=1</c> for Markdown), GitLab's "Files: link to lines", Gitea's
/// paths
/// <c>/src/branch|commit/...</c> with <c>?display=source</c>, Bitbucket's <c>#lines-1:2</c>.
/// </remarks>
/// <param name="style">Whose pages.</param>
/// <param name="home">The repository's page, without a slash at its end.</param>
/// <param name="isWiki">Whether the files are those of the repository's wiki, which are shown as pages and without their lines.</param>
internal sealed class GitHost(SlugStyle style, string home, bool isWiki)
{
    /// <summary>The page of a place in the notes.</summary>
    /// <param name="place">Where in the file.</param>
    /// <param name="path">Its file, relative to the repository.</param>
    /// <param name="reference">The commit or branch to show it at.</param>
    internal string UrlOf(PassagePlace place, string path, GitReference reference)
    {
        if (isWiki)
        {
            return WikiPage(place, path);
        }

        var escapedPath = UrlText.Path(path);
        var name = UrlText.Path(reference.Name);
        var page = style switch
        {
            SlugStyle.GitLab => $"{home}/-/blob/{name}/{escapedPath}",
            SlugStyle.Gitea => $"{home}/src/{(reference.IsCommit ? "commit" : "branch")}/{name}/{escapedPath}",
            SlugStyle.Bitbucket => $"{home}/src/{name}/{escapedPath}",
            _ => $"{home}/blob/{name}/{escapedPath}",
        };
        return page + Place(place);
    }

    /// <summary>Pages are called as their files; GitHub knows no folders of pages, and files that are no pages by their whole path.</summary>
    private string WikiPage(PassagePlace place, string path)
    {
        var isPage = RenderedFile.IsMarkdown(path);
        var page = isPage ? path[..^Path.GetExtension(path).Length] : path;
        page = isPage && style is SlugStyle.GitHub ? page[(page.LastIndexOf('/') + 1)..] : page;
        var where = place.Anchor is { Length: > 0 } || place.At.Page is not null ? Place(place) : "";
        return $"{home}/{(style == SlugStyle.GitLab ? "-/wikis" : "wiki")}/{UrlText.Path(page)}{where}";
    }

    /// <summary>The page of a commit.</summary>
    /// <param name="commit">Its full hash.</param>
    internal string UrlOf(string commit) => style switch
    {
        _ when isWiki => $"{home}/{(style == SlugStyle.GitLab ? "-/wikis/home" : "wiki")}",
        SlugStyle.GitLab => $"{home}/-/commit/{commit}",
        SlugStyle.Bitbucket => $"{home}/commits/{commit}",
        _ => $"{home}/commit/{commit}",
    };

    private string Place(PassagePlace place)
    {
        var isRendered = RenderedFile.IsMarkdown(place.Path);
        return place switch
        {
            { At.Page: { } number } => string.Create(CultureInfo.InvariantCulture, $"#page={number}"),
            { Anchor: { Length: > 0 } anchor } when isRendered => "#" + UrlText.Fragment(anchor),
            { At.Line: { } line } => Lines(line, place.At.EndLine ?? line, isRendered),
            _ => "",
        };
    }

    private string Lines(int first, int last, bool isRendered)
    {
        var isRange = last > first;
        return style switch
        {
            SlugStyle.GitLab => Format($"{(isRendered ? "?plain=1" : "")}#L{first}") + (isRange ? Format($"-{last}") : ""),
            SlugStyle.Gitea => Format($"{(isRendered ? "?display=source" : "")}#L{first}") + (isRange ? Format($"-L{last}") : ""),
            SlugStyle.Bitbucket => Format($"#lines-{first}") + (isRange ? Format($":{last}") : ""),
            _ => Format($"{(isRendered ? "?plain=1" : "")}#L{first}") + (isRange ? Format($"-L{last}") : ""),
        };
    }

    private static string Format(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>What a link shows a file at.</summary>
/// <param name="Name">The full hash of a commit, or the name of a branch.</param>
/// <param name="IsCommit">Which of both.</param>
internal readonly record struct GitReference(string Name, bool IsCommit);
