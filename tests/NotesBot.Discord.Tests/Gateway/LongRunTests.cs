using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Gateway;

namespace NotesBot.Discord.Tests.Gateway;

/// <summary>Days of a session in steps: what takes no socket and no clock needs no time either.</summary>
[Collection(Alone.Name)]
public sealed class LongRunTests
{
    private static readonly Uri Url = new("wss://gateway.example");
    private static readonly Hello Interval = new(TimeSpan.FromSeconds(41.25));

    [Theory, Trait("Case", "LR-01")]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void GivenADayWithADropEveryTenMinutes_WhenItIsOver_ThenOneSessionHasHandledEachInteractionOnce(int seed)
    {
        var random = new Random(seed);
        var day = new Day();
        day.Join();

        for (var drop = 0; drop < 24 * 6; drop++)
        {
            day.Dispatch(random.Next(1, 20));
            day.Lose(random.Next(0, 3));
            day.Drop(random.Next(7));
            day.Join();
        }

        Assert.Equal(1, day.Identifies);
        Assert.Equal(day.Sent, day.Handled);
    }

    [Fact, Trait("Case", "LR-06")]
    public void GivenTwoHoursWithoutGateway_WhenItIsBack_ThenTheNextTryComesWithin90Seconds()
    {
        var session = new GatewaySession(null).On(new Started()).Next;
        var pauses = new List<Pause>();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(2); passed += pauses[^1].Most)
        {
            (session, var effects) = session.On(new ConnectFailed());
            pauses.Add(Assert.IsType<Connect>(effects[^1]).Pause);
        }

        var (next, joined) = session.On(new Opened()).Next.On(Interval);

        Assert.All(pauses, pause => Assert.True(pause.Most <= TimeSpan.FromSeconds(60)));
        Assert.Contains(new SendIdentify(), joined);
        Assert.Equal(GatewayPhase.Identifying, next.Phase);
    }

    [Fact, Trait("Case", "LR-05")]
    public void GivenAMillionEventsThatWeIgnore_WhenTheyArrive_ThenNothingOfThemIsKept()
    {
        var frames = new GatewayFrames(Url);
        var session = Live(new GatewaySession(null), frames, guilds: 1);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var sequence = 2; sequence <= 1_000_000; sequence++)
        {
            var frame = string.Create(
                CultureInfo.InvariantCulture, $$"""{"op":0,"s":{{sequence}},"t":"GUILD_CREATE","d":{"id":"{{sequence}}"} }""");
            session = session.On(frames.Read(Encoding.UTF8.GetBytes(frame), 0)).Next;
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(1_000_000, session.Sequence);
        Assert.True(grown < 4_000_000, $"{grown} bytes more");
    }

    [Fact, Trait("Case", "LR-13")]
    public void Given3000Guilds_WhenASessionIsReady_ThenItIsTheSameAsWithOne()
    {
        var many = Live(new GatewaySession(null), new GatewayFrames(Url), guilds: 3_000);
        var one = Live(new GatewaySession(null), new GatewayFrames(Url), guilds: 1);

        Assert.Equal(one, many);
    }

    private static GatewaySession Live(GatewaySession session, GatewayFrames frames, int guilds)
    {
        var list = string.Join(',', Enumerable.Range(1, guilds).Select(id => $$"""{"id":"{{id}}","unavailable":true}"""));
        var ready = $$$"""
            {"op":0,"s":1,"t":"READY","d":{"guilds":[{{{list}}}],"session_id":"s","resume_gateway_url":"wss://r.example",
            "application":{"id":"7"} } }
            """;
        return session.On(new Started()).Next.On(new Opened()).Next.On(Interval).Next
            .On(frames.Read(Encoding.UTF8.GetBytes(ready), 0)).Next;
    }

    /// <summary>Discord's side of one session: it numbers, keeps what was missed and sends it after a resume.</summary>
    private sealed class Day
    {
        private readonly RecentInteractions _recent = new(new FakeTimeProvider());
        private readonly List<InteractionReceived> _events = [];
        private GatewaySession _session = new GatewaySession(null).On(new Started()).Next;
        private long _sequence = 1;

        public int Identifies { get; private set; }

        public int Sent => _events.Count;

        public int Handled { get; private set; }

        public void Join()
        {
            Take(new Opened());
            foreach (var effect in Take(Interval))
            {
                if (effect is SendIdentify)
                {
                    Identifies++;
                    Take(new ReadyReceived(_sequence, "s", Url, 7) { FirstUrl = Url });
                }
                else if (effect is SendResume resume)
                {
                    // One that was seen already comes again: Discord may count otherwise than we.
                    _events.Where(missed => missed.Sequence >= resume.Sequence).ToList().ForEach(missed => Take(missed));
                    Take(new ResumedReceived(++_sequence));
                }
            }
        }

        public void Dispatch(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Lose(1);
                Take(_events[^1]);
            }
        }

        /// <summary>Events that were sent while nobody heard.</summary>
        public void Lose(int count)
        {
            for (var i = 0; i < count; i++)
            {
                _events.Add(new InteractionReceived(++_sequence, (ulong)_sequence, default, 0));
            }
        }

        public void Drop(int kind)
        {
            if (kind == 0)
            {
                Take(new HeartbeatDue());
                Take(new HeartbeatDue());
                return;
            }

            Take(kind switch
            {
                1 => new ReconnectRequested(),
                2 => new Closed(1001),
                3 => new Closed(4000),
                4 => new SessionInvalidated(Resumable: true),
                5 => new Unintelligible(),
                _ => new Closed(null),
            });
        }

        private IReadOnlyList<GatewayEffect> Take(GatewayInput input)
        {
            (_session, var effects) = _session.On(input);
            Handled += effects.OfType<HandleInteraction>().Count(interaction => _recent.TryAdd(interaction.Id));
            return effects;
        }
    }
}
