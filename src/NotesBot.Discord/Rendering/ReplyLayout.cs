using NotesBot.Commands;

namespace NotesBot.Discord.Rendering;

/// <summary>
/// Lays a reply out for one screen of a phone: what comes first, what stands beside it, and how long each text may be so that all of them
/// together are within what a message takes.
/// </summary>
internal sealed class ReplyLayout
{
    /// <summary>Colour of the frame.</summary>
    private const int AccentColor = 0x4F7CAC;

    /// <summary>What is shown for a reply that has nothing visible.</summary>
    private const string Nothing = "…";

    /// <summary>How much of a message's room a text may claim before others are shortened: our own sentences before anything.</summary>
    private const int SentenceWeight = 100;
    private const int HeadWeight = 50;
    private const int ListWeight = 20;
    private const int BodyWeight = 3;
    private const int BriefWeight = 1;

    private static readonly TextBudget MinText = TextBudget.Of("\n" + Graphemes.Ellipsis);

    private readonly List<Text> _texts = [];
    private readonly List<Piece> _pieces = [];
    private readonly Buttons _buttons = new();
    private readonly HashSet<string> _linked;
    private readonly bool _isLean;

    private ReplyLayout(Reply reply, bool isLean)
    {
        _isLean = isLean;
        _linked = [.. reply.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons).OfType<LinkButton>()
            .Select(button => LinkAddress.Of(button.Url)).OfType<string>()];
        foreach (var block in reply.Blocks)
        {
            Add(block);
        }
    }

    /// <summary>
    /// The components of a reply: at most <see cref="MessageLimits.Components"/>, with at most <see cref="MessageLimits.Text"/>
    /// characters.
    /// </summary>
    internal static IReadOnlyList<MessageComponent> Components(Reply reply)
    {
        var isFramed = reply.Blocks.Any(block => block is PassageBlock or ListBlock or HeadingBlock);
        var room = MessageLimits.Components - (isFramed ? 1 : 0);
        var layout = new ReplyLayout(reply, isLean: false);
        if (layout._pieces.Sum(piece => piece.Count) > room)
        {
            layout = new ReplyLayout(reply, isLean: true);
            layout.DropLastPassages(room);
        }

        var components = layout.Build();
        return isFramed && components.Count > 0 ? [new Container(components, AccentColor)] : Any(components);
    }

    private static List<MessageComponent> Any(List<MessageComponent> components) =>
        components.Count > 0 ? components : [new TextDisplay(Nothing)];

    private void Add(ReplyBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddText(budget => BlockText.Heading(heading, budget), HeadWeight);
                break;
            case TextBlock text:
                AddText(budget => BlockText.Sentences(text, budget), SentenceWeight);
                break;
            case ListBlock list:
                AddText(budget => BlockText.List(list, budget), ListWeight);
                break;
            case PassageBlock passage:
                AddPassage(passage);
                break;
            case ButtonsBlock buttons:
                AddRows(_buttons.Rows(buttons));
                break;
            case SelectBlock select:
                AddRows(_buttons.Rows(select));
                break;
        }
    }

    private void AddText(Func<TextBudget, string> write, int weight)
    {
        var text = NewText(write, weight);
        _pieces.Add(new Piece(1, () => text.Display()));
    }

    private Text NewText(Func<TextBudget, string> write, int weight)
    {
        var text = new Text(write, weight);
        _texts.Add(text);
        return text;
    }

    private void AddRows(IEnumerable<MessageComponent> rows) => _pieces.AddRange(rows.Select(row => new Piece(row.Count, () => row)));

    private void AddPassage(PassageBlock passage)
    {
        var address = LinkAddress.Of(passage.Url);
        var isLinkedElsewhere = address is not null && _linked.Contains(address);
        var button = isLinkedElsewhere || _isLean ? null : Buttons.Link(passage.OpenLabel, address);
        if (_pieces.Count > 0 && !_isLean)
        {
            _pieces.Add(new Piece(1, () => new Separator()));
        }

        var head = NewText(budget => BlockText.PassageHead(passage, isLinkedElsewhere || button is not null, budget), HeadWeight);
        var body = NewText(budget => BlockText.PassageBody(passage, budget), passage.Brief ? BriefWeight : BodyWeight);
        if (_isLean)
        {
            _pieces.Add(new Piece(1, () => Text.Display(head, body)) { Texts = [head, body] });
            return;
        }

        _pieces.Add(button is null
            ? new Piece(1, () => head.Display())
            : new Piece(3, () => head.Display() is { } text ? new Section([text], button) : null));
        _pieces.Add(new Piece(1, () => body.Display()));
    }

    /// <summary>Leaves out the last passages until the rest has room; the buttons to further pages stay.</summary>
    private void DropLastPassages(int room)
    {
        while (_pieces.Sum(piece => piece.Count) > room)
        {
            var last = _pieces.FindLastIndex(piece => piece.Texts.Count > 0);
            last = last >= 0 ? last : _pieces.Count - 1;
            _texts.RemoveAll(_pieces[last].Texts.Contains);
            _pieces.RemoveAt(last);
        }
    }

    private List<MessageComponent> Build()
    {
        Fit();
        return [.. _pieces.Select(piece => piece.Make()).OfType<MessageComponent>()];
    }

    /// <summary>Shares the room of the message out among the texts.</summary>
    private void Fit()
    {
        // Two texts in one display are joined by a line end, and one without any room is still an ellipsis.
        var shown = _texts.Where(text => text.Current.Length > 0).ToList();
        var charsLeft = MessageLimits.Text - MinText.Chars * shown.Count;
        var bytesLeft = MessageLimits.TextBytes - (MessageLimits.BytesPerText + MinText.Bytes) * shown.Count;
        var chars = TextBudget.Share(charsLeft, [.. shown.Select(text => (text.Need.Chars, text.Weight))]);
        var bytes = TextBudget.Share(bytesLeft, [.. shown.Select(text => (text.Need.Bytes, text.Weight))]);
        for (var i = 0; i < shown.Count; i++)
        {
            shown[i].FitInto(new TextBudget(chars[i], bytes[i]));
        }
    }

    /// <summary>A component that is made once all texts have their length.</summary>
    private sealed record Piece(int Count, Func<MessageComponent?> Make)
    {
        /// <summary>What goes with it when a passage is left out; empty for all else.</summary>
        internal IReadOnlyList<Text> Texts { get; init; } = [];
    }

    /// <summary>A text that can be written shorter.</summary>
    private sealed class Text(Func<TextBudget, string> write, int weight)
    {
        internal string Current { get; private set; } = write(TextBudget.Unlimited);

        internal int Weight => weight;

        internal TextBudget Need => TextBudget.Of(Current);

        internal void FitInto(TextBudget budget)
        {
            if (!budget.Holds(Need))
            {
                Current = write(budget);
            }
        }

        internal TextDisplay? Display() => Display(this);

        internal static TextDisplay? Display(params IEnumerable<Text> texts) =>
            string.Join('\n', texts.Select(text => text.Current).Where(text => text.Length > 0)) is { Length: > 0 } content
                ? new TextDisplay(content)
                : null;
    }
}
