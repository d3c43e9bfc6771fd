using System.Globalization;
using NotesBot.Commands.Asking;
using NotesBot.Notes;

namespace NotesBot.Commands.Syllabi;

/// <summary>
/// <c>/syllabus</c>: all courses and weeks, one course, or one week with its headings, each saying whether there are notes of it.
/// </summary>
public sealed class SyllabusCommand(CommandContext context) : ICompletingCommand, IPressableCommand
{
    private readonly SyllabusPages _pages = new(context);
    private readonly Completion _completion = new(context.Searcher);

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = Definitions.Slash(
        texts => texts.SyllabusName,
        texts => texts.SyllabusDescription,
        Options.CourseOption, Options.WeekOption, Options.PrivateOption);

    /// <inheritdoc/>
    public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var isPrivate = invocation.Flag(Options.Private);
        var audience = Audience.Of(invocation.Asker, isPrivate);
        var lookup = new SyllabusLookup(context.Searcher.Library);
        IReadOnlyList<ReplyBlock> blocks = lookup.Objection(invocation, audience.Texts) is { } objection
            ? [new TextBlock(objection), .. SyllabusPages.ChooseCourse(lookup, null, audience.Texts)]
            : Place(lookup, invocation.Number(Options.Course), invocation.Number(Options.Week), audience);
        return Task.FromResult(new Reply(blocks) { Private = isPrivate });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption) =>
        focusedOption == Options.Query ? [] : _completion.Complete(invocation, focusedOption);

    /// <inheritdoc/>
    public bool Answers(ActionState state) =>
        state.Kind is ActionKind.Syllabus or ActionKind.WeekPassages or ActionKind.Share && state.Passages.Count == 0;

    /// <inheritdoc/>
    public Task<Reply> PressAsync(Press press, CancellationToken cancellationToken)
    {
        var audience = Audience.Of(press);
        var lookup = new SyllabusLookup(context.Searcher.Library);
        var (course, week) = PlaceOf(press);
        var blocks = press.State.Kind == ActionKind.WeekPassages
            ? Passages(lookup, press.State, audience)
            : Place(lookup, course, week, audience);
        return Task.FromResult(Audience.Deliver(press, blocks));
    }

    /// <summary>The place that is pressed: a button names it, and a select adds what was chosen.</summary>
    private static (int? Course, int? Week) PlaceOf(Press press)
    {
        var state = press.State;
        if (press.Values is not [var value])
        {
            return (state.Course, state.Week);
        }

        var chosen = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return state.Course is null ? (chosen, null) : (state.Course, chosen);
    }

    /// <summary>The page of a place, or what is nearest to it and still there.</summary>
    private IReadOnlyList<ReplyBlock> Place(SyllabusLookup lookup, int? courseNumber, int? weekNumber, Audience audience)
    {
        var course = lookup.Course(courseNumber);
        var week = course?.Weeks.FirstOrDefault(candidate => candidate.Number == weekNumber);
        return (course, week) switch
        {
            (not null, not null) => _pages.Week(lookup, course, week, audience),
            (not null, _) => _pages.Course(lookup, course, audience),
            _ when lookup.Courses is [var only] && only.Weeks.FirstOrDefault(one => one.Number == weekNumber) is { } onlyWeek =>
                _pages.Week(lookup, only, onlyWeek, audience),
            _ => _pages.Overview(lookup, courseNumber is null ? weekNumber : null, audience),
        };
    }

    private IReadOnlyList<ReplyBlock> Passages(SyllabusLookup lookup, ActionState state, Audience audience)
    {
        var course = lookup.Course(state.Course);
        Week? week = course?.Weeks.FirstOrDefault(candidate => candidate.Number == state.Week);
        return course is null || (state.Week is not null && week is null)
            ? Place(lookup, state.Course, state.Week, audience)
            : _pages.Passages(course, week, state.Page, audience);
    }
}
