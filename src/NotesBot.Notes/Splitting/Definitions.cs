using System.Text.RegularExpressions;

namespace NotesBot.Notes.Splitting;

/// <summary>Recognises pieces that say what something is.</summary>
internal static partial class Definitions
{
    /// <summary>Whether a chunk begins by saying what something is, or is a list of terms with what they mean.</summary>
    internal static bool Is(Chunk chunk)
    {
        var pieces = chunk.Pieces.Where(piece => piece.Kind is PassagePartKind.Prose or PassagePartKind.ListItem).ToList();
        if (pieces.Count == 0)
        {
            return false;
        }

        var first = Mark().Replace(pieces[0].Text, "");
        var heading = chunk.Above.Count == 0 ? "" : chunk.Above[^1].Text;
        return IsSentence(first, heading) || pieces.Count(piece => Entry().IsMatch(piece.Text)) * 2 > pieces.Count;
    }

    private static bool IsSentence(string text, string heading) =>
        Sentence().IsMatch(text) || Entry().IsMatch(text) || (heading.Length is > 0 and < 60 && text.StartsWith($"{heading} is ", StringComparison.OrdinalIgnoreCase));

    /// <summary>"An X (Y) is the ...", "X refers to ...", "X ist eine ...": a short subject without a verb of its own, then a verb that defines.</summary>
    [GeneratedRegex(
        @"^(?!(?:it|this|that|these|those|there|here|what|which|how|why|when|where|who|if|dies|das|es|hier|wenn|da)\b)(?:(?:an?|the|der|die|das|eine?)\s+)?(?:[\p{L}\p{N}$][\p{L}\p{N}$\\/&'’.-]*\s+){1,6}?(?:\([^)]{1,60}\)\s+)?(?:(?:is|are|was)\s+(?:an?|the|any|defined|when|one of|called|used|about)\b|means?\b|refers?\s+to\b|stands?\s+for\b|denotes?\b|describes?\b|ist\s+(?:eine?|der|die|das|wenn)\b|sind\s+\p{L}|bezeichnet\b|bedeutet\b|heißt\b|nennt\s+man\b|beschreibt\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:- |\d+\. )(?:\[[ x]\] )?")]
    private static partial Regex Mark();

    /// <summary>"- Term: what it means": a term of a few words, a colon or dash, and more than a few words behind it.</summary>
    [GeneratedRegex(@"^(?:- |\d+\. )?(?:\[[ x]\] )?\p{Lu}[^\n:.!?–—]{1,50}(?::| [–—-]) \S.{24,}")]
    private static partial Regex Entry();
}
