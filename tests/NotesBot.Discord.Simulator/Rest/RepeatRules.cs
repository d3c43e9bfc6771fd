namespace NotesBot.Discord.Simulator.Rest;

/// <summary>What must not be sent again: a body that the API failed on, and a follow-up that may have arrived.</summary>
internal sealed class RepeatRules(World world)
{
    private const int Kept = 1_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Rule> _barred = new(StringComparer.Ordinal);

    /// <summary>Looks whether the request is one that must not come again.</summary>
    public void Check(RestCall call)
    {
        lock (_gate)
        {
            if (call.Body is not null && _barred.TryGetValue(Key(call), out var rule))
            {
                world.Violate(rule, "The same body once more, though the first try failed or may have arrived.", call.Name);
            }
        }
    }

    /// <summary>Remembers what came of a request.</summary>
    public void Remember(RestCall call, RestReply reply)
    {
        Rule? rule = reply.Status == 500 ? new Rule("MC-38", "ours") : null;
        rule ??= call is { ReplyWillBeLost: true, Route.Name: "webhook-post" } ? new Rule("RE-21", "ours") : null;
        if (rule is null || call.Body is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_barred.Count >= Kept)
            {
                _barred.Clear();
            }

            _barred[Key(call)] = rule;
        }
    }

    private static string Key(RestCall call) => $"{call.Method} {call.Path} {call.Body!.Value.GetRawText()}";
}
