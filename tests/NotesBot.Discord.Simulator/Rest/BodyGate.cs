using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Turns findings into violations, and into the refusal if one refuses.</summary>
internal sealed class BodyGate(World world)
{
    private const int ShownFindings = 10;

    /// <summary>Judges the body of a call by itself.</summary>
    public RestReply? Check(RestCall call, BodyKind kind) =>
        Apply(call, RequestBody.Judge(kind, call.Body ?? default, call.Files.Count));

    /// <summary>Runs further checks over a part of the body.</summary>
    public RestReply? Check(RestCall call, Action<Spot> check)
    {
        var found = new List<Finding>();
        check(new Spot("", new Rule("MC-33", "SPEC"), found));
        return Apply(call, found);
    }

    private RestReply? Apply(RestCall call, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Take(ShownFindings))
        {
            var where = finding.Path.Length > 0 ? $"{finding.Path}: " : "";
            world.Violate(finding.Rule, $"{where}{finding.Message} ({finding.Code})", call.Name);
        }

        return FindingReply.Of(findings);
    }
}
