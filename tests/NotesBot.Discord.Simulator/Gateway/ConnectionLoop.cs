using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Gateway;

/// <summary>The life of one connection: HELLO, then each payload in turn.</summary>
internal sealed class ConnectionLoop(World world, Faults faults, GatewayServer server, GatewayConnection connection)
{
    private const int AttemptsUntilFirstUrl = 3;
    private readonly PayloadRules _rules = new(world, faults, connection);

    /// <summary>Runs to the end; the code of the bot's close frame, if there was one.</summary>
    public async Task<int?> RunAsync(CancellationToken cancellationToken)
    {
        var isSilent = faults.NoHello || (connection.AtResumeUrl && faults.ResumeUrl == ResumeUrlFault.Silent);
        if (!isSilent)
        {
            _rules.HelloAt = world.Now;
            var data = new JsonObject { ["heartbeat_interval"] = (long)world.Options.HeartbeatInterval.TotalMilliseconds };
            await SendAsync(10, data, cancellationToken);
        }

        while (true)
        {
            var (message, closeCode) = await connection.ReceiveAsync(cancellationToken);
            if (message is null)
            {
                return closeCode;
            }

            if (await TakeAsync(message, cancellationToken) is { } code)
            {
                await connection.CloseAsync(code, cancellationToken);
            }
        }
    }

    private async Task<int?> TakeAsync(byte[] message, CancellationToken cancellationToken)
    {
        if (connection.EndedByServer)
        {
            return null;
        }

        var refused = _rules.CheckSending(message);
        var (payload, op, undecodable) = _rules.Parse(message);
        server.Events.Add(new GatewayEvent(world.Now, connection.Number, GatewayEventKind.Received)
        {
            Op = op,
            Payload = payload,
            AtResumeUrl = connection.AtResumeUrl,
        });
        return refused ?? undecodable ?? await ActAsync(op, payload, cancellationToken);
    }

    private async Task<int?> ActAsync(int op, JsonElement payload, CancellationToken cancellationToken)
    {
        switch (op)
        {
            case 1:
                await BeatAsync(payload, cancellationToken);
                return null;
            case 2:
                return connection.Session is null ? await IdentifyAsync(payload, cancellationToken) : Twice("GW-18");
            case 6:
                return connection.Session is null ? await ResumeAsync(payload, cancellationToken) : Twice("GW-18");
            case 3 or 4 or 8 or 31 or 43 when connection.Session is null:
                world.Violate("GW-18", "OP", "A payload before IDENTIFY.", $"op {op}");
                return 4003;
            case 3:
                return null;
            case 4 or 8 or 31 or 43:
                world.Violate("GW-16", "ours", "A bot that answers commands never sends this.", $"op {op}");
                return null;
            default:
                world.Violate("GW-42", "OP", "There is no such op to send.", $"op {op}");
                return 4001;
        }
    }

    private int Twice(string rule)
    {
        world.Violate(rule, "OP", "The connection is already identified.", "op 2 or 6");
        return 4005;
    }

    private async Task BeatAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        _rules.CheckHeartbeat(payload);
        if (!faults.Zombie)
        {
            await SendAsync(11, null, cancellationToken);
        }
    }

    private async Task<int?> IdentifyAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        if (_rules.CheckIdentify(payload) is { } refused)
        {
            return refused;
        }

        if (connection.AtResumeUrl)
        {
            world.Violate("GW-24", "GW", "IDENTIFY belongs to the first URL, not to the resume URL.", "op 2");
        }

        var data = payload.GetProperty("d");
        var shard = JsonText.Items(data, "shard").Select(item => item.GetInt32()).FirstOrDefault();
        if (!server.Budget.Spend())
        {
            return 4004;
        }

        if (faults.CloseOnIdentify is { } code)
        {
            return code;
        }

        if (!server.Budget.Allows(shard) || faults.InvalidOnIdentify)
        {
            await SendAsync(9, false, cancellationToken);
            return null;
        }

        await server.BeginAsync(connection, data, cancellationToken);
        return null;
    }

    private async Task<int?> ResumeAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var data = JsonText.Property(payload, "d") ?? default;
        foreach (var finding in IdentifyShape.JudgeResume(data))
        {
            world.Violate(finding.Rule, $"{finding.Path}: {finding.Message}", "op 6");
        }

        if (JsonText.Of(data, "token") != world.Options.Token)
        {
            return 4004;
        }

        // Two attempts go to the resume URL; whether they came cannot be seen where nothing listens.
        if (!connection.AtResumeUrl && server.Attempts < AttemptsUntilFirstUrl && faults.ResumeUrl != ResumeUrlFault.Dead)
        {
            world.Violate("GW-14", "GW", "RESUME belongs to the resume URL.", "op 6");
        }

        var after = JsonText.Property(data, "seq") is { } seq && seq.TryGetInt64(out var number) ? number : 0;
        var session = server.Resumable(JsonText.Of(data, "session_id"));
        if (session is not null && after > session.Sequence)
        {
            world.Violate("GW-14", "OP", $"RESUME with seq {after}, which was never sent.", "op 6");
            session.Invalidate();
            return 4007;
        }

        return await AnswerResumeAsync(session, after, cancellationToken);
    }

    private async Task<int?> AnswerResumeAsync(GatewaySession? session, long after, CancellationToken cancellationToken)
    {
        if (session is null || faults.InvalidOnResume is not null)
        {
            var mayTryAgain = session is not null && faults.InvalidOnResume == true;
            if (!mayTryAgain)
            {
                session?.Invalidate();
            }

            await SendAsync(9, mayTryAgain, cancellationToken);
            return null;
        }

        await server.ResumeAsync(connection, session, after, cancellationToken);
        return null;
    }

    private Task SendAsync(int op, JsonNode? data, CancellationToken cancellationToken) =>
        connection.SendAsync(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null }, cancellationToken);
}
