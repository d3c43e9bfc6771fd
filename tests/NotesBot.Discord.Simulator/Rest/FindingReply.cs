using System.Globalization;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Findings as an error body: a tree that mirrors the request, with the leaves at the paths.</summary>
internal static class FindingReply
{
    /// <summary>The answer that refuses; <see langword="null"/> when nothing refuses.</summary>
    public static RestReply? Of(IReadOnlyList<Finding> findings)
    {
        var refusing = findings.Where(finding => finding.Refuses).ToList();
        if (refusing.Count == 0)
        {
            return null;
        }

        if (refusing.Find(finding => finding.Status == 500) is not null)
        {
            return RestReply.Error(500, 0, "500: Internal Server Error");
        }

        return refusing.All(finding => finding.ApiCode != 50035)
            ? RestReply.Error(refusing[0].Status, refusing[0].ApiCode, refusing[0].Message)
            : Tree(refusing.Where(finding => finding.ApiCode == 50035));
    }

    private static RestReply Tree(IEnumerable<Finding> findings)
    {
        var errors = new JsonObject();
        foreach (var finding in findings)
        {
            var leaf = finding.Path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(errors, Child);
            var list = leaf["_errors"]?.AsArray() ?? [];
            leaf["_errors"] ??= list;
            list.Add(new JsonObject { ["code"] = finding.Code, ["message"] = finding.Message });
        }

        var body = new JsonObject { ["message"] = "Invalid Form Body", ["code"] = 50035, ["errors"] = errors };
        return new RestReply(400, body);
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        var key = name.ToString(CultureInfo.InvariantCulture);
        parent[key] ??= new JsonObject();
        return parent[key]!.AsObject();
    }
}
