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

    /// <summary>Ids stand in the buttons of old messages: a place keeps the one that it had.</summary>
    [Theory]
    [InlineData("a/b.md", new string[] { "Deployment", "Canary" }, 0, "2466e43e71")]
    [InlineData("Woche 1/Drift.md", new string[] { "Größen" }, 2, "52199b9f2d")]
    [InlineData("slides.pdf", new string[0], 11, "1d49a9d769")]
    public void GivenAPlaceOfAnOldMessage_WhenNamed_ThenItsIdIsTheOneOfThen(string path, string[] trail, int ordinal, string id) =>
        Assert.Equal(id, PassageId.Of(path, trail, ordinal).ToString());
}
