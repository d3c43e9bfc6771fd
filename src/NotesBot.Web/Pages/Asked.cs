using Microsoft.AspNetCore.Http;
using NotesBot.Commands;
using NotesBot.Commands.Typing;

namespace NotesBot.Web.Pages;

/// <summary>What a request to the page asks: a typed line, a press, or nothing.</summary>
/// <param name="Line">The line; empty for none.</param>
/// <param name="Pressed">What was pressed; <see langword="null"/> for nothing.</param>
/// <param name="IsOnPrivate">Whether only this person sees the reply that was pressed on.</param>
internal sealed record Asked(string Line, string? Pressed, bool IsOnPrivate)
{
    /// <summary>Begins the names of a form's fields.</summary>
    internal const string FieldPrefix = "field.";

    /// <summary>A longer line is cut.</summary>
    internal const int MaxLineLength = 1_200;

    private IReadOnlyList<string> Values { get; init; } = [];

    private IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the query of a request.</summary>
    internal static Asked Of(IQueryCollection query)
    {
        var line = query["q"].ToString().Trim();
        var pressed = query["press"] is [{ } state] ? state : null;
        return new Asked(line.Length > MaxLineLength ? line[..MaxLineLength] : line, pressed, query["private"] == "true")
        {
            Values = [.. query["value"].OfType<string>().Where(value => value.Length > 0)],
            Fields = query.Where(pair => pair.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[FieldPrefix.Length..], pair => pair.Value.ToString()),
        };
    }

    /// <summary>The reply; <see langword="null"/> where nothing was asked.</summary>
    internal async Task<Reply?> AnswerAsync(CommandSet commands, Asker asker, CancellationToken cancellationToken)
    {
        if (Pressed is not null)
        {
            return ActionStateCodec.Decode(Pressed) is { } state
                ? await commands.PressAsync(PressOf(state, asker), cancellationToken)
                : CommandSet.Refuse(Refusal.UnknownButton, asker.Locale);
        }

        return Line.Length == 0 ? null : await commands.InvokeAsync(TypedLine.Parse(Line, commands.Definitions, asker), cancellationToken);
    }

    private Press PressOf(ActionState state, Asker asker) => new()
    {
        State = state,
        Asker = asker,
        Values = Values,
        Fields = Fields,
    };
}
