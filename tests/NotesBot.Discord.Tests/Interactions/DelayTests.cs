using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace NotesBot.Discord.Tests.Interactions;

/// <summary>How long an interaction was under way, by two clocks of which one may be wrong.</summary>
public sealed class DelayTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory, Trait("Case", "IN-41")]
    [InlineData(-3_600)]
    [InlineData(3_600)]
    public async Task GivenAWrongClock_WhenCommandsArrive_ThenTheyAreAnsweredAndWarnedAboutOnce(int seconds)
    {
        _scene.Time.SetUtcNow(_scene.Time.GetUtcNow().AddYears(1).AddSeconds(seconds));

        await _scene.HandleAsync(Payload.Command());
        await _scene.HandleAsync(Payload.Command());

        Assert.Equal(2, _scene.Discord.Rest().Count);
        Assert.Single(_scene.Log, line => line.Contains("clock of this machine", StringComparison.Ordinal));
    }

    [Theory, Trait("Case", "IN-41")]
    [InlineData(2)]
    [InlineData(-3_600)]
    public async Task GivenAnInteraction_WhenItArrives_ThenTheTimeSinceItsIdIsMeasured(int seconds)
    {
        using var meter = new MeterListener();
        var delays = new ConcurrentBag<double>();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "notesbot.interaction.delay")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meter.SetMeasurementEventCallback<double>((_, seconds, _, _) => delays.Add(seconds));
        meter.Start();
        var made = _scene.Time.GetUtcNow().AddYears(3).AddMilliseconds(123);
        _scene.Time.SetUtcNow(made.AddSeconds(seconds));

        await _scene.HandleAsync(Payload.Command().With("id", $"{(ulong)(made.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22}"));

        Assert.Contains((double)seconds, delays);
    }
}
