using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>A request's body: JSON, or JSON and files.</summary>
internal sealed record ReadBody(JsonElement? Json, IReadOnlyList<UploadedFile> Files, RestReply? Unreadable);

/// <summary>Reads bodies as the page "Reference" describes them.</summary>
internal static class RequestReader
{
    private const long MaxBytes = 25 * 1024 * 1024;

    public static async Task<ReadBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length > MaxBytes)
        {
            return Bad(ApiErrors.FileTooLarge);
        }

        if (buffer.Length == 0)
        {
            return new ReadBody(null, [], null);
        }

        buffer.Position = 0;
        var type = request.ContentType ?? "";
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return Parse(buffer.ToArray(), []);
        }

        return type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReadFormAsync(request, buffer, cancellationToken)
            : Bad(ApiErrors.WrongContentType);
    }

    private static async Task<ReadBody> ReadFormAsync(HttpRequest request, MemoryStream buffer, CancellationToken cancellationToken)
    {
        request.Body = buffer;
        var feature = new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = MaxBytes });
        try
        {
            var form = await feature.ReadFormAsync(cancellationToken);
            var files = form.Files.Select(file => new UploadedFile(file.Name, file.FileName, file.Length, file.ContentType)).ToList();
            return form.TryGetValue("payload_json", out var json)
                ? Parse(System.Text.Encoding.UTF8.GetBytes(json.ToString()), files)
                : new ReadBody(null, files, null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return Bad(ApiErrors.WrongContentType);
        }
    }

    private static ReadBody Parse(byte[] bytes, IReadOnlyList<UploadedFile> files)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new ReadBody(document.RootElement.Clone(), files, null);
        }
        catch (JsonException)
        {
            return Bad(ApiErrors.NotJson);
        }
    }

    private static ReadBody Bad(RestReply reply) => new(null, [], reply);
}
