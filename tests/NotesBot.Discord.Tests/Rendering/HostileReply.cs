using CsCheck;
using NotesBot.Commands;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>Replies of hostile texts, with marks and parts in any place.</summary>
internal static class HostileReply
{
    private static readonly string?[] Languages = ["python", "c++", "``` x", "", null];

    private static readonly Gen<BodyStretch> Part =
        from kind in Gen.Enum<StretchKind>()
        from start in Gen.Int[0, 300]
        from length in Gen.Int[0, 120]
        from language in Gen.Int[0, 4].Select(i => Languages[i])
        select new BodyStretch(kind, start, length, language);

    private static readonly Gen<(int Start, int Length)> Mark = Gen.Select(Gen.Int[-5, 400], Gen.Int[-5, 60]);

    private static readonly Gen<ReplyBlock> Passage =
        from title in HostileText.Any
        from place in HostileText.Any
        from body in Gen.Select(HostileText.Any, Gen.Int[1, 8], (text, times) => string.Concat(Enumerable.Repeat(text, times)))
        from parts in Part.Array[0, 6]
        from marks in Mark.Array[0, 6]
        from brief in Gen.Bool
        select (ReplyBlock)new PassageBlock(title, place, body)
        {
            Source = place,
            Footnote = title,
            Rank = 1,
            Brief = brief,
            Url = title,
            Marks = marks,
            Stretches = [.. parts.OrderBy(part => part.Start)],
        };

    private static readonly Gen<ReplyBlock> Block = Gen.OneOf(
        Passage,
        Passage,
        HostileText.Any.Select(text => (ReplyBlock)new TextBlock(text)),
        HostileText.Any.Select(text => (ReplyBlock)new TextBlock(text, Subtle: true)),
        HostileText.Any.Select(text => (ReplyBlock)new HeadingBlock(text, text)),
        HostileText.Any.Array[0, 5].Select(texts => (ReplyBlock)new ListBlock([.. texts.Select(text => new ListItem(text, text,
            text, 1, true))])),
        HostileText.Any.Array[0, 5].Select(texts => (ReplyBlock)new SelectBlock("x", new ActionState(ActionKind.ShowPassage),
            [.. texts.Select(text => new SelectChoice(text, text, text))])),
        HostileText.Any.Array[0, 5].Select(texts => (ReplyBlock)new ButtonsBlock([.. texts.Select((text,
            i) => new ActionButton(text, new ActionState(ActionKind.FindPage) { Page = i }))])));

    internal static Gen<Reply> Any { get; } = Block.Array[0, 6].Select(blocks => new Reply(blocks));
}
