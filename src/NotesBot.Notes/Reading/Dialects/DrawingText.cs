using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>A file of Excalidraw: its text elements are text, its drawing and the words of the plug-in are not.</summary>
internal static partial class DrawingText
{
    /// <summary>Blanks all but the text elements, so that each offset stays.</summary>
    internal static void Keep(char[] text)
    {
        var source = new string(text);
        var elements = Elements().Match(source);
        var (start, end) = elements.Success ? (elements.Groups["text"].Index, elements.Groups["text"].Index + elements.Groups["text"].Length) : (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = text[i] is '\n' or '\r' || (i >= start && i < end) ? text[i] : ' ';
        }
    }

    [GeneratedRegex(@"^##? Text Elements[^\n]*\n(?<text>(?s:.)*?)(?=^#|^%%|\z)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Elements();
}
