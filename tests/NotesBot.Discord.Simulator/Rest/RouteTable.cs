namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Who may ask a route.</summary>
internal enum Access
{
    /// <summary>Needs <c>Authorization: Bot</c>.</summary>
    Bot,

    /// <summary>The token is in the path; no <c>Authorization</c> belongs there.</summary>
    Path,

    /// <summary>Anybody.</summary>
    Open,
}

/// <summary>A route of the API.</summary>
/// <param name="Name">Short name for options and faults, such as <c>callback</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">As in the OpenAPI description: <c>/interactions/{interaction_id}/{interaction_token}/callback</c>.</param>
/// <param name="Access">Who may ask.</param>
/// <param name="Handle">What it does.</param>
internal sealed record Route(string Name, string Method, string Template, Access Access, Func<RestCall, RestReply> Handle)
{
    private readonly string[] _parts = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is noted of a request that a fault never lets be answered.</summary>
    public Action<RestCall>? Swallow { get; init; }

    /// <summary>The values of a path that fits, else <see langword="null"/>.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _parts.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < path.Length; i++)
        {
            if (_parts[i][0] == '{')
            {
                values[_parts[i][1..^1]] = path[i];
            }
            else if (_parts[i] != path[i])
            {
                return null;
            }
        }

        return values;
    }
}

/// <summary>All routes; the literal ones stand before those with a placeholder.</summary>
internal sealed class RouteTable(IReadOnlyList<Route> routes)
{
    /// <summary>The route and the values of its path; or none and whether the path exists for other methods.</summary>
    public (Route? Route, Dictionary<string, string> Values, bool PathExists) Find(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var pathExists = false;
        foreach (var route in routes)
        {
            if (route.Match(parts) is { } values)
            {
                pathExists = true;
                if (route.Method == method)
                {
                    return (route, values, true);
                }
            }
        }

        return (null, [], pathExists);
    }
}
