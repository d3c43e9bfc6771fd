using LibGit2Sharp;

namespace NotesBot.Notes.Sources;

/// <summary>The other end: what it has, how it is asked, and what its refusals mean.</summary>
internal sealed class GitRemote(GitAddress address)
{
    // GitHub takes any name beside a token, so do GitLab and Gitea; one in the address counts more.
    private const string AnyUser = "x-access-token";
    private const string TokenRefused = "the token was refused";

    private string Where => address.IsLocal ? address.Url : new Uri(address.Url).Host;

    /// <summary>The hash of its newest commit.</summary>
    /// <exception cref="FetchFailedException">It has no such branch, or no commit.</exception>
    /// <exception cref="LibGit2SharpException">It does not answer, or refuses.</exception>
    internal string Newest()
    {
        GlobalSettings.SetOwnerValidation(false);
        var references = Repository.ListRemoteReferences(address.Url, Credentials()).ToList();
        var wanted = address.Branch is { } branch ? $"refs/heads/{branch}" : "HEAD";
        var found = references.Find(reference => reference.CanonicalName == wanted);
        var target = found is SymbolicReference
            ? references.Find(reference => reference.CanonicalName == found.TargetIdentifier)?.TargetIdentifier
            : found?.TargetIdentifier;
        return target ?? throw new FetchFailedException(address.Branch is { } missing
            ? $"{Where} has no branch {missing} (Notes:Branch)."
            : $"{Where} has no commit on its main branch; name another in Notes:Branch.");
    }

    /// <summary>How to fetch.</summary>
    internal FetchOptions Options(CancellationToken cancellationToken) => new()
    {
        TagFetchMode = TagFetchMode.None,
        CredentialsProvider = Credentials(),
        OnTransferProgress = _ => !cancellationToken.IsCancellationRequested,
        OnProgress = _ => !cancellationToken.IsCancellationRequested,
    };

    /// <summary>A sentence for what went wrong, without secrets.</summary>
    internal string Explain(Exception exception)
    {
        var reason = address.Token is { Length: > 0 } token
            ? exception.Message.Replace(token, "***", StringComparison.Ordinal)
            : exception.Message;
        var isRefused = reason.Contains(TokenRefused, StringComparison.Ordinal);
        var asksForToken = address.Token is null
            && (reason.Contains("authentication", StringComparison.Ordinal) || reason.Contains("401", StringComparison.Ordinal));
        return address.IsLocal && !Directory.Exists(address.Url) ? $"There is no repository {address.Url}."
            : isRefused ? $"{Where} refused the token: is it still valid, and may it read the contents of this repository?"
            : asksForToken ? $"{Where} asks for a token: a private repository needs Notes:TokenFile, and a misspelled one looks private."
            : $"{Where} did not give the notes: {reason.TrimEnd('.')}.";
    }

    /// <summary>Gives the token once, and to the host of the address alone, wherever a redirection leads.</summary>
    private LibGit2Sharp.Handlers.CredentialsHandler? Credentials()
    {
        if (address.Token is not { } token || address.IsLocal)
        {
            return null;
        }

        var home = new Uri(address.Url);
        var isGiven = false;
        return (url, user, _) =>
        {
            var isHome = Uri.TryCreate(url, UriKind.Absolute, out var asking) && asking.Host == home.Host && asking.Scheme == home.Scheme
                && asking.Port == home.Port;
            if (isGiven || !isHome)
            {
                throw new InvalidOperationException(isHome ? TokenRefused : "it redirects to another host, which gets no token");
            }

            isGiven = true;
            return new UsernamePasswordCredentials { Username = string.IsNullOrEmpty(user) ? AnyUser : user, Password = token };
        };
    }
}
