namespace NotesBot.Discord.Rest;

/// <summary>Which route of the API, with what Discord counts apart.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">The path with names for its parts: what may be logged, and what requests have in common.</param>
/// <param name="Path">The real path below the version. Holds secrets: never logged.</param>
/// <param name="Major">The parameters that have rate limits of their own (guild, webhook and its token); empty for none.</param>
/// <remarks>Source: Discord's page "Rate Limits".</remarks>
internal sealed record RestRoute(HttpMethod Method, string Template, string Path, string Major)
{
    /// <summary>Whether it carries an interaction's token: no <c>Authorization</c>, no global limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Whether doing it twice is as good as once.</summary>
    public bool IsRepeatable => Method != HttpMethod.Post;

    /// <summary>Method and template.</summary>
    public string Key => $"{Method} {Template}";

    /// <summary>Method and template, never the path.</summary>
    public override string ToString() => Key;

    /// <summary>A route that needs the bot's token.</summary>
    public static RestRoute Bot(HttpMethod method, string template, string path, string major = "") => new(method, template, path, major);

    /// <summary>The one place for the first response.</summary>
    public static RestRoute Callback(InteractionTarget target) => new(
        HttpMethod.Post,
        "/interactions/{id}/{token}/callback",
        $"/interactions/{target.Id}/{Uri.EscapeDataString(target.Token)}/callback",
        $"{target.Id}/{target.Token}")
    { IsInteraction = true };

    /// <summary>Follow-ups (without <paramref name="message"/>) and messages of an interaction.</summary>
    public static RestRoute Webhook(HttpMethod method, InteractionTarget target, string? message)
    {
        var webhook = $"/webhooks/{target.ApplicationId}/{Uri.EscapeDataString(target.Token)}";
        var template = "/webhooks/{application}/{token}";
        return message is null
            ? new(method, template, webhook, MajorOf(target)) { IsInteraction = true }
            : new(method, $"{template}/messages/{{message}}", $"{webhook}/messages/{message}", MajorOf(target)) { IsInteraction = true };
    }

    private static string MajorOf(InteractionTarget target) => $"{target.ApplicationId}/{target.Token}";
}
