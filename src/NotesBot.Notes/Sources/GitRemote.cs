using LibGit2Sharp;

using NotesBot.Notes.Links;
namespace NotesBot.Notes.Sources;

/// <summary>The other end: what it has, how it is asked, and what its refusals mean.</summary>
internal sealed class GitRemote(GitAddress address)
{
    /// <summary>Its address as libgit2 is to speak to it.</summary>
    internal string Url => address.IsLocal ? address.Url : HostSubtransport.Prefix + address.Url;

    private string Where => address.IsLocal ? address.Url : new Uri(address.Url).Host;

    /// <summary>The hash of its newest commit.</summary>
    /// <exception cref="FetchFailedException">It has no such branch, or no commit.</exception>
    /// <exception cref="LibGit2SharpException">It does not answer, or refuses.</exception>
    internal string Newest()
    {
        GlobalSettings.SetOwnerValidation(false);
        var references = Repository.ListRemoteReferences(Url).ToList();
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
    internal static FetchOptions Options(CancellationToken cancellationToken) => new()
    {
        TagFetchMode = TagFetchMode.None,
        OnTransferProgress = _ => !cancellationToken.IsCancellationRequested,
        OnProgress = _ => !cancellationToken.IsCancellationRequested,
    };

    /// <summary>Speaks to it while something runs, within the limits.</summary>
    /// <exception cref="FetchFailedException">It refuses, is silent, or sends too much; the message says which.</exception>
    internal T Speak<T>(Func<T> run, CancellationToken cancellationToken)
    {
        if (address.IsLocal)
        {
            return run();
        }

        using var conversation = new HostConversation(address, cancellationToken);
        return HostSubtransport.Through(conversation, run);
    }

    /// <summary>A sentence for what went wrong.</summary>
    internal string Explain(Exception exception) => address.IsLocal && !Directory.Exists(address.Url) ? $"There is no repository {address.Url}."
        : $"{Where} did not give the notes: {exception.Message.TrimEnd('.')}.";
}
