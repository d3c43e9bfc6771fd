using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Text;

namespace NotesBot.Search.Answers;

/// <summary>Looks whether the notes themselves say what only the syllabus seems to list.</summary>
internal sealed class LiteralText(Scope scope)
{
    /// <summary>So many of the first passages are looked at for the words themselves.</summary>
    private const int Looked = 3;

    /// <summary>Characters that a line of prose has more than a title.</summary>
    private const int MinMore = 25;

    /// <summary>Whether one of the first passages says what was asked in a line that says more than a line of a syllabus does.</summary>
    internal bool SaysMore(Ranked ranked, string title)
    {
        var name = new AskedName([.. ranked.Meanings.Where(meaning => !meaning.Word.IsStop)]);
        return ranked.Candidates.Take(Looked).Select(candidate => candidate.PassageIn(scope.View)?.Text ?? "").Any(text =>
            name.PlacesIn(text, [.. WordReader.Read(text).Where(word => word.Reading == Reading.Whole)])
                .Any(place => LineAround(text, place.Start, place.End) >= title.Length + MinMore));
    }

    private static int LineAround(string text, int start, int end)
    {
        var next = text.IndexOf('\n', end);
        return (next < 0 ? text.Length : next) - text.LastIndexOf('\n', start) - 1;
    }
}
