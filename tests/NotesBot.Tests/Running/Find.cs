using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Tests.Running;

/// <summary>Asks the program with <c>find</c>, and reads what it prints.</summary>
internal static class Find
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<FindAnswer> AskAsync(NotesOnDisk disk, string query, params string[] options)
    {
        var find = await ProgramHere.RunAsync(disk, ["find", "--json", .. options, "--", query]);
        Assert.Equal((0, ""), (find.ExitCode, find.Errors));
        return Read(find.Output);
    }

    public static Task<FindAnswer[]> AskAllAsync(NotesOnDisk disk, params string[] queries) => AskAllAsync(disk, [], queries);

    /// <summary>Asks several questions at once; their answers in order.</summary>
    public static async Task<FindAnswer[]> AskAllAsync(NotesOnDisk disk, string[] options, params string[] queries)
    {
        var lines = queries.Select((query, number) => new JsonObject { ["id"] = $"q{number}", ["query"] = query }.ToJsonString());
        var batch = disk.WriteBeside("questions.jsonl", string.Join('\n', lines));
        var find = await ProgramHere.RunAsync(disk, ["find", "--batch", batch, "--json", .. options]);
        Assert.Equal(0, find.ExitCode);
        return [.. find.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    public static FindAnswer Read(string json) => JsonSerializer.Deserialize<FindAnswer>(json, Web)!;
}

internal sealed record FindAnswer(
    string? Id, string Query, bool Confident, IReadOnlyList<FindResult> Results, string? SearchedFor, string? Notice);

internal sealed record FindResult(string Path, string? Heading, int? Course, int? Week, string Text, string Snippet, double Score);
