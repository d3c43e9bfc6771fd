using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Tests.Rest;

public sealed class RateLimitsTests
{
    private static readonly RestRoute Commands = RestRoute.Bot(HttpMethod.Get, "/applications/{application}/commands", "/applications/1/commands");
    private static readonly RestRoute Gateway = RestRoute.Bot(HttpMethod.Get, "/gateway/bot", "/gateway/bot");
    private readonly FakeTimeProvider time = new();
    private readonly BotCredential credential = new("token");
    private readonly RateLimits limits;

    public RateLimitsTests() => limits = new RateLimits(time, credential);

    [Fact, Trait("Case", "RE-05")]
    public void GivenTwoRoutesOfOneBucket_WhenOneIsExhausted_ThenTheOtherWaits()
    {
        limits.Learn(Gateway, Left(5, "b"));

        limits.Learn(Commands, Left(0, "b"));

        Assert.Equal(TimeSpan.FromSeconds(2), limits.Ask(Gateway).Wait);
    }

    [Fact, Trait("Case", "RE-06")]
    public void GivenTwoWebhookTokens_WhenOneIsExhausted_ThenTheOtherGoes()
    {
        limits.Learn(Edit("a"), Left(0, "b"));

        Assert.Equal(TimeSpan.FromSeconds(2), limits.Ask(Edit("a")).Wait);
        Assert.Equal(TimeSpan.Zero, limits.Ask(Edit("other")).Wait);
    }

    [Fact, Trait("Case", "RE-07")]
    public void GivenAnExhaustedBucket_WhenItsTimeHasPassed_ThenOneWindowMayLeave()
    {
        limits.Learn(Gateway, Left(0, "b") with { ResetAfter = TimeSpan.FromSeconds(1.337), Limit = 2 });
        time.Advance(TimeSpan.FromSeconds(1.336));
        Assert.NotEqual(TimeSpan.Zero, limits.Ask(Gateway).Wait);

        time.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal(TimeSpan.Zero, limits.Ask(Gateway).Wait);
    }

    [Fact, Trait("Case", "RE-09")]
    public void GivenNoHeaders_WhenTenRequestsAreDue_ThenNoneWaits()
    {
        limits.Learn(Gateway, new RateLimitFacts(200));

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(new Admission(TimeSpan.Zero, null), limits.Ask(Gateway)));
    }

    [Fact, Trait("Case", "RE-11")]
    public void GivenASharedLimit_WhenItIsMet_ThenItIsNotCountedAsInvalid()
    {
        limits.Learn(Gateway, Refused(3) with { IsShared = true });
        limits.Learn(Commands, Refused(3));

        Assert.Equal(1, limits.InvalidRequests);
        Assert.Equal(TimeSpan.FromSeconds(3), limits.Ask(Gateway).Wait);
    }

    [Fact, Trait("Case", "RE-12")]
    public void GivenTheGlobalLimit_WhenItIsMet_ThenBotRoutesWaitAndInteractionRoutesDoNot()
    {
        limits.Learn(Gateway, Refused(3) with { IsGlobal = true });

        Assert.Equal(TimeSpan.FromSeconds(3), limits.Ask(Commands).Wait);
        Assert.Equal(TimeSpan.Zero, limits.Ask(Edit("a")).Wait);
    }

    [Fact, Trait("Case", "RE-14")]
    public void GivenAStorm_WhenEveryTokenIsRefused_ThenOneRequestAtATimeFindsOut()
    {
        foreach (var token in Enumerable.Range(0, 20))
        {
            limits.Ask(Edit($"{token}"));
            limits.Learn(Edit($"{token}"), Refused(1));
        }

        time.Advance(TimeSpan.FromSeconds(1));
        var allowed = Enumerable.Range(0, 20).Count(token => limits.Ask(Edit($"{token}")).Wait == TimeSpan.Zero);

        Assert.Equal(1, allowed);
    }

    [Fact, Trait("Case", "RE-14")]
    public void GivenAStorm_WhenOneRequestPasses_ThenAllMay()
    {
        foreach (var token in Enumerable.Range(0, 20))
        {
            limits.Learn(Edit($"{token}"), Refused(1));
        }

        time.Advance(TimeSpan.FromSeconds(1));
        limits.Ask(Edit("1"));
        limits.Learn(Edit("1"), new RateLimitFacts(200));

        Assert.All(Enumerable.Range(2, 10), token => Assert.Equal(TimeSpan.Zero, limits.Ask(Edit($"{token}")).Wait));
    }

    [Fact, Trait("Case", "RE-16")]
    public void Given60Requests_WhenTheyAreDueAtOnce_ThenAtMost50LeaveInASecond()
    {
        Assert.Equal(50, Enumerable.Range(0, 60).Count(_ => limits.Ask(Commands).Wait == TimeSpan.Zero));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(TimeSpan.Zero, limits.Ask(Commands).Wait);

        time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(TimeSpan.Zero, limits.Ask(Commands).Wait);
    }

    [Fact, Trait("Case", "RE-16")]
    public void GivenTheGlobalLimitIsUsedUp_WhenAnInteractionIsAnswered_ThenItDoesNotWait()
    {
        foreach (var _ in Enumerable.Range(0, 60))
        {
            limits.Ask(Commands);
        }

        Assert.Equal(TimeSpan.Zero, limits.Ask(Edit("a")).Wait);
    }

    [Fact, Trait("Case", "RE-17")]
    public void GivenARefusedToken_WhenMoreIsDue_ThenNoBotRouteIsAskedAgain()
    {
        limits.Learn(Gateway, new RateLimitFacts(401));

        Assert.NotNull(limits.Ask(Commands).Never);
        Assert.Null(limits.Ask(Edit("a")).Never);
        Assert.True(credential.Refused.IsCompleted);
    }

    [Fact, Trait("Case", "RE-18")]
    public void GivenAnUnknownWebhook_WhenMoreIsDue_ThenOnlyThatOneIsNeverAskedAgain()
    {
        limits.Learn(Edit("a"), new RateLimitFacts(404) { UnknownWebhook = true });

        Assert.NotNull(limits.Ask(Edit("a")).Never);
        Assert.Null(limits.Ask(Edit("b")).Never);
    }

    [Fact, Trait("Case", "RE-27")]
    public void Given9000InvalidRequests_WhenMoreIsDue_ThenOnlyFailingRoutesAreBarredUntilTenMinutesHavePassed()
    {
        foreach (var _ in Enumerable.Range(0, 9_000))
        {
            limits.Learn(Commands, new RateLimitFacts(403));
        }

        Assert.NotNull(limits.Ask(Commands).Never);
        Assert.Null(limits.Ask(Gateway).Never);
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(limits.Ask(Commands).Never);
    }

    [Fact, Trait("Case", "LR-04")]
    public void Given100000Webhooks_WhenTheirTimeIsOver_ThenTheirBucketsAreForgotten()
    {
        foreach (var token in Enumerable.Range(0, 100_000))
        {
            limits.Ask(Edit($"{token}"));
            limits.Learn(Edit($"{token}"), Left(4, "b"));
            time.Advance(TimeSpan.FromMilliseconds(20));
        }

        Assert.InRange(limits.BucketCount, 1, 2_000);
    }

    private static RestRoute Edit(string token) => RestRoute.Webhook(HttpMethod.Patch, new InteractionTarget(1, 2, token, 0), "@original");

    private static RateLimitFacts Left(int remaining, string bucket) =>
        new(200) { Bucket = bucket, Limit = 5, Remaining = remaining, ResetAfter = TimeSpan.FromSeconds(2) };

    private static RateLimitFacts Refused(int seconds) => new(429) { RetryAfter = TimeSpan.FromSeconds(seconds) };
}
