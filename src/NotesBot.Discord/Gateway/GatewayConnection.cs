using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NotesBot.Discord.Gateway;

/// <summary>One life of a WebSocket: reads frames, keeps the schedule and does what the session says. Everything it starts it
/// awaits.</summary>
/// <param name="socket">Open; not disposed here.</param>
/// <param name="url">Where it leads.</param>
/// <param name="shard">Whose connection it is.</param>
/// <param name="start">The turn to begin a session; <see langword="null"/> when one is resumed.</param>
internal sealed class GatewayConnection(WebSocket socket, Uri url, GatewayShard shard, SessionStart? start) : IDisposable
{
    private const int InboxLength = 64;
    private static readonly TimeSpan HelloTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReadyTime = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan SendTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FarewellTime = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// What the session takes in turn. Whoever posts to it runs the session's step, which never waits: waking a thread takes longer.
    /// </summary>
    private readonly Channel<GatewayInput> _inbox = Channel.CreateBounded<GatewayInput>(
        new BoundedChannelOptions(InboxLength) { SingleReader = true, AllowSynchronousContinuations = true });
    private readonly SendAllowance _allowance = new(shard.Context.Time);
    private readonly List<Task> _timers = [];
    private readonly CancellationTokenSource _life = new();
    private Task _reading = Task.CompletedTask;
    private long _beatAt;

    private TimeProvider Time => shard.Context.Time;

    private ILogger Logger => shard.Context.Logger;

    /// <summary>Runs until the connection is of no use any more.</summary>
    /// <returns>The session and what is to be done about it.</returns>
    public async Task<(GatewaySession Session, IReadOnlyList<GatewayEffect> Effects)> RunAsync(
        GatewaySession session, CancellationToken closing)
    {
        try
        {
            _reading = ReadAsync(_life.Token);
            var (next, effects) = session.On(new Opened());
            while (await PerformAsync(effects))
            {
                var input = await _inbox.Reader.ReadAsync(closing);
                Note(input);
                (next, effects) = next.On(input);
            }

            return (next, effects);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            await CloseAsync(CloseCodes.Leaving);
            throw;
        }
        finally
        {
            _inbox.Writer.TryComplete();
            await _life.CancelAsync();
            await Task.WhenAll([_reading, .. _timers]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _life.Dispose();

    /// <summary>Does what the session wants. Whether the connection lives on.</summary>
    private async Task<bool> PerformAsync(IReadOnlyList<GatewayEffect> effects)
    {
        var livesOn = true;
        for (var i = 0; i < effects.Count; i++)
        {
            livesOn &= effects[i] is not (Connect or Stop or Reshard);
            await PerformAsync(effects[i]);
        }

        return livesOn;
    }

    private Task PerformAsync(GatewayEffect effect)
    {
        switch (effect)
        {
            case HandleInteraction interaction:
                shard.Context.Queue.Accept(interaction.Id, interaction.Payload, interaction.ReceivedAt);
                return Task.CompletedTask;
            case SendHeartbeat heartbeat:
                return BeatAsync(heartbeat);
            case SendIdentify:
                return IdentifyAsync();
            case SendResume resume:
                return SendAsync(GatewayPayloads.Resume(shard.Context.Credential.Token, resume.SessionId, resume.Sequence), mustSend: true);
            case ReportLive live:
                shard.ReportLive(live.Resumed);
                return Task.CompletedTask;
            case Close close:
                return CloseAsync(close.Code);
            default:
                StartTimer(effect);
                return Task.CompletedTask;
        }
    }

    private void StartTimer(GatewayEffect effect)
    {
        var timer = effect switch
        {
            AwaitHello => PostAfterAsync(HelloTime, new HelloOverdue(), _life.Token),
            AwaitReady => PostAfterAsync(ReadyTime, new ReadyOverdue(), _life.Token),
            StartHeartbeats heartbeats => KeepScheduleAsync(heartbeats.Interval, _life.Token),
            _ => Task.CompletedTask,
        };
        _timers.Add(timer);
    }

    private async Task IdentifyAsync()
    {
        start?.Identified();
        await SendAsync(GatewayPayloads.Identify(shard.Context.Credential.Token, shard.Id), mustSend: true);
    }

    private async Task BeatAsync(SendHeartbeat heartbeat)
    {
        _beatAt = heartbeat.IsScheduled ? Time.GetTimestamp() : _beatAt;
        await SendAsync(GatewayPayloads.Heartbeat(heartbeat.Sequence), heartbeat.IsScheduled);
    }

    /// <summary>Sends a payload. A socket that cannot is noticed by whoever reads from it.</summary>
    private async Task SendAsync(ReadOnlyMemory<byte>? payload, bool mustSend)
    {
        if (payload is not { } bytes)
        {
            await PostAsync(new PayloadRefused(), _life.Token);
            return;
        }

        if (!_allowance.TryTake(mustSend))
        {
            return;
        }

        using var limit = new CancellationTokenSource(SendTime, Time);
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        catch (Exception e) when (IsLost(e))
        {
            socket.Abort();
        }
    }

    /// <summary>Says goodbye and waits a moment for the answer, so that the close frame is not lost.</summary>
    private async Task CloseAsync(int code)
    {
        _inbox.Writer.TryComplete();
        using var limit = new CancellationTokenSource(FarewellTime, Time);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, limit.Token);
            await _reading.WaitAsync(limit.Token);
        }
        catch (Exception e) when (IsLost(e))
        {
            socket.Abort();
        }
    }

    /// <summary>Beats by the schedule alone; what was slept through is not made up for.</summary>
    private async Task KeepScheduleAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        var began = Time.GetTimestamp();
        var due = interval * shard.Context.Random.NextDouble();
        while (await PostAfterAsync(due - Time.GetElapsedTime(began), new HeartbeatDue(), cancellationToken))
        {
            var passed = Time.GetElapsedTime(began) - due;
            due += interval * Math.Max(1, Math.Ceiling(passed / interval));
        }
    }

    private async Task<bool> PostAfterAsync(TimeSpan wait, GatewayInput input, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Time, cancellationToken);
            return await PostAsync(input, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Whether somebody still listens.</summary>
    private async ValueTask<bool> PostAsync(GatewayInput input, CancellationToken cancellationToken)
    {
        try
        {
            await _inbox.Writer.WriteAsync(input, cancellationToken);
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var frames = new GatewayFrames(url);
        var messages = new SocketMessages(socket);
        try
        {
            while (await messages.NextAsync(cancellationToken) is { } message)
            {
                await PostAsync(frames.Read(message, Time.GetTimestamp()), cancellationToken);
            }

            await PostAsync(messages.IsTooLong ? new Unintelligible() : new Closed((int?)socket.CloseStatus), cancellationToken);
        }
        catch (Exception e) when (IsLost(e))
        {
            await PostAsync(new Closed(null), CancellationToken.None);
        }
    }

    private void Note(GatewayInput input)
    {
        switch (input)
        {
            case HeartbeatAcknowledged when _beatAt != 0:
                shard.Context.Metrics.HeartbeatAcknowledged(Time.GetElapsedTime(_beatAt));
                _beatAt = 0;
                break;
            case OtherEvent other:
                Logger.EventIgnored(shard.Id.ToString(), other.Name);
                break;
            case UnknownOp unknown:
                Logger.OpIgnored(shard.Id.ToString(), unknown.Op);
                break;
            default:
                break;
        }
    }

    private static bool IsLost(Exception e) =>
        e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException;
}
