using System.Globalization;
using NotesBot.Discord.Rendering;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>What is left of a text, whichever way it is cleaned.</summary>
public sealed class TextCleanerTests
{
    /// <summary>A text of plain characters takes a short way; another that ends in an ideograph takes the long one.</summary>
    [Fact]
    public void GivenAnyCharacter_WhenItStandsAmongPlainOnes_ThenItIsCleanedAsAmongOthers()
    {
        var characters = Enumerable.Range(1, char.MaxValue).Select(value => (char)value).Where(c => !char.IsSurrogate(c));

        var different = characters.Where(c => TextCleaner.Clean($"a{c}b") + "語" != TextCleaner.Clean($"a{c}b語"));

        Assert.Equal([], different.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
    }
}
