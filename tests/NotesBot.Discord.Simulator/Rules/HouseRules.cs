using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What Discord lets through and we do not: said about every message that is sent, and never a reason to refuse it.</summary>
internal static partial class HouseRules
{
    private const int MaxCodeColumns = 60;

    /// <summary>Checks a body that makes or changes a message.</summary>
    public static void Check(JsonElement message, Spot at)
    {
        CheckAllowedMentions(message, at.Under("MC-26", "MSG").In("allowed_mentions"));
        CheckCode(message, at.Under("MC-35", "ours"));
        CheckPictures(message, at.Under("MC-36", "CR"));
        foreach (var ping in MentionParser.Pings(message))
        {
            at.Under("SA-01", "MSG").Note($"{ping} pings.");
        }

        foreach (var mention in MentionParser.LiveMentions(message).Except(MentionParser.Pings(message), StringComparer.Ordinal))
        {
            at.Under("SA-01", "MSG")
                .Note($"{mention} is a live mention; edits have ignored allowed_mentions, so the text must break it too.");
        }
    }

    /// <summary>Lines of code blocks on a phone.</summary>
    private static void CheckCode(JsonElement message, Spot at)
    {
        var texts = ComponentTree.Of(message).Select(node => JsonText.Of(node.Element, "content")).Prepend(JsonText.Of(message, "content"));
        foreach (var line in texts.SelectMany(text => CodeBlock().Matches(text))
            .SelectMany(match => match.Groups["code"].Value.Split('\n')))
        {
            if (JsonText.CodePoints(line) > MaxCodeColumns)
            {
                at.Note($"A line of code of {JsonText.CodePoints(line)} columns; a phone shows {MaxCodeColumns}.");
            }
        }
    }

    private static void CheckPictures(JsonElement message, Spot at)
    {
        var pictures = ComponentTree.Of(message)
            .SelectMany(node => node.Type == 11 ? [node.Element] : JsonText.Items(node.Element, "items"));
        if (pictures.Any(picture => JsonText.IsBlank(JsonText.Of(picture, "description"))))
        {
            at.Note("A picture without alternative text cannot be read aloud.");
        }
    }

    [GeneratedRegex("```(?:[A-Za-z0-9_+#.-]*\n)?(?<code>.+?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    private static void CheckAllowedMentions(JsonElement message, Spot at)
    {
        if (JsonText.Property(message, "allowed_mentions") is not { } allowed)
        {
            at.Note("Without allowed_mentions the default allowances count: user mentions ping.");
        }
        else if (JsonText.Property(allowed, "parse") is not { ValueKind: JsonValueKind.Array } parse || parse.GetArrayLength() > 0)
        {
            at.Note("allowed_mentions must be {\"parse\":[]}.");
        }
    }
}
