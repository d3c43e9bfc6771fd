using CsCheck;
using NotesBot.Notes;

namespace NotesBot.Commands.Tests;

public sealed class ActionStateCodecTests
{
    private static readonly Gen<PassageMark> Mark =
        Gen.Select(Gen.ULong[0, PassageId.MaxValue], Gen.Int[0, PassageMark.MaxStart],
            (id, start) => new PassageMark(new PassageId(id), start));

    private static readonly Gen<ActionState> State = Gen.Select(
        Gen.Enum<ActionKind>(), Gen.Int[0, ActionState.MaxPage], Gen.Int[0, 255], Gen.Int[0, 255], Mark.List[0, ActionState.MaxPassages],
        (kind, page, course, week, passages) => new ActionState(kind)
        {
            Page = page,
            Course = course == 0 ? null : course,
            Week = week == 0 ? null : week,
            Passages = passages,
        });

    [Fact, Trait("Case", "MC-11")]
    public void GivenAnyState_WhenItIsWrittenAndRead_ThenItIsTheSameAndFitsACustomId() => State.Sample(state =>
    {
        var text = ActionStateCodec.Encode(state);
        var read = ActionStateCodec.Decode(text);

        Assert.InRange(text.Length, 1, ActionStateCodec.MaxLength);
        Assert.Matches("^[A-Za-z0-9_.-]+$", text);
        Assert.Equal(state.Passages, read!.Passages);
        Assert.Equal((state.Kind, state.Page, state.Course, state.Week), (read.Kind, read.Page, read.Course, read.Week));
    });

    [Fact, Trait("Case", "SA-15")]
    public void GivenAChangedText_WhenItIsRead_ThenItIsAStateOfThatVeryTextOrNothing() =>
        Gen.Select(State, Gen.Int[0, 94], Gen.Char).Sample((state, position, character) =>
        {
            var text = ActionStateCodec.Encode(state).ToCharArray();
            text[position % text.Length] = character;
            var changed = new string(text);

            var read = ActionStateCodec.Decode(changed);

            Assert.True(read is null || ActionStateCodec.Encode(read) == changed);
        });

    [Fact, Trait("Case", "SA-15")]
    public void GivenRandomText_WhenItIsRead_ThenItIsNothing() =>
        Gen.String[Gen.Char, 0, 200].Sample(text => Assert.Null(ActionStateCodec.Decode(text)));

    [Theory, Trait("Case", "SA-16")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("n1.")]
    [InlineData("n1.A")]
    [InlineData("n2.BAAAAA")]
    [InlineData("page:2")]
    [InlineData("n1.'; DROP TABLE notes; --")]
    [InlineData("n1.../../etc/passwd")]
    [InlineData("n1.BAAAAAA")]
    [InlineData("n1.BAAAAP")]
    [InlineData("n1.__________")]
    public void GivenATextOfAnotherFormat_WhenItIsRead_ThenItIsNothing(string? text) => Assert.Null(ActionStateCodec.Decode(text));

    [Fact]
    public void GivenAStateOfAnOldMessage_WhenItIsRead_ThenItStillMeansTheSame()
    {
        var page = ActionStateCodec.Decode("n1.BCAQIA");

        Assert.Equal((ActionKind.FindPage, 2, 1, 2), (page!.Kind, page.Page, page.Course, page.Week));
    }

    [Fact]
    public void GivenANumberThatDoesNotFit_WhenItIsWritten_ThenItIsRefused()
    {
        var state = new ActionState(ActionKind.Syllabus) { Course = 256 };

        Assert.Throws<ArgumentException>(() => ActionStateCodec.Encode(state));
    }
}
