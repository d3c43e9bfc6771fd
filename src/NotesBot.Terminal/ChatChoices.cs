using System.Globalization;
using NotesBot.Commands;

namespace NotesBot.Terminal;

/// <summary>What can be chosen under the last answer of a chat.</summary>
internal sealed class ChatChoices
{
    private static readonly string[] Forward = ["more", "m", "next", "n"];
    private static readonly string[] Backward = ["back", "b", "previous", "p"];

    private readonly List<ActionButton> _buttons;
    private readonly List<SelectBlock> _selects;
    private readonly ActionState? _hits;
    private readonly int _page;

    private ChatChoices(IEnumerable<ReplyBlock> blocks, int page)
    {
        var all = blocks.ToList();
        _buttons = [.. all.OfType<ButtonsBlock>().SelectMany(row => row.Buttons).OfType<ActionButton>().Where(button => button.Enabled)];
        _selects = [.. all.OfType<SelectBlock>()];
        _hits = _buttons.Find(button => button.State is { Kind: ActionKind.FindPage, Passages.Count: > 0 })?.State;
        _page = page;
    }

    internal static ChatChoices None { get; } = new([], 0);

    /// <summary>The choices of a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="pressed">What brought it; <see langword="null"/> for a command.</param>
    internal static ChatChoices Of(Reply reply, ActionState? pressed) =>
        new(reply.Blocks, pressed is { Kind: ActionKind.FindPage or ActionKind.WeekPassages } ? pressed.Page : 0);

    /// <summary>A press of a state in a terminal.</summary>
    internal static Press PressOf(ActionState state, Asker asker) =>
        new() { State = state, Asker = asker };

    /// <summary>The press that a line means; <see langword="null"/> when it means none.</summary>
    internal Press? Find(string line, Asker asker)
    {
        if (ChoiceOf(line) is var (select, value))
        {
            return PressOf(select.State, asker) with { Values = [value] };
        }

        if (HitOf(line) is { } hit)
        {
            return PressOf(hit, asker);
        }

        return ButtonOf(line) is { } button ? PressOf(button.State, asker) : null;
    }

    /// <summary>Why a line that can only be meant as a choice is none; <see langword="null"/> for every other line.</summary>
    internal string? Objection(string line)
    {
        if (Forward.Contains(line.ToLowerInvariant()) || Backward.Contains(line.ToLowerInvariant()))
        {
            return "There are no more pages that way.";
        }

        var isNumber = int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isNumber && (_selects.Count > 0 || _hits is not null) ? $"There is no {line} to choose here." : null;
    }

    /// <summary>The choice of a select by its value, or by the words that its label begins with.</summary>
    private (SelectBlock Select, string Value)? ChoiceOf(string line)
    {
        var choices = _selects.SelectMany(select => select.Choices.Select(choice => (select, choice))).ToList();
        var found = choices.Where(pair => pair.choice.Value == line)
            .Concat(choices.Where(pair => BeginsWithWords(pair.choice.Label, line)))
            .ToList();
        return found.Count == 0 ? null : (found[0].select, found[0].choice.Value);
    }

    /// <summary>A hit by its number, also one of another page: the buttons that turn pages name all of them.</summary>
    private ActionState? HitOf(string line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank >= 1 && rank <= _hits?.Passages.Count
            ? _hits with { Kind = ActionKind.ShowPassage, Page = rank - 1 }
            : null;

    private ActionButton? ButtonOf(string line)
    {
        var word = line.ToLowerInvariant();
        var turn = Forward.Contains(word) ? 1 : Backward.Contains(word) ? -1 : 0;
        var turned = _buttons.FirstOrDefault(button =>
            turn != 0 && button.State.Kind is ActionKind.FindPage or ActionKind.WeekPassages && button.State.Page == _page + turn);
        var named = _buttons.Where(button => BeginsWithWords(button.Label, line)).ToList();
        var exact = _buttons.Find(button => button.Label.Equals(line, StringComparison.OrdinalIgnoreCase));
        return turned ?? exact ?? (named.Count == 1 ? named[0] : null);
    }

    /// <summary>Whether a label is these words, or begins with them.</summary>
    private static bool BeginsWithWords(string label, string words) =>
        label.StartsWith(words, StringComparison.OrdinalIgnoreCase)
        && (label.Length == words.Length || !char.IsLetterOrDigit(label[words.Length]));
}
