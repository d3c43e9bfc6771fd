using System.Text.Json;
using NotesBot.Commands;
using NotesBot.Discord.Rendering;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>Short ways to make replies, and what becomes of them.</summary>
internal static class Rendered
{
    internal const string Url = "https://notes.example/blob/main/a.md#drift";

    internal static SentMessage Render(Reply reply) => SentMessage.Of(ReplyRenderer.Message(reply, isPrivate: false));

    internal static PassageBlock Hit(int rank, string body, bool brief = false) =>
        new("Title", "Course 1 · Week 2", body) { Source = "a.md, lines 1-2", Rank = rank, Brief = brief };

    internal static PassageBlock Table(params string[] rows)
    {
        var parts = new List<BodyStretch>();
        var start = 0;
        foreach (var row in rows)
        {
            parts.Add(new BodyStretch(start == 0 ? StretchKind.TableHeader : StretchKind.TableRow, start, row.Length));
            start += row.Length + 1;
        }

        return Hit(1, string.Join('\n', rows)) with { Stretches = parts };
    }

    internal static string Words(int length) => string.Concat(Enumerable.Repeat("some words ", length / 11 + 1))[..length];

    internal static (string?, string?) Link(JsonElement button) => (button.GetProperty("label").GetString(),
        button.GetProperty("url").GetString());
}
