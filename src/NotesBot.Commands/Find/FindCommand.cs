using System.Globalization;
using NotesBot.Commands.Asking;
using NotesBot.Commands.Hits;
using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.Find;

/// <summary><c>/find</c>: the passages that answer a question, best first, or an honest "not in the notes".</summary>
public sealed class FindCommand(CommandContext context) : ICompletingCommand, IPressableCommand
{
    /// <summary>What a form can show of its title.</summary>
    private const int MaxTitleLength = 45;

    private readonly FindAnswer _answer = new(context);
    private readonly HitPages _pages = new(context);
    private readonly Completion _completion = new(context.Searcher);

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = Definitions.Slash(
        texts => texts.FindName,
        texts => texts.FindDescription,
        Options.QueryOption, Options.CourseOption, Options.WeekOption, Options.PrivateOption);

    /// <inheritdoc/>
    public async Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var isPrivate = invocation.Flag(Options.Private);
        var audience = Audience.Of(invocation.Asker, isPrivate);
        if (invocation.Text(Options.Query) is not { } query)
        {
            return new Reply([new TextBlock(audience.Texts.NothingAsked)]) { Private = true };
        }

        if (new SyllabusLookup(context.Searcher.Library).Objection(invocation, audience.Texts) is { } objection)
        {
            return new Reply([new TextBlock(objection)]) { Private = isPrivate };
        }

        var request = new SearchRequest(query, invocation.Number(Options.Course), invocation.Number(Options.Week));
        return new Reply(await _answer.AskAsync(request, audience, cancellationToken)) { Private = isPrivate };
    }

    /// <inheritdoc/>
    public IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption) => _completion.Complete(invocation, focusedOption);

    /// <inheritdoc/>
    public bool Answers(ActionState state) => state.Kind switch
    {
        ActionKind.FindPage or ActionKind.ShowPassage or ActionKind.ReadOn or ActionKind.SeeAlso => true,
        ActionKind.Folded or ActionKind.AskAgain => true,
        ActionKind.Share => state.Passages.Count > 0,
        _ => false,
    };

    /// <inheritdoc/>
    public async Task<Reply> PressAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.State.Kind == ActionKind.AskAgain)
        {
            return await AskAgainAsync(press, cancellationToken);
        }

        var audience = Audience.Of(press);
        var blocks = press.State.Kind is ActionKind.ReadOn or ActionKind.SeeAlso ? ReadOn(press, audience) : FromList(press, audience);
        return Audience.Deliver(press, blocks);
    }

    private async Task<Reply> AskAgainAsync(Press press, CancellationToken cancellationToken)
    {
        var audience = Audience.Of(press);
        if (press.Fields.Count == 0)
        {
            return Form(press.State, audience.Texts, context.Searcher.Library.Syllabus);
        }

        if (press.Fields.GetValueOrDefault(Options.Query) is not { } query || string.IsNullOrWhiteSpace(query))
        {
            return new Reply([new TextBlock(audience.Texts.NothingAsked)]) { Private = true };
        }

        var request = new SearchRequest(query, press.State.Course, press.State.Week);
        return Audience.Deliver(press, await _answer.AskAsync(request, audience, cancellationToken));
    }

    /// <summary>The form to ask again, with the course and week that it keeps in its title.</summary>
    private static Reply Form(ActionState state, Texts texts, Syllabus syllabus)
    {
        var title = texts.Within(syllabus, state.Course, state.Week) is { } within ? $"{texts.FormTitle}: {within}" : texts.FormTitle;
        var field = new FormField(Options.Query, texts.FormLabel, texts.FormPlaceholder, Options.MaxQueryLength);
        return new Reply([]) { Delivery = Delivery.Form, Form = new ReplyForm(Plain.Cut(title, MaxTitleLength), state, [field]) };
    }

    /// <summary>A page, a folded note or one hit, of the hits that the state names and that are still there.</summary>
    private IReadOnlyList<ReplyBlock> FromList(Press press, Audience audience)
    {
        var state = press.State;
        var list = HitList.Of(state, context.Searcher);
        if (list.Hits.Count == 0)
        {
            return AllGone(state, audience);
        }

        var chosen = ChosenRank(press) is { } rank && rank <= state.Passages.Count
            ? list.Hits.FirstOrDefault(hit => hit.Passage.Id == state.Passages[rank - 1].Id)
            : null;
        return state.Kind switch
        {
            ActionKind.ShowPassage when chosen is not null => _pages.Reading(chosen with { Start = 0 }, list, audience),
            ActionKind.Folded when chosen is not null => _pages.Unfolded(list, chosen, audience),
            ActionKind.ShowPassage or ActionKind.Folded => _pages.Page(list, 0, audience),
            _ => _pages.Page(list, state.Page, audience),
        };
    }

    private IReadOnlyList<ReplyBlock> ReadOn(Press press, Audience audience)
    {
        var origin = press.State with { Passages = [.. press.State.Passages.Skip(1)] };
        var list = HitList.Of(origin, context.Searcher);
        var target = press.State.Passages is [var first, ..] ? context.Searcher.Get([first.Id])[0] : null;
        return (target, list.Hits) switch
        {
            (not null, _) when press.State.Kind == ActionKind.SeeAlso => _pages.SeeAlso(target, list, audience),
            (not null, _) => _pages.Reading(new ListedHit(0, target, press.State.Passages[0].Start), list, audience),
            (null, []) => AllGone(press.State, audience),
            _ => _pages.Page(list with { Gone = list.Gone + 1 }, 0, audience),
        };
    }

    /// <summary>Which of the state's passages is meant, from 1: the chosen value of a select, else the state's page.</summary>
    private static int? ChosenRank(Press press) => press switch
    {
        { Values: [] } => press.State.Page + 1,
        { Values: [var value] } when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank > 0 => rank,
        _ => null,
    };

    private static IReadOnlyList<ReplyBlock> AllGone(ActionState state, Audience audience) =>
    [
        new TextBlock(audience.Texts.AllGone),
        .. HitPages.Row([HitPages.AskAgainButton(audience.Texts.FormTitle, state.Course, state.Week)]),
    ];
}
