using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Http;
using NotesBot.Discord.Rest;
using NotesBot.Discord.Simulator.Rules;
using NotesBot.Discord.Tests.Interactions;
using NSec.Cryptography;

namespace NotesBot.Discord.Tests.Http;

public sealed class HttpInteractionsTests : IDisposable
{
    private const string Ping = """{"type":1,"id":"7","application_id":"100","token":"t"}""";
    private const string Now = "1700000000";

    private readonly Scene _scene = new();
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpInteractions _endpoint;

    public HttpInteractionsTests()
    {
        _endpoint = Endpoint(_scene.Handler);
    }

    public void Dispose()
    {
        _key.Dispose();
        _scene.Dispose();
    }

    [Fact, Trait("Case", "HE-01")]
    public async Task GivenASignedPing_WhenPosted_ThenItIsAnswered()
    {
        var answer = await PostAsync(Ping);

        Assert.Equal((200, """{"type":1}"""), (answer.Status, Text(answer)));
    }

    [Fact, Trait("Case", "HE-02"), Trait("Case", "HE-07")]
    public async Task GivenASignatureOfAnotherKey_WhenPosted_ThenItIsRefusedWithoutABody()
    {
        using var other = Key.Create(SignatureAlgorithm.Ed25519);

        var answer = await PostAsync(Ping, signature: Sign(Ping, Now, other));

        Assert.Equal((401, ""), (answer.Status, Text(answer)));
    }

    [Theory, Trait("Case", "HE-03")]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public async Task GivenMissingOrDoubleHeaders_WhenPosted_ThenItIsRefused(int signatures, int timestamps)
    {
        var signature = Sign(Ping, Now, _key);
        var request = new HttpInteraction([.. Enumerable.Repeat(signature, signatures)], [.. Enumerable.Repeat(Now, timestamps)],
            Encoding.UTF8.GetBytes(Ping));

        Assert.Equal(401, (await _endpoint.AnswerAsync(request, TestLimit.Token)).Status);
    }

    [Fact, Trait("Case", "HE-04")]
    public async Task GivenSignaturesOfOddForm_WhenPosted_ThenOnlyUpperCaseIsTaken()
    {
        var right = Sign(Ping, Now, _key).ToLowerInvariant();
        string[] forms = [right.ToUpperInvariant(), right[..126], right[..127], "0x" + right, "0x" + right[2..], right + "00",
            "zz" + right[2..], "", right[..127] + "é"];

        var statuses = new List<int>();
        foreach (var form in forms)
        {
            statuses.Add((await PostAsync(Ping, signature: form)).Status);
        }

        Assert.Equal([200, 401, 401, 401, 401, 401, 401, 401, 401], statuses);
    }

    [Fact, Trait("Case", "HE-05")]
    public async Task GivenOtherWhiteSpace_WhenPosted_ThenTheSignatureIsWrong()
    {
        Assert.Equal(401, (await PostAsync(Ping.Replace(":", ": ", StringComparison.Ordinal), signature: Sign(Ping, Now, _key))).Status);
    }

    [Theory, Trait("Case", "HE-06")]
    [InlineData("\uFEFF{\"type\":1}")]
    [InlineData("{\r\n\"type\":1,\"x\":\"😀\"}\r\n")]
    public async Task GivenOddButSignedBytes_WhenPosted_ThenTheyAreTaken(string body)
    {
        Assert.Equal(200, (await PostAsync(body)).Status);
    }

    [Fact, Trait("Case", "HE-08")]
    public async Task GivenARepeatedRequest_WhenPosted_ThenNothingIsDoneAnew()
    {
        var asked = 0;
        _scene.Find.OnInvoke = (_, _) => Task.FromResult(FakeCommand.Text($"{++asked}"));
        var body = Payload.Command().ToJsonString();
        await (await PostAsync(body)).CompleteAsync(hasLeft: true);

        var again = await PostAsync(body);

        Assert.Equal((202, "", 1), (again.Status, Text(again), asked));
    }

    [Fact, Trait("Case", "HE-08")]
    public async Task GivenARequestThatTheProcessBeforeAnswered_WhenItIsPostedAgain_ThenNothingIsDoneAnew()
    {
        var folder = Directory.CreateTempSubdirectory("notesbot-").FullName;
        var asked = 0;
        _scene.Find.OnInvoke = (_, _) => Task.FromResult(FakeCommand.Text($"{++asked}"));
        var body = Payload.Command().ToJsonString();
        var request = new HttpInteraction([Sign(body, Now, _key)], [Now], Encoding.UTF8.GetBytes(body));
        await (await Endpoint(_scene.Handler, folder).AnswerAsync(request, TestLimit.Token)).CompleteAsync(hasLeft: true);

        var again = await Endpoint(_scene.Handler, folder).AnswerAsync(request, TestLimit.Token);

        Assert.Equal((202, 1), (again.Status, asked));
        Directory.Delete(folder, recursive: true);
    }

    [Theory, Trait("Case", "HE-08"), Trait("Case", "HE-09")]
    [InlineData(-4, 200), InlineData(-6, 202), InlineData(-299, 202), InlineData(-3_600, 200), InlineData(3_600, 200)]
    public async Task GivenARequestMadeBeforeTheProcess_WhenPosted_ThenItIsRefusedUnlessAClockMustBeWrong(int seconds, int status)
    {
        var body = Payload.Command().ToJsonString();
        var stamp = (_scene.Time.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(status, (await PostAsync(body, timestamp: stamp)).Status);
    }

    [Fact, Trait("Case", "HE-08")]
    public async Task GivenAnOldTimestamp_WhenPosted_ThenItIsRefused()
    {
        await PostAsync(Payload.Command().ToJsonString(), timestamp: "1700000301");

        Assert.Equal(401, (await PostAsync(Ping, timestamp: "1700000000")).Status);
        Assert.Equal(200, (await PostAsync(Ping, timestamp: "1700000001")).Status);
    }

    [Theory, Trait("Case", "HE-09")]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task GivenAWrongClock_WhenPosted_ThenItIsAnswered(int hours)
    {
        var stamp = _scene.Time.GetUtcNow().AddHours(hours).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        Assert.Equal(200, (await PostAsync(Ping, timestamp: stamp)).Status);
    }

    [Theory, Trait("Case", "HE-10")]
    [InlineData("abc", 200)]
    [InlineData("-1", 200)]
    [InlineData("1e9", 200)]
    [InlineData("", 401)]
    [InlineData("long", 200)]
    public async Task GivenATimestampThatIsNoNumber_WhenPosted_ThenTheSignatureDecides(string stamp, int status)
    {
        stamp = stamp == "long" ? new string('9', 10_000) : stamp;

        var signed = await PostAsync(Ping, timestamp: stamp);
        var unsigned = await PostAsync(Ping, timestamp: stamp, signature: new string('0', 128));

        Assert.Equal((status, 401), (signed.Status, unsigned.Status));
        Assert.Equal(status == 200 ? 1 : 0, _scene.Log.Count(line => line.StartsWith("Warning", StringComparison.Ordinal)));
    }

    [Fact, Trait("Case", "HE-11")]
    public async Task GivenABodyOverTheLimit_WhenPosted_ThenItIsTooLarge()
    {
        var body = new string(' ', HttpInteractions.MaxBodyBytes + 1);

        Assert.Equal(413, (await PostAsync(body)).Status);
    }

    [Theory, Trait("Case", "HE-12")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"ty.pe":1,"\ud800en":"t"}""")]
    [InlineData("""{"type":99,"id":"1","application_id":"100","token":"t"}""")]
    public async Task GivenSomethingElseRightlySigned_WhenPosted_ThenItIsABadRequest(string body)
    {
        Assert.Equal(400, (await PostAsync(body)).Status);
    }

    [Fact]
    public async Task GivenAPingWithHalfACharacterInTheNameOfAMember_WhenPosted_ThenItIsAnswered()
    {
        var answer = await PostAsync("""{"\ud800":1,"type":1,"id":"7","application_id":"100","token":"t"}""");

        Assert.Equal((200, """{"type":1}"""), (answer.Status, Encoding.UTF8.GetString(answer.Body.Span)));
    }

    [Fact, Trait("Case", "HE-14"), Trait("Case", "HE-16")]
    public async Task GivenAFastCommand_WhenPosted_ThenTheBodyIsTheAnswerAndNothingElseIsSent()
    {
        var answer = await PostAsync(Payload.Command().ToJsonString());
        await answer.CompleteAsync(hasLeft: true);

        using var body = JsonDocument.Parse(answer.Body);
        Assert.Equal((200, 4), (answer.Status, body.RootElement.GetProperty("type").GetInt32()));
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, body.RootElement));
        Assert.Empty(_scene.Discord.Rest());
    }

    [Fact, Trait("Case", "HE-15"), Trait("Case", "HE-16")]
    public async Task GivenASlowCommand_WhenPosted_ThenItIsDeferredAndTheEditWaitsForTheAnswerToLeave()
    {
        var gate = new TaskCompletionSource<Reply>();
        _scene.Find.OnInvoke = (_, _) => gate.Task;
        var posting = PostAsync(Payload.Command().ToJsonString());
        await _scene.AdvanceAsync(TimeSpan.FromMilliseconds(1_500));
        var answer = await posting;
        gate.SetResult(FakeCommand.Text("late"));
        var early = _scene.Discord.Rest();

        await answer.CompleteAsync(hasLeft: true);

        Assert.Equal("""{"type":5}""", Text(answer));
        Assert.Empty(early);
        Assert.True(Assert.Single(_scene.Discord.Rest()).IsEdit);
    }

    [Fact, Trait("Case", "HE-15")]
    public async Task GivenAnEditThatIsAheadOfTheAnswer_WhenDiscordDoesNotKnowTheWebhook_ThenItIsSentAgain()
    {
        var gate = new TaskCompletionSource<Reply>();
        _scene.Find.OnInvoke = (_, _) => gate.Task;
        var posting = PostAsync(Payload.Command().ToJsonString());
        await _scene.AdvanceAsync(TimeSpan.FromMilliseconds(1_500));
        var answer = await posting;
        _scene.Discord.Answer(404, 10015);
        gate.SetResult(FakeCommand.Text("late"));

        var completing = answer.CompleteAsync(hasLeft: true);
        await _scene.Discord.NextAsync();
        while (!completing.IsCompleted)
        {
            await Task.WhenAny(completing, _scene.AdvanceAsync(TimeSpan.FromMilliseconds(100)));
        }

        Assert.True(Assert.Single(_scene.Discord.Rest()).IsEdit);
    }

    [Fact, Trait("Case", "HE-17")]
    public async Task GivenACallerThatHangsUp_WhenTheAnswerCannotLeave_ThenTheWorkIsGivenUp()
    {
        _scene.Find.OnInvoke = (_, token) => new TaskCompletionSource<Reply>().Task.WaitAsync(token);
        var posting = PostAsync(Payload.Command().ToJsonString());
        await _scene.AdvanceAsync(TimeSpan.FromMilliseconds(1_500));

        await (await posting).CompleteAsync(hasLeft: false);

        Assert.Empty(_scene.Discord.Rest());
    }

    [Fact, Trait("Case", "HE-18")]
    public async Task GivenAThousandBadSignatures_WhenACommandComesAmongThem_ThenItIsAnswered()
    {
        var bad = Enumerable.Range(0, 1_000).Select(i => Task.Run(() => PostAsync(Ping, signature: new string('a', 120) + $"{i:D8}")));

        var all = Task.WhenAll(bad);
        var answer = await PostAsync(Payload.Command().ToJsonString());
        var statuses = (await all).Select(response => response.Status).Distinct();

        Assert.Equal(200, answer.Status);
        Assert.Equal([401], statuses);
    }

    [Theory, Trait("Case", "HE-19")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    public void GivenAKeyThatIsNone_WhenRead_ThenThereIsNoCheck(string? key)
    {
        Assert.Null(InteractionSignature.Of(key));
    }

    [Fact, Trait("Case", "HE-23")]
    public async Task GivenAnErrorInsideTheHandler_WhenPosted_ThenThereIsAPrivateSentenceAndNoError()
    {
        var broken = Endpoint(new BrokenHandler());
        var body = Payload.Command().ToJsonString();
        var request = new HttpInteraction([Sign(body, Now, _key)], [Now], Encoding.UTF8.GetBytes(body));

        var answer = await broken.AnswerAsync(request, TestLimit.Token);

        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal((200, 4 | 64), (answer.Status, json.RootElement.GetProperty("data").GetProperty("flags").GetInt32()));
        Assert.Empty(RequestBody.Judge(BodyKind.Callback, json.RootElement));
    }

    [Fact, Trait("Case", "HE-24")]
    public void GivenRandomSignatures_WhenVerified_ThenNoneIsAccepted()
    {
        var signature = InteractionSignature.Of(Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)))!;
        var body = Encoding.UTF8.GetBytes(Ping);

        Gen.Byte.Array[64].Sample(bytes => Assert.False(signature.IsValid(Convert.ToHexString(bytes), Now, body)), iter: 10_000);
    }

    /// <remarks>
    /// RFC 8032, section 7.1, tests 2 and 3: the first byte of the message stands for the timestamp, the rest for the body.
    /// </remarks>
    [Theory]
    [InlineData(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void GivenAVectorOfTheStandard_WhenVerified_ThenItIsRight(string key, string message, string signature)
    {
        var bytes = Convert.FromHexString(message);
        var check = InteractionSignature.Of(key)!;

        Assert.True(check.IsValid(signature, Encoding.ASCII.GetString(bytes, 0, 1), bytes.AsSpan(1)));
        Assert.False(check.IsValid(signature, "s", bytes.AsSpan(1)));
    }

    private Task<HttpInteractionAnswer> PostAsync(string body, string timestamp = Now, string? signature = null) => _endpoint.AnswerAsync(
        new HttpInteraction([signature
            ?? Sign(body, timestamp, _key)], [timestamp], Encoding.UTF8.GetBytes(body)), TestLimit.Token);

    private HttpInteractions Endpoint(IInteractionHandler handler, string? folder = null)
    {
        var signature = InteractionSignature.Of(Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)))!;
        var seen = new SeenRequests(folder, _scene.Settings.Logger);
        return new HttpInteractions(signature, handler, new ReplayGuard(seen, new DiscordClock(_scene.Time)), _scene.Settings);
    }

    private static string Sign(string body, string timestamp, Key key) =>
        Convert.ToHexString(SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(timestamp + body)));

    private static string Text(HttpInteractionAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private sealed class BrokenHandler : IInteractionHandler
    {
        public Task HandleAsync(ReceivedInteraction interaction,
            CancellationToken cancellationToken) => throw new InvalidOperationException("x");

        public Task RefuseAsync(ReceivedInteraction interaction,
            CancellationToken cancellationToken) => throw new InvalidOperationException("x");
    }
}
