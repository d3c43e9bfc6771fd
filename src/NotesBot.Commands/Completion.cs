using NotesBot.Search;

namespace NotesBot.Commands;

/// <summary>What is offered while somebody types an option that several commands take.</summary>
internal sealed class Completion(IPassageSearcher searcher)
{
    /// <summary>Longest label and longest value of a choice, in UTF-16 units.</summary>
    internal const int MaxLabelLength = 100;

    private const int MaxTypedLength = 200;

    internal IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption)
    {
        var typed = Plain.CutHard(invocation.Options.GetValueOrDefault(focusedOption, "").Trim(), MaxTypedLength);
        var texts = Texts.For(invocation.Asker.Locale);
        return focusedOption switch
        {
            Options.Query => CompleteQuery(typed, invocation),
            Options.Course => Lookup().CompleteCourse(typed, invocation.Number(Options.Week), texts),
            Options.Week => Lookup().CompleteWeek(typed, invocation.Number(Options.Course), texts),
            _ => [],
        };
    }

    private SyllabusLookup Lookup() => new(searcher.Library);

    private List<Choice> CompleteQuery(string typed, Invocation invocation)
    {
        var request = new SuggestRequest(
            typed, invocation.Number(Options.Course), invocation.Number(Options.Week), CommandSet.MaxChoices);
        return
        [
            .. searcher.Suggest(request)
                .Select(suggestion => Plain.OneLine(suggestion.Text))
                .Where(text => text.Length > 0)
                .Select(text => new Choice(Plain.Cut(text, MaxLabelLength), Plain.CutHard(text, MaxLabelLength))),
        ];
    }
}
