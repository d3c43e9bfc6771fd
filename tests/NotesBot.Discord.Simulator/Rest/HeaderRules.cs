using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>What the headers of a request must be.</summary>
internal sealed partial class HeaderRules(World world)
{
    private int _refusedTokens;

    /// <summary>The refusal, or nothing when all is well.</summary>
    public RestReply? Check(RestCall call)
    {
        if (!UserAgent().IsMatch(call.Headers.GetValueOrDefault("User-Agent") ?? ""))
        {
            world.Violate("RE-01", "REF", "The User-Agent is not \"DiscordBot (url, version)\".", call.Name);
            return RestReply.Error(403, 40333, "internal network error");
        }

        return CheckAuthorization(call) ?? CheckBody(call);
    }

    private RestReply? CheckAuthorization(RestCall call)
    {
        var authorization = call.Headers.GetValueOrDefault("Authorization");
        if (call.Route.Access != Access.Bot)
        {
            if (call.Route.Access == Access.Path && authorization is not null)
            {
                world.Violate("RE-03", "SPEC", "The token is in the path; the bot's own token does not belong here.", call.Name);
            }

            return null;
        }

        if (authorization != $"Bot {world.Options.Token}")
        {
            return Refuse(call, authorization);
        }

        NoteAskingOn(call);
        return null;
    }

    /// <summary>A fault refused the token: whoever asks on does not listen.</summary>
    public void RefuseToken() => Interlocked.Increment(ref _refusedTokens);

    private void NoteAskingOn(RestCall call)
    {
        if (Volatile.Read(ref _refusedTokens) > 0)
        {
            world.Violate("RE-17", "RL", "Asked again with a token that was refused.", call.Name);
        }
    }

    private RestReply Refuse(RestCall call, string? authorization)
    {
        if (authorization?.StartsWith("Bot ", StringComparison.Ordinal) != true)
        {
            world.Violate("RE-04", "REF", "This route needs \"Authorization: Bot token\".", call.Name);
        }
        else
        {
            NoteAskingOn(call);
            RefuseToken();
        }

        return ApiErrors.Unauthorized;
    }

    private RestReply? CheckBody(RestCall call)
    {
        if (call.Unreadable is { } reply)
        {
            world.Violate("RE-02", "REF", "The body is not JSON or multipart with a boundary.", call.Name);
            return reply;
        }

        if (call.Body is null && call.Method is "POST" or "PUT" or "PATCH")
        {
            world.Violate("RE-02", "REF", "This route needs a body.", call.Name);
            return ApiErrors.NotJson;
        }

        return null;
    }

    [GeneratedRegex(@"^DiscordBot \([^\s,()]+, [^\s()]+\)")]
    private static partial Regex UserAgent();
}
