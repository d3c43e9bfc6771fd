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
    private readonly HashSet<string> _linked = [];
    private readonly bool _isLean;
    private readonly bool _isFramed;

    private ReplyLayout(Reply reply, bool isLean)
    {
        _isLean = isLean;
        foreach (var block in reply.Blocks)
        {
            if (block is ButtonsBlock row)
            {
                _linked.UnionWith(row.Buttons.OfType<LinkButton>().Select(button => LinkAddress.Of(button.Url)).OfType<string>());
            }
        }

        foreach (var block in reply.Blocks)
        {
            _isFramed |= block is PassageBlock or ListBlock or HeadingBlock;
            Add(block);
        }
    }

    /// <summary>How many components this is, the frame counted.</summary>
    private int Count
    {
        get
        {
            var count = _isFramed ? 1 : 0;
            foreach (var piece in _pieces)
            {
                count += piece.Count;
            }

            return count;
        }
    }

    /// <summary>
    /// The components of a reply: at most <see cref="MessageLimits.Components"/>, with at most <see cref="MessageLimits.Text"/>
    /// characters.
    /// </summary>
    internal static IReadOnlyList<MessageComponent> Components(Reply reply)
    {
        var layout = new ReplyLayout(reply, isLean: false);
        if (layout.Count > MessageLimits.Components)
        {
            layout = new ReplyLayout(reply, isLean: true);
            layout.DropLastPassages();
        }

        var components = layout.Build();
        return layout._isFramed && components.Count > 0 ? [new Container(components, AccentColor)] : Any(components);
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
            _pieces.Add(new Piece(1, () => head.DisplayWith(body)) { Texts = [head, body] });
            return;
        }

        _pieces.Add(button is null
            ? new Piece(1, () => head.Display())
            : new Piece(3, () => head.Display() is { } text ? new Section([text], button) : null));
        _pieces.Add(new Piece(1, () => body.Display()));
    }

    /// <summary>Leaves out the last passages until the rest has room; the buttons to further pages stay.</summary>
    private void DropLastPassages()
    {
        while (Count > MessageLimits.Components)
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
        var components = new List<MessageComponent>(_pieces.Count);
        foreach (var piece in _pieces)
        {
            if (piece.Make() is { } component)
            {
                components.Add(component);
            }
        }

        return components;
    }

    /// <summary>Shares the room of the message out among the texts.</summary>
    private void Fit()
    {
        // Two texts in one display are joined by a line end, and one without any room is still an ellipsis.
        var shown = _texts.FindAll(text => text.Need.Chars > 0);
        var room = new TextBudget(
            MessageLimits.Text - MinText.Chars * shown.Count,
            MessageLimits.TextBytes - (MessageLimits.BytesPerText + MinText.Bytes) * shown.Count);
        var need = default(TextBudget);
        foreach (var text in shown)
        {
            need += text.Need;
        }

        if (!room.Holds(need))
        {
            Share(room, shown);
        }
    }

    private static void Share(TextBudget room, List<Text> shown)
    {
        var chars = TextBudget.Share(room.Chars, [.. shown.Select(text => (text.Need.Chars, text.Weight))]);
        var bytes = TextBudget.Share(room.Bytes, [.. shown.Select(text => (text.Need.Bytes, text.Weight))]);
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
    private sealed class Text
    {
        private readonly Func<TextBudget, string> _write;

        internal Text(Func<TextBudget, string> write, int weight)
        {
            _write = write;
            Weight = weight;
            Current = write(TextBudget.Unlimited);
            Need = TextBudget.Of(Current);
        }

        internal string Current { get; private set; }

        internal int Weight { get; }

        internal TextBudget Need { get; }

        internal void FitInto(TextBudget budget)
        {
            if (!budget.Holds(Need))
            {
                Current = _write(budget);
            }
        }

        internal TextDisplay? Display() => Current.Length > 0 ? new TextDisplay(Current) : null;

        /// <summary>Both in one display, a line end between them.</summary>
        internal TextDisplay? DisplayWith(Text next) =>
            string.Join('\n', new[] { Current, next.Current }.Where(text => text.Length > 0)) is { Length: > 0 } content
                ? new TextDisplay(content)
                : null;
    }
}
