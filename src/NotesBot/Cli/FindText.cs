using System.Globalization;
using System.Text;
using NotesBot.Commands.Contract;
using NotesBot.Terminal;

namespace NotesBot.Cli;

/// <summary>The hits of <c>find</c> as plain text, with all that is known of each.</summary>
internal static class FindText
{
    /// <summary>The whole answer, without a last line end.</summary>
    public static string Of(FindJson found)
    {
        var text = new StringBuilder();
        if (found.SearchedFor is { } corrected)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Searched for “{Printable.OneLine(corrected)}” instead.");
        }

        text.AppendLine(OpeningOf(found)).Replace("\n\n", "\n");
        for (var rank = 1; rank <= found.Results.Count; rank++)
        {
            Append(text, rank, found.Results[rank - 1]);
        }

        return text.ToString().Trim('\n');
    }

    private static string OpeningOf(FindJson found) => found switch
    {
        { Notice: { } notice } => notice,
        { Confident: true } => "",
        { Results.Count: 0 } => "Not in the notes.",
        _ => "Not in the notes. What is near:",
    };

    private static void Append(StringBuilder text, int rank, FindResultJson result)
    {
        var heading = Printable.OneLine(result.Heading ?? result.Path);
        text.AppendLine(CultureInfo.InvariantCulture, $"\n{rank}. {heading}  [{result.Score:0.00}]");
        text.AppendLine(CultureInfo.InvariantCulture, $"   {Printable.OneLine(result.Url ?? result.Path)}");
        foreach (var line in result.Snippet.Split('\n'))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   {Printable.OneLine(line)}");
        }

        foreach (var line in result.Explanation ?? [])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"     · {Printable.OneLine(line)}");
        }
    }
}
