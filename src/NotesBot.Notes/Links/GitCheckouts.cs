using System.Collections.Concurrent;

namespace NotesBot.Notes.Links;

/// <summary>The checkout around the notes folder, and those inside it: a file of a submodule is of another repository. Safe to use from many threads.</summary>
/// <param name="folder">The notes folder.</param>
/// <param name="hosts">Kinds of further hosts, by host name.</param>
internal sealed class GitCheckouts(string folder, IReadOnlyDictionary<string, SlugStyle> hosts) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<GitCheckout?>> _checkouts = new(StringComparer.Ordinal);

    /// <summary>The page of a place on the host of its repository; <see langword="null"/> when it has none.</summary>
    internal string? UrlOf(PassagePlace place)
    {
        var inner = InnermostOf(place.Path);
        return Of(inner)?.UrlOf(place with { Path = place.Path[inner.Length..] });
    }

    /// <summary>Looks for the outer one before the first question does.</summary>
    internal void Prepare() => Of("")?.Prepare();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var checkout in _checkouts.Values.Where(checkout => checkout.IsValueCreated))
        {
            checkout.Value?.Dispose();
        }
    }

    private GitCheckout? Of(string inner) =>
        _checkouts.GetOrAdd(inner, at => new Lazy<GitCheckout?>(() => GitCheckout.Around(Path.Combine(folder, at), hosts))).Value;

    /// <summary>The folder of the innermost checkout that a file lies in, with a slash at its end; empty for the one around the notes.</summary>
    private string InnermostOf(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (Path.Exists(Path.Combine(folder, path[..end], ".git")))
            {
                return path[..(end + 1)];
            }
        }

        return "";
    }
}
