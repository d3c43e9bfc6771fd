using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Files of a multipart request and what refers to them, as on the page "Reference", section "Uploading files".</summary>
internal static class FileRules
{
    private const int MaxFiles = 10;
    private const int MaxNameLength = 255;

    /// <summary>Checks a message's files; <paramref name="kept"/> are the names of files that the message already has.</summary>
    public static void Check(RestCall call, JsonElement message, IReadOnlyList<string> kept, Spot at)
    {
        CheckNames(call, at.Under("RE-30", "ours"));
        CheckIds(call, message, at.Under("RE-29", "REF"));
        CheckReferences(call, message, kept, at.Under("MC-25", "REF"));
        CheckShown(call, message, at.Under("RE-29", "CR"));
    }

    private static void CheckNames(RestCall call, Spot at)
    {
        var names = call.Files.Select(file => file.FileName).ToList();
        if (names.Count > MaxFiles)
        {
            at.In("files").Say("BASE_TYPE_BAD_LENGTH", $"Must be between 0 and {MaxFiles} in length.");
        }

        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            at.In("files").Under("RE-29", "REF").Say("FILE_NAME_DUPLICATED", "File names must be unique");
        }

        foreach (var name in names.Where(IsUnclean))
        {
            at.In("files").Note($"The file name \"{name}\" is not clean.");
        }
    }

    private static bool IsUnclean(string name) =>
        name.Length is 0 or > MaxNameLength || name.Any(char.IsControl) || name.IndexOfAny(['"', '/', '\\']) >= 0 || name.StartsWith('.');

    private static void CheckIds(RestCall call, JsonElement message, Spot at)
    {
        var entries = JsonText.Items(message, "attachments").ToList();
        foreach (var file in call.Files)
        {
            if (!entries.Exists(entry => $"files[{IdOf(entry)}]" == file.PartName))
            {
                at.In("attachments").Note($"No attachments entry has the id of {file.PartName}.");
            }
        }

        foreach (var index in Enumerable.Range(0, entries.Count)
            .Where(index => JsonText.Property(entries[index], "id") is { ValueKind: JsonValueKind.Number }))
        {
            at.In("attachments").In(index).In("id").Note("The id of a file is sent as a string.");
        }
    }

    private static void CheckReferences(RestCall call, JsonElement message, IReadOnlyList<string> kept, Spot at)
    {
        const string Scheme = "attachment://";
        var names = call.Files.Select(file => file.FileName).Concat(kept).ToHashSet(StringComparer.Ordinal);
        foreach (var url in Urls(message).Where(url => url.StartsWith(Scheme, StringComparison.Ordinal)
            && !names.Contains(url[Scheme.Length..])))
        {
            at.Say("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", $"The referenced attachment \"{url}\" was not found");
        }
    }

    private static void CheckShown(RestCall call, JsonElement message, Spot at)
    {
        var isV2 = ((JsonText.Number(message, "flags") ?? 0) & MessageShapes.ComponentsV2) != 0;
        foreach (var file in call.Files.Where(file => isV2
            && !Urls(message).Contains($"attachment://{file.FileName}", StringComparer.Ordinal)))
        {
            at.Note($"Under Components V2 nobody sees \"{file.FileName}\" unless a component shows it.");
        }
    }

    private static IEnumerable<string> Urls(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            value.EnumerateObject().SelectMany(property => property.Name is "url" or "icon_url" ? [JsonText.Of(property.Value)]
                : Urls(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Urls),
        _ => [],
    };

    private static string IdOf(JsonElement entry) =>
        JsonText.Property(entry, "id") is { } id ? (id.ValueKind == JsonValueKind.String ? JsonText.Of(id) : id.GetRawText()) : "";
}
