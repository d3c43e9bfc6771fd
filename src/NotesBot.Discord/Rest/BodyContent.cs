using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Rest;

/// <summary>Bodies of requests: JSON, or JSON with files as <c>multipart/form-data</c>.</summary>
/// <remarks>Source: Discord's page "Reference", section "Uploading Files".</remarks>
internal static class BodyContent
{
    private const int NameLength = 100;

    /// <summary>A JSON body as it stands.</summary>
    public static HttpContent Json(ReadOnlyMemory<byte> json)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>The body of a message; files that are too large are left out.</summary>
    /// <param name="body">What to send.</param>
    /// <param name="isCallback">Whether the message stands under <c>data</c>.</param>
    public static HttpContent Make(MessageBody body, bool isCallback)
    {
        var files = body.Files.Where(file => file.Content.Length <= body.MaxFileBytes).Take(DiscordLimits.Files).ToList();
        if (files.Count == 0)
        {
            return Json(body.Json);
        }

        var names = UniqueNames(files);
        var parts = new MultipartFormDataContent();
        parts.Add(Json(WithAttachments(body.Json, names, isCallback)), "payload_json");
        for (var i = 0; i < files.Count; i++)
        {
            parts.Add(Part(files[i], $"files[{i}]", names[i]));
        }

        return parts;
    }

    /// <summary>A name that fits in one header line and in a URL: no path, no quotes, at most 100 characters.</summary>
    public static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var c in last)
        {
            clean.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_');
        }

        var trimmed = clean.ToString().TrimStart('.');
        var extension = Path.GetExtension(trimmed) is { Length: <= 10 } known ? known : "";
        var stem = trimmed[..^extension.Length];
        return (stem.Length == 0 ? "file" : stem[..Math.Min(stem.Length, NameLength - extension.Length)]) + extension;
    }

    private static List<string> UniqueNames(List<MessageFile> files)
    {
        var names = new List<string>();
        foreach (var file in files)
        {
            var name = CleanName(file.Name);
            names.Add(names.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"{names.Count}-{name}" : name);
        }

        return names;
    }

    private static ReadOnlyMemory<byte> WithAttachments(ReadOnlyMemory<byte> json, List<string> names, bool isCallback)
    {
        var root = JsonNode.Parse(json.Span)!.AsObject();
        var message = isCallback ? (root["data"] ??= new JsonObject()).AsObject() : root;
        var kept = message["attachments"] as JsonArray ?? [];
        message["attachments"] = new JsonArray([.. kept.Select(item => item?.DeepClone()), .. names.Select(Attachment)]);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonObject Attachment(string name, int index) =>
        new() { ["id"] = index.ToString(CultureInfo.InvariantCulture), ["filename"] = name };

    private static ReadOnlyMemoryContent Part(MessageFile file, string field, string name)
    {
        var part = new ReadOnlyMemoryContent(file.Content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        part.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{name}\"" };
        return part;
    }
}
