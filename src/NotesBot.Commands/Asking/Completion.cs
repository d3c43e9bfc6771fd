using NotesBot.Commands.Wording;
using NotesBot.Search;

namespace NotesBot.Commands.Asking;

/// <summary>What is offered while somebody types an option that several commands take.</summary>
internal sealed class Completion(IPassageSearcher searcher)
{
    /// <summary>Longest label and longest value of a choice, in UTF-16 units.</summary>
    internal const int MaxLabelLength = 100;

    private const int MaxTypedLength = 200;

    /// <summary>Weeks that are offered before anything is typed; headings have the rest of the list.</summary>
    private const int MaxWeeks = 12;

    internal IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption)
    {
        var typed = Plain.CutHard(invocation.Options.GetValueOrDefault(focusedOption, "").Trim(), MaxTypedLength);
        var texts = Texts.For(invocation.Asker.Locale);
        return focusedOption switch
        {
            Options.Query => CompleteQuery(typed, invocation, texts),
            Options.Course => Lookup().CompleteCourse(typed, invocation.Number(Options.Week), texts),
            Options.Week => Lookup().CompleteWeek(typed, invocation.Number(Options.Course), texts),
            _ => [],
        };
    }

    private SyllabusLookup Lookup() => new(searcher.Library);

    /// <summary>What goes on with the typed text; before anything is typed, the weeks that have notes, and the most useful headings.</summary>
    private List<Choice> CompleteQuery(string typed, Invocation invocation, Texts texts)
    {
        var request = new SuggestRequest(
            typed, invocation.Number(Options.Course), invocation.Number(Options.Week), CommandDefinition.MaxChoices);
        var weeks = typed.Length > 0 ? [] : Lookup().CompleteTopic(request.Course, request.Week, texts).Take(MaxWeeks);
        return
        [
            .. weeks,
            .. searcher.Suggest(request)
                .Select(suggestion => Plain.OneLine(suggestion.Text))
                .Where(text => text.Length > 0)
                .Select(text => ToChoice(text, text)),
        ];
    }

    /// <summary>A choice of which a person sees one text, and which stands for another, both made to fit.</summary>
    internal static Choice ToChoice(string label, string value) =>
        new(Plain.Cut(label, MaxLabelLength), Plain.CutHard(value, MaxLabelLength));
}
