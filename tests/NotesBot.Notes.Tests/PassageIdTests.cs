namespace NotesBot.Notes.Tests;

public sealed class PassageIdTests
{
    [Fact]
    public void GivenOnePlace_WhenNamedTwice_ThenTheIdIsTheSameAndFitsIn40Bits()
    {
        var first = PassageId.Of("a/b.md", ["Deployment", "Canary"], 0);
        var second = PassageId.Of("a/b.md", ["Deployment", "Canary"], 0);

        Assert.Equal(first, second);
        Assert.InRange(first.Value, 0UL, PassageId.MaxValue);
        Assert.NotEqual(first, PassageId.Of("a/b.md", ["Deployment", "Canary"], 1));
    }
}
