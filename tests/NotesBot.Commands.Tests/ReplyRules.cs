namespace NotesBot.Commands.Tests;

/// <summary>What the contract of blocks promises to every renderer.</summary>
internal static class ReplyRules
{
    internal static void AssertKept(Reply reply)
    {
        if (reply.Delivery is Delivery.Message or Delivery.Update)
        {
            Assert.NotEmpty(reply.Blocks);
        }

        AssertStatesAreUnique(reply);
        foreach (var block in reply.Blocks)
        {
            AssertBlock(block);
        }
    }

    private static void AssertStatesAreUnique(Reply reply)
    {
        var states = reply.Buttons().Select(button => button.State)
            .Concat(reply.Blocks.OfType<SelectBlock>().Select(select => select.State))
            .Select(ActionStateCodec.Encode).ToList();
        Assert.Equal(states.Count, states.Distinct().Count());
    }

    private static void AssertBlock(ReplyBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                Assert.False(string.IsNullOrWhiteSpace(text.Text));
                break;
            case HeadingBlock heading:
                AssertLine(heading.Text, 1_000);
                break;
            case ListBlock list:
                Assert.NotEmpty(list.Items);
                Assert.All(list.Items, item => AssertLine(item.Text, 1_000));
                break;
            case ButtonsBlock row:
                Assert.InRange(row.Buttons.Count, 1, 5);
                Assert.All(row.Buttons, button => AssertLine(button.Label, 80));
                break;
            case SelectBlock select:
                AssertSelect(select);
                break;
            case PassageBlock passage:
                AssertPassage(passage);
                break;
            default:
                Assert.Fail($"Unknown block {block.GetType().Name}.");
                break;
        }
    }

    private static void AssertSelect(SelectBlock select)
    {
        AssertLine(select.Placeholder, 150);
        Assert.InRange(select.Choices.Count, 1, 25);
        Assert.Equal(select.Choices.Count, select.Choices.Select(choice => choice.Value).Distinct().Count());
        Assert.All(select.Choices, choice => AssertLine(choice.Label, 100));
        Assert.All(select.Choices, choice => AssertLine(choice.Value, 100));
        Assert.All(select.Choices.Select(choice => choice.Description).OfType<string>(), description => AssertLine(description, 100));
    }

    private static void AssertPassage(PassageBlock passage)
    {
        AssertLine(passage.Title, 200);
        Assert.All(passage.Marks, mark => Assert.InRange(mark.Start + mark.Length, 1, passage.Body.Length));
        Assert.All(passage.Stretches, part => Assert.InRange(part.Start + part.Length, 1, passage.Body.Length));
        Assert.All(passage.Stretches.Zip(passage.Stretches.Skip(1)),
            pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
    }

    private static void AssertLine(string text, int maxLength)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.DoesNotContain('\n', text);
        Assert.InRange(text.Length, 1, maxLength);
    }
}
