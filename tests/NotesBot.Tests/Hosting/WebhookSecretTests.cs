using System.Text;
using NotesBot.Hosting;

namespace NotesBot.Tests.Hosting;

public sealed class WebhookSecretTests
{
    // GitHub's "Validating webhook deliveries", section "Testing the webhook payload validation".
    private const string Secret = "It's a Secret to Everybody";
    private const string Signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    [Theory]
    [InlineData(Secret, Signature, "Hello, World!", true)]
    [InlineData(Secret, Signature, "Hello, World?", false)]
    [InlineData("another", Signature, "Hello, World!", false)]
    [InlineData(Secret, null, "Hello, World!", false)]
    [InlineData(Secret, "", "Hello, World!", false)]
    [InlineData(Secret, "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "Hello, World!", false)]
    [InlineData(Secret, "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1700", "Hello, World!", false)]
    [InlineData(Secret, "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1", "Hello, World!", false)]
    [InlineData(Secret, "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "Hello, World!", false)]
    public async Task GivenABody_WhenItsSignatureIsChecked_ThenOnlyTheRightOneProves(string secret, string? signature, string body, bool isProven)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));

        Assert.Equal(isProven, await new WebhookSecret(secret).SignedAsync(signature, stream, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("It's a Secret to Everybod", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void GivenATokenOfGitLab_WhenChecked_ThenOnlyTheSecretProves(string? token, bool isProven) =>
        Assert.Equal(isProven, new WebhookSecret(Secret).IsToken(token));
}
