namespace NotesBot.Commands.Tests;

/// <summary>How many columns a character takes.</summary>
public sealed class ColumnsTests
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("é", 1)]
    [InlineData("…", 1)]
    [InlineData("─", 1)]
    [InlineData("→", 1)]
    [InlineData("ｱ", 1)]
    [InlineData("漢", 2)]
    [InlineData("の", 2)]
    [InlineData("한", 2)]
    [InlineData("Ａ", 2)]
    [InlineData("✅", 2)]
    [InlineData("⚠", 1)]
    [InlineData("🚀", 2)]
    [InlineData("🟩", 2)]
    [InlineData("🜂", 1)]
    [InlineData("\u0301", 0)]
    [InlineData("\u200D", 0)]
    [InlineData("\uFE0F", 0)]
    public void GivenACharacter_WhenItIsWritten_ThenItTakesTheColumnsThatUnicodeSays(string character, int columns)
    {
        var rune = character.EnumerateRunes().Single();

        var taken = Columns.Of(rune);

        Assert.Equal(columns, taken);
    }
}
