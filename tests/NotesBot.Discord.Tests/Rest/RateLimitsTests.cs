using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Tests.Rest;

public sealed class RateLimitsTests
{
    private static readonly RestRoute Commands =
        RestRoute.Bot(HttpMethod.Get, "/applications/{application}/commands", "/applications/1/commands");
    private static readonly RestRoute Gateway = RestRoute.Bot(HttpMethod.Get, "/gateway/bot", "/gateway/bot");
    private readonly FakeTimeProvider _time = new();
    private readonly BotCredential _credential = new("token");
    private readonly RateLimits _limits;

    public RateLimitsTests() => _limits = new RateLimits(_time, _credential);

    [Fact, Trait("Case", "RE-05")]
    public void GivenTwoRoutesOfOneBucket_WhenOneIsExhausted_ThenTheOtherWaits()
    {
        _limits.Learn(Gateway, Left(5, "b"));

        _limits.Learn(Commands, Left(0, "b"));

        Assert.Equal(TimeSpan.FromSeconds(2), _limits.Ask(Gateway).Wait);
    }

    [Fact, Trait("Case", "RE-06")]
    public void GivenTwoWebhookTokens_WhenOneIsExhausted_ThenTheOtherGoes()
    {
        _limits.Learn(Edit("a"), Left(0, "b"));

        Assert.Equal(TimeSpan.FromSeconds(2), _limits.Ask(Edit("a")).Wait);
        Assert.Equal(TimeSpan.Zero, _limits.Ask(Edit("other")).Wait);
    }

    [Fact, Trait("Case", "RE-07")]
    public void GivenAnExhaustedBucket_WhenItsTimeHasPassed_ThenOneWindowMayLeave()
    {
        _limits.Learn(Gateway, Left(0, "b") with { ResetAfter = TimeSpan.FromSeconds(1.337), Limit = 2 });
        _time.Advance(TimeSpan.FromSeconds(1.336));
        Assert.NotEqual(TimeSpan.Zero, _limits.Ask(Gateway).Wait);

        _time.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal(TimeSpan.Zero, _limits.Ask(Gateway).Wait);
    }

    [Fact, Trait("Case", "RE-09")]
    public void GivenNoHeaders_WhenTenRequestsAreDue_ThenNoneWaits()
    {
        _limits.Learn(Gateway, new RateLimitFacts(200));

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(new Admission(TimeSpan.Zero, null), _limits.Ask(Gateway)));
    }

    [Fact, Trait("Case", "RE-11")]
    public void GivenASharedLimit_WhenItIsMet_ThenItIsNotCountedAsInvalid()
    {
        _limits.Learn(Gateway, Refused(3) with { IsShared = true });
        _limits.Learn(Commands, Refused(3));

        Assert.Equal(1, _limits.InvalidRequests);
        Assert.Equal(TimeSpan.FromSeconds(3), _limits.Ask(Gateway).Wait);
    }

    [Fact, Trait("Case", "RE-12")]
    public void GivenTheGlobalLimit_WhenItIsMet_ThenBotRoutesWaitAndInteractionRoutesDoNot()
    {
        _limits.Learn(Gateway, Refused(3) with { IsGlobal = true });

        Assert.Equal(TimeSpan.FromSeconds(3), _limits.Ask(Commands).Wait);
        Assert.Equal(TimeSpan.Zero, _limits.Ask(Edit("a")).Wait);
    }

    [Fact, Trait("Case", "RE-14")]
    public void GivenAStorm_WhenEveryTokenIsRefused_ThenOneRequestAtATimeFindsOut()
    {
        foreach (var token in Enumerable.Range(0, 20))
        {
            _limits.Ask(Edit($"{token}"));
            _limits.Learn(Edit($"{token}"), Refused(1));
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        var allowed = Enumerable.Range(0, 20).Count(token => _limits.Ask(Edit($"{token}")).Wait == TimeSpan.Zero);

        Assert.Equal(1, allowed);
    }

    [Fact, Trait("Case", "RE-14")]
    public void GivenAStorm_WhenOneRequestPasses_ThenAllMay()
    {
        foreach (var token in Enumerable.Range(0, 20))
        {
            _limits.Learn(Edit($"{token}"), Refused(1));
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        _limits.Ask(Edit("1"));
        _limits.Learn(Edit("1"), new RateLimitFacts(200));

        Assert.All(Enumerable.Range(2, 10), token => Assert.Equal(TimeSpan.Zero, _limits.Ask(Edit($"{token}")).Wait));
    }

    [Fact, Trait("Case", "RE-16")]
    public void Given60Requests_WhenTheyAreDueAtOnce_ThenAtMost50LeaveInASecond()
    {
        Assert.Equal(50, Enumerable.Range(0, 60).Count(_ => _limits.Ask(Commands).Wait == TimeSpan.Zero));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(TimeSpan.Zero, _limits.Ask(Commands).Wait);

        _time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(TimeSpan.Zero, _limits.Ask(Commands).Wait);
    }

    [Fact, Trait("Case", "RE-16")]
    public void GivenTheGlobalLimitIsUsedUp_WhenAnInteractionIsAnswered_ThenItDoesNotWait()
    {
        foreach (var _ in Enumerable.Range(0, 60))
        {
            _limits.Ask(Commands);
        }

        Assert.Equal(TimeSpan.Zero, _limits.Ask(Edit("a")).Wait);
    }

    [Fact, Trait("Case", "RE-17")]
    public void GivenARefusedToken_WhenMoreIsDue_ThenNoBotRouteIsAskedAgain()
    {
        _limits.Learn(Gateway, new RateLimitFacts(401));

        Assert.NotNull(_limits.Ask(Commands).Never);
        Assert.Null(_limits.Ask(Edit("a")).Never);
        Assert.True(_credential.Refused.IsCompleted);
    }

    [Fact, Trait("Case", "RE-18")]
    public void GivenAnUnknownWebhook_WhenMoreIsDue_ThenOnlyThatOneIsNeverAskedAgain()
    {
        _limits.Learn(Edit("a"), new RateLimitFacts(404) { UnknownWebhook = true });

        Assert.NotNull(_limits.Ask(Edit("a")).Never);
        Assert.Null(_limits.Ask(Edit("b")).Never);
    }

    [Fact, Trait("Case", "RE-27")]
    public void Given9000InvalidRequests_WhenMoreIsDue_ThenOnlyFailingRoutesAreBarredUntilTenMinutesHavePassed()
    {
        foreach (var _ in Enumerable.Range(0, 9_000))
        {
            _limits.Learn(Commands, new RateLimitFacts(403));
        }

        Assert.NotNull(_limits.Ask(Commands).Never);
        Assert.Null(_limits.Ask(Gateway).Never);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(_limits.Ask(Commands).Never);
    }

    [Fact, Trait("Case", "LR-04")]
    public void Given100000Webhooks_WhenTheirTimeIsOver_ThenTheirBucketsAreForgotten()
    {
        foreach (var token in Enumerable.Range(0, 100_000))
        {
            _limits.Ask(Edit($"{token}"));
            _limits.Learn(Edit($"{token}"), Left(4, "b"));
            _time.Advance(TimeSpan.FromMilliseconds(20));
        }

        Assert.InRange(_limits.BucketCount, 1, 2_000);
    }

    private static RestRoute Edit(string token) => RestRoute.Webhook(HttpMethod.Patch, new InteractionTarget(1, 2, token, 0), "@original");

    private static RateLimitFacts Left(int remaining, string bucket) =>
        new(200) { Bucket = bucket, Limit = 5, Remaining = remaining, ResetAfter = TimeSpan.FromSeconds(2) };

    private static RateLimitFacts Refused(int seconds) => new(429) { RetryAfter = TimeSpan.FromSeconds(seconds) };
}
