using NotesBot.Discord.Gateway;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Gateway;

public sealed class GatewaySessionTests
{
    private static readonly Uri ResumeUrl = new("wss://resume.example/");
    private static readonly Hello Hello = new(TimeSpan.FromSeconds(45));
    private static readonly Uri FirstUrl = new("wss://gateway.example/");
    private static readonly ReadyReceived ReadyEvent = new(1, "s1", ResumeUrl, 7) { FirstUrl = FirstUrl };

    private static GatewaySession Greeted => After(new GatewaySession(null), new Started(), new Opened(), Hello);

    private static GatewaySession Ready => After(Greeted, ReadyEvent, new OtherEvent(42, "X"));

    private static GatewaySession Resuming => After(Ready, new Closed(null), new Opened(), Hello);

    [Fact, Trait("Case", "GW-04")]
    public void GivenAnOpenSocket_WhenNothingHasArrived_ThenNothingIsSent()
    {
        var opened = After(new GatewaySession(null), new Started(), new Opened());

        var effects = new GatewayInput[] { new HeartbeatRequested(), new HeartbeatDue(), new SessionInvalidated(true) }
            .SelectMany(input => opened.On(input).Effects);

        Assert.Empty(effects);
    }

    [Fact, Trait("Case", "GW-05")]
    public void GivenNoHello_WhenTheTimeIsUp_ThenTheConnectionIsReplaced()
    {
        var opened = After(new GatewaySession(null), new Started(), new Opened());

        var effects = opened.On(new HelloOverdue()).Effects;

        Assert.Equal(CloseCodes.ComingBack, Assert.IsType<Close>(effects[0]).Code);
        Assert.Null(Assert.IsType<Connect>(effects[1]).Resume);
    }

    [Fact, Trait("Case", "GW-07")]
    public void GivenHello_WhenTheBotIdentifies_ThenItDoesNotWaitForAHeartbeat()
    {
        var effects = After(new GatewaySession(null), new Started(), new Opened()).On(Hello).Effects;

        Assert.Equal([new StartHeartbeats(Hello.Interval), new SendIdentify(), new AwaitReady()], effects);
    }

    [Fact, Trait("Case", "GW-09")]
    public void GivenNoDispatch_WhenAHeartbeatIsDue_ThenItHasNoSequence() =>
        Assert.Equal([new SendHeartbeat(null, true)], Greeted.On(new HeartbeatDue()).Effects);

    [Fact, Trait("Case", "GW-10")]
    public void GivenDispatches_WhenAHeartbeatIsDue_ThenItHasTheLastSequence()
    {
        var session = After(Greeted, new OtherEvent(1, "A"), new OtherEvent(2, "B"), new OtherEvent(3, "C"));

        Assert.Equal([new SendHeartbeat(3, true)], session.On(new HeartbeatDue()).Effects);
    }

    [Fact, Trait("Case", "GW-11")]
    public void GivenFramesWithoutSequence_WhenAHeartbeatIsDue_ThenTheLastSequenceIsKept()
    {
        var session =
            After(Greeted, new OtherEvent(3, "C"), new HeartbeatAcknowledged(), new HeartbeatRequested(), new OtherEvent(null, "D"));

        Assert.Equal([new SendHeartbeat(3, true)], session.On(new HeartbeatDue()).Effects);
    }

    [Fact, Trait("Case", "GW-12")]
    public void GivenASession_WhenAHeartbeatIsAskedFor_ThenOneLeavesAndTheScheduleStays()
    {
        var (next, effects) = Ready.On(new HeartbeatRequested());

        Assert.Equal([new SendHeartbeat(42, false)], effects);
        Assert.Equal(Ready, next);
    }

    [Fact, Trait("Case", "GW-13"), Trait("Case", "GW-14")]
    public void GivenAnUnansweredHeartbeat_WhenTheNextIsDue_ThenTheConnectionIsReplacedAndTheSessionResumed()
    {
        var waiting = After(Ready, new HeartbeatDue());

        var (next, effects) = waiting.On(new HeartbeatDue());

        Assert.Equal(new Close(CloseCodes.ComingBack), effects[0]);
        Assert.Equal(ResumeUrl, Assert.IsType<Connect>(effects[1]).Resume);
        Assert.Equal(
            [new StartHeartbeats(Hello.Interval), new SendResume("s1", 42), new AwaitReady()], After(next, new Opened()).On(Hello).Effects);
    }

    [Fact, Trait("Case", "GW-15")]
    public void GivenAServerThatNeitherAcknowledgesNorResumes_WhenTenCyclesPass_ThenPausesGrowToAMinuteAndEachResumes()
    {
        var session = Ready;
        var connects = new List<Connect>();

        for (var cycle = 0; cycle < 10; cycle++)
        {
            (session, var effects) = After(session, new HeartbeatDue()).On(new HeartbeatDue());
            connects.Add(effects.OfType<Connect>().Single());
            session = After(session, new Opened(), Hello);
        }

        Assert.Equal([0.05, 1, 2, 4, 8, 16, 32, 60, 60, 60], connects.Select(connect => connect.Pause.Most.TotalSeconds));
        Assert.All(connects, connect => Assert.NotNull(connect.Resume));
    }

    [Fact, Trait("Case", "GW-15"), Trait("Case", "GW-63")]
    public void GivenAServerThatResumesAndNeverAcknowledges_WhenTenCyclesPass_ThenEachFirstTryIsAtOnce()
    {
        var session = Ready;
        var connects = new List<Connect>();

        for (var cycle = 0; cycle < 10; cycle++)
        {
            (session, var effects) = After(session, new HeartbeatDue()).On(new HeartbeatDue());
            connects.Add(effects.OfType<Connect>().Single());
            session = After(session, new Opened(), Hello, new ResumedReceived(43));
        }

        Assert.All(connects, connect => Assert.Equal((ResumeUrl, 0.05), (connect.Resume, connect.Pause.Most.TotalSeconds)));
    }

    [Fact, Trait("Case", "GW-18")]
    public void GivenAnIdentifiedSession_WhenHelloComesAgain_ThenNothingIsIdentifiedAgain()
    {
        Assert.Empty(Greeted.On(Hello).Effects);
        Assert.Empty(Ready.On(Hello).Effects);
    }

    [Fact, Trait("Case", "GW-19")]
    public void GivenReady_WhenItArrives_ThenTheSessionIsKeptAndReportedOnce()
    {
        var (next, effects) = Greeted.On(ReadyEvent);

        Assert.Equal(("s1", ResumeUrl, (ulong?)7), (next.SessionId, next.ResumeUrl, next.ApplicationId));
        Assert.Equal([new ReportLive(false)], effects);
    }

    [Fact, Trait("Case", "GW-21")]
    public void GivenAnotherApplication_WhenReadyArrives_ThenTheBotStopsWithASentence()
    {
        var greeted = After(new GatewaySession(8), new Started(), new Opened(), Hello);

        var effects = greeted.On(ReadyEvent).Effects;

        Assert.Contains("application 7, not to 8", Assert.IsType<Stop>(effects[^1]).Sentence, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "GW-22")]
    public void GivenASession_WhenDiscordAsksToReconnect_ThenItIsResumedAtOnce()
    {
        var effects = Ready.On(new ReconnectRequested()).Effects;

        Assert.Equal(new Close(CloseCodes.ComingBack), effects[0]);
        var connect = Assert.IsType<Connect>(effects[1]);
        Assert.Equal((ResumeUrl, 0.05), (connect.Resume, connect.Pause.Most.TotalSeconds));
    }

    [Fact, Trait("Case", "GW-23")]
    public void GivenASession_WhenItIsInvalidButResumable_ThenItIsResumed() =>
        Assert.Equal(ResumeUrl, ConnectAfter(Ready, new SessionInvalidated(true)).Resume);

    [Fact, Trait("Case", "GW-24")]
    public void GivenASession_WhenItIsInvalid_ThenItIsForgottenAndANewOneBeginsAfterOneToFiveSeconds()
    {
        var (next, effects) = Ready.On(new SessionInvalidated(false));

        Assert.Equal((null, null, (long?)null), (next.SessionId, next.ResumeUrl, next.Sequence));
        var connect = Assert.IsType<Connect>(effects[^1]);
        Assert.Null(connect.Resume);
        Assert.Equal((1, 5), (connect.Pause.Least.TotalSeconds, connect.Pause.Most.TotalSeconds));
    }

    [Fact, Trait("Case", "GW-25")]
    public void GivenAResume_WhenItIsInvalid_ThenTheNextConnectionIdentifiesWithoutSequence()
    {
        var greeted = After(Resuming, new SessionInvalidated(false), new Opened(), Hello);

        Assert.Equal(GatewayPhase.Identifying, greeted.Phase);
        Assert.Equal([new SendHeartbeat(null, true)], greeted.On(new HeartbeatDue()).Effects);
    }

    [Fact, Trait("Case", "GW-26")]
    public void GivenAnIdentifyOverTheLimit_WhenItIsRefused_ThenTheNextWaitsFiveSeconds() =>
        Assert.True(ConnectAfter(Greeted, new SessionInvalidated(false)).Pause.Least >= TimeSpan.FromSeconds(5));

    [Fact, Trait("Case", "GW-27")]
    public void GivenAResume_WhenMissedEventsCome_ThenEachIsHandledInOrderAndTheSequenceFollows()
    {
        var session = Resuming;
        var handled = new List<ulong>();

        foreach (var (s, id) in new[] { (43L, 1UL), (44L, 2UL), (45L, 3UL) })
        {
            (session, var effects) = session.On(new InteractionReceived(s, id, default, 0));
            handled.Add(Assert.IsType<HandleInteraction>(Assert.Single(effects)).Id);
        }

        session = After(session, new ResumedReceived(46));

        Assert.Equal([1UL, 2UL, 3UL], handled);
        Assert.Equal((46L, GatewayPhase.Live), (session.Sequence, session.Phase));
    }

    [Fact, Trait("Case", "GW-29"), Trait("Case", "GW-62")]
    public void GivenADeadResumeUrl_WhenAttemptsFail_ThenFromTheThirdOnTheSessionIsResumedAtTheFirstUrl()
    {
        var session = Ready;
        var urls = new List<Uri?>();

        for (var attempt = 0; attempt < 40; attempt++)
        {
            (session, var effects) = session.On(attempt == 0 ? new Closed(null) : new ConnectFailed());
            urls.Add(effects.OfType<Connect>().Single().Resume);
        }

        Assert.Equal([ResumeUrl, ResumeUrl, .. Enumerable.Repeat(FirstUrl, 38)], urls);
        Assert.Equal(new SendResume("s1", 42), After(session, new Opened()).On(Hello).Effects[1]);
    }

    [Fact, Trait("Case", "GW-30")]
    public void GivenASilentResumeUrl_WhenTwoAttemptsGetNoHello_ThenTheThirdResumesAtTheFirstUrl()
    {
        var once = After(Ready, new Closed(null), new Opened(), new HelloOverdue(), new Opened());

        Assert.Equal(FirstUrl, ConnectAfter(once, new HelloOverdue()).Resume);
    }

    [Fact, Trait("Case", "GW-29")]
    public void GivenAResumeAtTheFirstUrl_WhenItSucceeds_ThenTheNextGoesToTheResumeUrlAgain()
    {
        var resumed = After(Ready, new Closed(null), new ConnectFailed(), new ConnectFailed(), new Opened(), Hello, new ResumedReceived(43));

        Assert.Equal((ResumeUrl, 0.05), (ConnectAfter(resumed, new Closed(null)).Resume,
            ConnectAfter(resumed, new Closed(null)).Pause.Most.TotalSeconds));
    }

    [Theory, Trait("Case", "GW-61"), Trait("Case", "GW-62"), Trait("Case", "GW-64")]
    [InlineData(0.3, 10), InlineData(1, 10), InlineData(4, 10), InlineData(6, 20), InlineData(20, 65), InlineData(120, 65)]
    public void GivenAnOutage_WhenItIsOver_ThenTheNextTryComesInTimeWhateverChanceSays(double outage, double atMost)
    {
        foreach (var chance in new[] { 0, 0.1, 0.25, 0.5, 0.75, 0.999 })
        {
            var session = Ready;
            var at = 0.0;
            var effects = (IReadOnlyList<GatewayEffect>)[];
            for (GatewayInput input = new Closed(null); at <= outage; input = new ConnectFailed())
            {
                (session, effects) = session.On(input);
                at += Math.Max(0.001, effects.OfType<Connect>().Single().Pause.Choose(new FixedRandom(chance)).TotalSeconds);
            }

            Assert.InRange(at - outage, 0, atMost);
        }
    }

    [Theory, Trait("Case", "GW-65")]
    [InlineData(null), InlineData(4007), InlineData(4009)]
    public void GivenASessionThatDiscordEnds_WhenItFailedBefore_ThenTheNextBeginsAfterOneToFiveSecondsAllTheSame(int? code)
    {
        var tried = After(Ready, [new Closed(null), .. Enumerable.Repeat(new ConnectFailed(), 9), new Opened(), Hello]);

        var connect = ConnectAfter(tried, code is null ? new SessionInvalidated(false) : new Closed(code));

        Assert.Equal((null, 1, 5), (connect.Resume, connect.Pause.Least.TotalSeconds, connect.Pause.Most.TotalSeconds));
    }

    [Theory, Trait("Case", "GW-32"), Trait("Case", "GW-37"), Trait("Case", "GW-38")]
    [InlineData(4000), InlineData(4001), InlineData(4002), InlineData(4005), InlineData(4008), InlineData(null)]
    [InlineData(1000), InlineData(1001), InlineData(1006), InlineData(4242)]
    public void GivenASession_WhenTheServerClosesWithSuchACode_ThenItIsResumed(int? code) =>
        Assert.Equal(ResumeUrl, ConnectAfter(Ready, new Closed(code)).Resume);

    [Fact, Trait("Case", "GW-32")]
    public void GivenASession_WhenTheServerSaysTooMuch_ThenTheBotWaitsBeforeItResumes() =>
        Assert.True(ConnectAfter(Ready, new Closed(4008)).Pause.Least >= TimeSpan.FromSeconds(5));

    [Theory, Trait("Case", "GW-33")]
    [InlineData(4003), InlineData(4007), InlineData(4009)]
    public void GivenASession_WhenTheServerEndsIt_ThenANewOneBegins(int code)
    {
        var (next, effects) = Ready.On(new Closed(code));

        Assert.Null(effects.OfType<Connect>().Single().Resume);
        Assert.Equal((null, (long?)null), (next.SessionId, next.Sequence));
    }

    [Theory, Trait("Case", "GW-34"), Trait("Case", "GW-36")]
    [InlineData(4004, "Discord__Token"), InlineData(4012, "newer version"), InlineData(4013, "newer version"), InlineData(4014, "Intents")]
    public void GivenAConnection_WhenTheServerClosesForGood_ThenASentenceSaysWhatToChange(int code, string words)
    {
        var (next, effects) = Greeted.On(new Closed(code));

        Assert.Contains(words, Assert.IsType<Stop>(Assert.Single(effects)).Sentence, StringComparison.Ordinal);
        Assert.Empty(next.On(new ConnectFailed()).Effects);
    }

    [Theory, Trait("Case", "GW-35")]
    [InlineData(4010), InlineData(4011)]
    public void GivenAConnection_WhenTheShardsAreWrong_ThenTheirNumberIsAskedAnew(int code) =>
        Assert.IsType<Reshard>(Assert.Single(Greeted.On(new Closed(code)).Effects));

    [Fact, Trait("Case", "GW-41")]
    public void GivenASession_WhenAFrameIsUnintelligible_ThenTheConnectionIsReplacedAndTheSessionResumed()
    {
        var effects = Ready.On(new Unintelligible()).Effects;

        Assert.Equal(new Close(CloseCodes.ComingBack), effects[0]);
        Assert.Equal(ResumeUrl, Assert.IsType<Connect>(effects[1]).Resume);
    }

    [Fact, Trait("Case", "GW-43"), Trait("Case", "GW-56")]
    public void GivenUnknownThings_WhenTheyArrive_ThenOnlyTheSequenceChanges()
    {
        var (next, effects) = After(Ready, new UnknownOp(99), new OtherEvent(50, "GUILD_CREATE")).On(new OtherEvent(51, "NEW_THING"));

        Assert.Empty(effects);
        Assert.Equal(Ready with { Sequence = 51 }, next);
    }

    [Fact]
    public void GivenNoReady_WhenTheTimeIsUp_ThenTheConnectionIsReplaced() =>
        Assert.Null(ConnectAfter(Greeted, new ReadyOverdue()).Resume);

    [Fact, Trait("Case", "GW-63")]
    public void GivenASessionThatIsClosedAfterEachResume_WhenItDropsAgain_ThenTheTryIsAtOnceEachTime()
    {
        var session = Ready;

        for (var time = 0; time < 8; time++)
        {
            Assert.Equal(0.05, ConnectAfter(session, new Closed(4000)).Pause.Most.TotalSeconds);
            session = After(session, new Closed(4000), new Opened(), Hello, new ResumedReceived(43));
        }
    }

    private static Connect ConnectAfter(GatewaySession session, GatewayInput input) => session.On(input).Effects.OfType<Connect>().Single();

    private static GatewaySession After(GatewaySession session, params GatewayInput[] inputs) =>
        inputs.Aggregate(session, (current, input) => current.On(input).Next);
}
