using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rest;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Gateway;

public sealed class IdentifyTests : IDisposable
{
    private static readonly ShardId Only = new(0, 1);
    private readonly string _folder = Directory.CreateTempSubdirectory("notesbot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact, Trait("Case", "LR-02")]
    public void GivenEveryIdentifyIsRefused_WhenADayPasses_ThenTheyAreAtMost300AndPausesDoubleTo600Seconds()
    {
        var time = new FakeTimeProvider();
        var budget = Budget(time);
        var pauses = new List<double>();

        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromDays(1);)
        {
            budget.Spend(Only);
            var wait = budget.WaitOf(Only, TimeSpan.Zero);
            pauses.Add(wait.TotalSeconds);
            time.Advance(wait);
            passed += wait;
        }

        Assert.Equal([5.1, 10, 20, 40, 80, 160, 320, 600, 600], pauses.Take(9));
        Assert.InRange(pauses.Count, 1, 300);
    }

    [Fact, Trait("Case", "LR-02")]
    public void GivenAnyRhythmOfIdentifies_WhenADayPasses_ThenTheyAreAtMost300()
    {
        var counts = Enumerable.Range(1, 40).Select(minutes => CountIn(TimeSpan.FromMinutes(minutes)));

        Assert.All(counts, count => Assert.InRange(count, 1, 300));
    }

    [Fact, Trait("Case", "LR-17")]
    public void GivenACrashingProcess_WhenItStartsAgain_ThenThePauseGoesOn()
    {
        var time = new FakeTimeProvider();
        var waits = new List<double>();

        for (var start = 0; start < 5; start++)
        {
            var budget = Budget(time);
            time.Advance(budget.WaitOf(Only, TimeSpan.Zero));
            budget.Spend(Only);
            waits.Add(Budget(time).WaitOf(Only, TimeSpan.Zero).TotalSeconds);
        }

        Assert.Equal([5.1, 10, 20, 40, 80], waits);
    }

    [Fact, Trait("Case", "LR-17")]
    public void GivenProcessesThatCrashAfterReady_WhenTheyStartAgain_ThenThePauseDoublesUntilOneLivesAMinute()
    {
        var time = new FakeTimeProvider();
        var waits = new List<double>();

        for (var start = 0; start < 4; start++)
        {
            Identify(time);
            waits.Add(Budget(time).WaitOf(Only, TimeSpan.Zero).TotalSeconds);
        }

        Identify(time);
        time.Advance(TimeSpan.FromSeconds(61));
        Identify(time);

        Assert.Equal([5.1, 10, 20, 40], waits);
        Assert.Equal(5.1, Budget(time).WaitOf(Only, TimeSpan.Zero).TotalSeconds);
    }

    [Fact, Trait("Case", "LR-18"), Trait("Case", "LR-12")]
    public void GivenTenCleanStops_WhenTheBotStartsAgain_ThenItWaitsForTheFiveSecondsAlone()
    {
        var time = new FakeTimeProvider();
        var waits = new List<double>();

        for (var start = 0; start < 10; start++)
        {
            var budget = Identify(time);
            time.Advance(TimeSpan.FromSeconds(2));
            budget.Leave();
            waits.Add(Math.Round(Budget(time).WaitOf(Only, TimeSpan.Zero).TotalSeconds, 3));
        }

        Assert.All(waits, wait => Assert.Equal(3.1, wait));
    }

    [Fact, Trait("Case", "LR-19")]
    public void GivenTheFileOfAnotherApplication_WhenTheBotStarts_ThenItsPausesDoNotCountAndStay()
    {
        var time = new FakeTimeProvider();
        for (var i = 0; i < 5; i++)
        {
            Budget(time).Spend(Only);
        }

        var other = Budget(time, "Nzc.secret.secret");
        other.Spend(Only);

        Assert.Equal(5.1, other.WaitOf(Only, TimeSpan.Zero).TotalSeconds);
        Assert.Equal(80, Budget(time).WaitOf(Only, TimeSpan.Zero).TotalSeconds);
    }

    [Fact, Trait("Case", "GW-65")]
    public void GivenAReadyAfterEachIdentify_WhenSessionsEndSoon_ThenThePauseStaysAtFiveSeconds()
    {
        var time = new FakeTimeProvider();
        var budget = Budget(time);
        var waits = new List<double>();

        for (var i = 0; i < 5; i++)
        {
            budget.Spend(Only);
            budget.Ready(Only);
            waits.Add(budget.WaitOf(Only, TimeSpan.Zero).TotalSeconds);
            time.Advance(TimeSpan.FromSeconds(6));
        }

        Assert.All(waits, wait => Assert.Equal(5.1, wait));
    }

    [Fact, Trait("Case", "LR-20")]
    public void GivenSessionsThatEndAtOnce_WhenADayPasses_ThenTheReserveIsNotTouched()
    {
        var time = new FakeTimeProvider();
        var budget = Budget(time);
        var remaining = 1_000;
        var quick = 0;

        for (var end = time.GetUtcNow() + TimeSpan.FromDays(1); time.GetUtcNow() < end && remaining > DiscordLimits.IdentifyReserve; remaining--)
        {
            var address = new GatewayAddress(new Uri("wss://g.example"), 1, 0) { Remaining = remaining, Total = 1_000, ResetAfter = end - time.GetUtcNow() };
            var wait = budget.WaitOf(Only, address.Spread);
            quick += wait <= TimeSpan.FromSeconds(5.1) ? 1 : 0;
            time.Advance(wait);
            budget.Spend(Only);
            budget.Ready(Only);
        }

        Assert.InRange(quick, 500, 510);
        Assert.InRange(remaining, DiscordLimits.IdentifyReserve, 60);
    }

    private IdentifyBudget Identify(FakeTimeProvider time)
    {
        var budget = Budget(time);
        time.Advance(budget.WaitOf(Only, TimeSpan.Zero));
        budget.Spend(Only);
        budget.Ready(Only);
        return budget;
    }

    [Theory]
    [InlineData(""), InlineData("{"), InlineData("[]"), InlineData("{\"0\":null}")]
    public void GivenADamagedFile_WhenItIsRead_ThenCountingBeginsAnew(string text)
    {
        File.WriteAllText(Path.Combine(_folder, IdentifyBudget.FileName), text);

        Assert.Equal(TimeSpan.Zero, Budget(new FakeTimeProvider()).WaitOf(Only, TimeSpan.Zero));
    }

    [Fact, Trait("Case", "GW-60")]
    public void GivenAClockThatWasSetBack_WhenTheWaitIsAsked_ThenItIsNotLongerThanThePause()
    {
        Budget(new FakeTimeProvider(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero))).Spend(Only);

        var early = Budget(new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));

        Assert.Equal(5.1, early.WaitOf(Only, TimeSpan.Zero).TotalSeconds);
    }

    [Fact, Trait("Case", "GW-51")]
    public async Task GivenThreeShardsAndOneAtATime_WhenTheyEnter_ThenTheyGoInOrderFiveSecondsApart()
    {
        var time = new ObservedTime();
        var gate = new IdentifyGate(1, time);
        Task[] shards = [.. Enumerable.Range(0, 3).Select(shard => gate.EnterAsync(shard, TestLimit.Token))];

        Assert.Equal([true, false, false], shards.Select(shard => shard.IsCompleted));
        gate.Leave(0, identified: true);
        await time.WaitAsync(wait => wait >= TimeSpan.FromSeconds(5), TestLimit.Token);
        time.Advance(TimeSpan.FromMilliseconds(4_999));
        Assert.False(shards[1].IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(200));

        await shards[1].WaitAsync(TestLimit.Token);
        Assert.False(shards[2].IsCompleted);
    }

    [Fact, Trait("Case", "GW-52")]
    public async Task Given32ShardsAnd16AtATime_WhenTheyEnter_ThenTheSecondHalfComesAfterAllOfTheFirst()
    {
        var time = new ObservedTime();
        var gate = new IdentifyGate(16, time);
        Task[] shards = [.. Enumerable.Range(0, 32).Select(shard => gate.EnterAsync(shard, TestLimit.Token))];
        Assert.Equal(16, shards.Count(shard => shard.IsCompleted));

        foreach (var shard in Enumerable.Range(0, 15))
        {
            gate.Leave(shard, identified: true);
        }

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(16, shards.Count(shard => shard.IsCompleted));
        gate.Leave(15, identified: true);
        await Task.WhenAll(shards[16..31]).WaitAsync(TestLimit.Token);
        await time.WaitAsync(wait => wait >= TimeSpan.FromSeconds(5), TestLimit.Token);
        time.Advance(TimeSpan.FromSeconds(6));

        await shards[31].WaitAsync(TestLimit.Token);
    }

    [Fact, Trait("Case", "GW-54")]
    public async Task GivenAShardThatCannotConnect_WhenItGivesItsTurnUp_ThenTheNextNeedNotWait()
    {
        var gate = new IdentifyGate(1, new FakeTimeProvider());
        await gate.EnterAsync(0, TestLimit.Token);
        var next = gate.EnterAsync(1, TestLimit.Token);

        gate.Leave(0, identified: false);

        await next.WaitAsync(TestLimit.Token);
    }

    private static int CountIn(TimeSpan rhythm)
    {
        var time = new FakeTimeProvider();
        using var budget = new IdentifyBudget(
            time, new BotCredential(BotKit.Token), Options.Create(new DiscordOptions()), NullLogger<IdentifyBudget>.Instance);
        var count = 0;
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromDays(1); count++)
        {
            budget.Spend(Only);
            var wait = budget.WaitOf(Only, TimeSpan.Zero) is var own && own > rhythm ? own : rhythm;
            time.Advance(count % 8 == 0 ? wait : budget.WaitOf(Only, TimeSpan.Zero));
            passed = time.GetUtcNow() - time.Start;
        }

        return count;
    }

    private IdentifyBudget Budget(TimeProvider time, string token = BotKit.Token) => new(
        time, new BotCredential(token), Options.Create(new DiscordOptions { StateFolder = _folder }), NullLogger<IdentifyBudget>.Instance);
}
