namespace NotesBot.Discord.Simulator;

/// <summary>A rule of Discord's (or a stricter one of ours), with the page that it is from.</summary>
/// <param name="Id">A conformance case such as <c>MC-26</c>.</param>
/// <param name="Page">Abbreviation of the page: GW, GE, OP, RL, REF, AC, IO, RR, CR, MSG, WH, APP, PERM, SPEC, field, ours.</param>
public sealed record Rule(string Id, string Page);

/// <summary>A rule that the bot broke.</summary>
/// <param name="Rule">Which one.</param>
/// <param name="Sentence">What was wrong, for a person.</param>
/// <param name="Request">What was sent: method and route, or the gateway's frame; no tokens.</param>
/// <param name="At">When it arrived, by the simulator's clock.</param>
public sealed record Violation(Rule Rule, string Sentence, string Request, DateTimeOffset At)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Id} ({Rule.Page}): {Sentence} [{Request}]";
}
