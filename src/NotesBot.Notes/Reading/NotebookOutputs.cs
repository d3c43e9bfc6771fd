using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading;

/// <summary>What the cells of one notebook printed: the beginning of each text; the rest and all pictures are counted.</summary>
internal sealed partial class NotebookOutputs
{
    private const int MaxLines = 10;

    private const int MaxLength = 500;

    /// <summary>Far more than is shown, with all escapes in it.</summary>
    private const int MaxLookedAt = 64 << 10;

    /// <summary>Where an output's text is, in the order of preference; <c>text</c> and <c>latex</c> are of format 3.</summary>
    private static readonly string[] TextTypes = ["text", "text/plain", "text/latex", "latex"];

    private int _pictures;
    private int _shortened;
    private int _others;

    /// <summary>What was left out, by kind.</summary>
    internal IReadOnlyList<LeftOut> LeftOut =>
        [.. new LeftOut[] { new(LeftOutKind.NotebookPicture, _pictures), new(LeftOutKind.Output, _others), new(LeftOutKind.OutputEnd, _shortened) }.Where(kind => kind.Count > 0)];

    /// <summary>What a cell shows as Markdown, for people to read; empty for all else.</summary>
    internal static string Markdown(JsonElement output)
    {
        var text = NotebookJson.Text(NotebookJson.Child(output, "data"), "text/markdown");
        return text[..Math.Min(text.Length, MaxLookedAt)];
    }

    /// <summary>Counts the pictures that a cell carries inside.</summary>
    internal void CountAttachments(JsonElement cell)
    {
        var attachments = NotebookJson.Child(cell, "attachments");
        _pictures += attachments.ValueKind == JsonValueKind.Object ? attachments.EnumerateObject().Count() : 0;
    }

    /// <summary>The beginning of an output's text; empty when it has none.</summary>
    internal string Read(JsonElement output)
    {
        var data = NotebookJson.Child(output, "data");
        data = data.ValueKind == JsonValueKind.Object ? data : output;
        var hasPicture = data.ValueKind == JsonValueKind.Object && data.EnumerateObject().Any(IsPicture);
        _pictures += hasPicture ? 1 : 0;
        var whole = TextOf(output, data);
        var text = PlainText.Code(Escapes().Replace(whole[..Math.Min(whole.Length, MaxLookedAt)], ""));
        if (text.Length == 0 || ObjectName().IsMatch(text))
        {
            _others += hasPicture || NotebookJson.Text(data, "text/html").Length == 0 ? 0 : 1;
            return "";
        }

        return Shorten(text);
    }

    private static bool IsPicture(JsonProperty member) =>
        member.Name.StartsWith("image/", StringComparison.Ordinal) || member.Name is "png" or "jpeg" or "svg";

    private static string TextOf(JsonElement output, JsonElement data)
    {
        if (NotebookJson.Text(output, "output_type") is "error" or "pyerr")
        {
            return $"{NotebookJson.Text(output, "ename")}: {NotebookJson.Text(output, "evalue")}";
        }

        return TextTypes.Select(name => NotebookJson.Text(data, name)).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    private string Shorten(string text)
    {
        var end = 0;
        for (var line = 0; line < MaxLines && end >= 0 && end < text.Length; line++)
        {
            end = text.IndexOf('\n', end + 1);
        }

        end = Math.Min(end < 0 ? text.Length : end, MaxLength);
        if (end >= text.Length)
        {
            return text;
        }

        _shortened++;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd();
    }

    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();

    /// <summary>What a program prints for a thing that it shows as a picture: <c>&lt;Figure size 432x288 with 1 Axes&gt;</c>.</summary>
    [GeneratedRegex(@"^<[^\n<>]*>$")]
    private static partial Regex ObjectName();
}
