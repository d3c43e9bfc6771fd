using System.Text;
using NotesBot.Discord.Payloads;

namespace NotesBot.Discord.Tests.Interactions;

public sealed class InteractionReaderTests
{
    [Theory]
    [InlineData("dr\u00feift")]
    [InlineData("\u0080drift")]
    [InlineData("dr\\ud800ift\u00ff")]
    public void GivenATextThatIsNoUtf8_WhenItIsRead_ThenTheRestOfItIsTaken(string value)
    {
        var json = $$$"""{"id":"1","application_id":"100","token":"t","type":3,"data":{"custom_id":"{{{value}}}"}}""";

        var interaction = InteractionReader.Read(Encoding.Latin1.GetBytes(json));

        Assert.Equal("drift", interaction?.CustomId);
    }
}
