using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Takes a request through: route, fault, headers, limits, handler, record.</summary>
internal sealed class RestServer(World world, Faults faults, IReadOnlyList<Route> routes)
{
    private const string Prefix = "/api/v10";
    private static readonly Route Nowhere = new("", "", "(no such route)", Access.Open, _ => ApiErrors.NotFound);
    private readonly RouteTable _table = new(routes);
    private readonly HeaderRules _headers = new(world);
    private readonly RateLimiter _limiter = new(world);
    private readonly RepeatRules _repeats = new(world);
    private readonly RequestRecorder _recorder = new(world);

    public EventLog<RecordedRequest> Requests => _recorder.Requests;

    public async Task HandleAsync(HttpContext context)
    {
        var call = await ReadAsync(context);
        var fault = faults.Take(call.Route.Name);
        call.ReplyWillBeLost = fault is { CutsAfter: true };
        var reply = fault is { Hangs: true } ? Swallow(call) : fault?.Reply ?? Process(call);
        if (fault?.Reply is { Status: 401 } && call.Route.Access == Access.Bot)
        {
            _headers.RefuseToken();
        }

        if (fault?.Bars is { } wait)
        {
            _limiter.Bar(call, wait, fault.BarsAll);
        }

        _recorder.Add(call, reply);
        if (fault is { Delay: var delay } && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, world.Options.TimeProvider, context.RequestAborted);
        }

        await EndAsync(context, call, reply);
    }

    private static RestReply? Swallow(RestCall call)
    {
        call.Route.Swallow?.Invoke(call);
        return null;
    }

    private async Task EndAsync(HttpContext context, RestCall call, RestReply? reply)
    {
        if (reply is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, world.Options.TimeProvider, context.RequestAborted);
        }
        else if (call.ReplyWillBeLost)
        {
            context.Abort();
        }
        else
        {
            await WriteAsync(context.Response, reply, context.RequestAborted);
        }
    }

    private RestReply Process(RestCall call)
    {
        if (call.Route == Nowhere)
        {
            return RefuseRoute(call);
        }

        if (_headers.Check(call) is { } refusal)
        {
            return refusal;
        }

        var (barred, headers) = _limiter.Take(call);
        _repeats.Check(call);
        var reply = barred ?? call.Route.Handle(call);
        _repeats.Remember(call, reply);
        return headers.Count == 0
            ? reply
            : reply with { Headers = headers.Concat(reply.Headers).DistinctBy(pair => pair.Key).ToDictionary() };
    }

    private RestReply RefuseRoute(RestCall call)
    {
        var sentence = call.Path.StartsWith(Prefix + "/", StringComparison.Ordinal)
            ? "There is no such route, or we never use it."
            : "The path does not begin with /api/v10/.";
        world.Violate("RE-01", "REF", sentence, $"{call.Method} (no such route)");
        return call.Values.ContainsKey("exists") ? ApiErrors.MethodNotAllowed : ApiErrors.NotFound;
    }

    private async Task<RestCall> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        var at = world.Now;
        var hasPrefix = path.StartsWith(Prefix + "/", StringComparison.Ordinal);
        var (route, values, exists) = hasPrefix ? _table.Find(request.Method, path[Prefix.Length..]) : (null, [], false);
        if (exists && route is null)
        {
            values["exists"] = "";
        }

        var body = await RequestReader.ReadAsync(request, context.RequestAborted);
        return new RestCall
        {
            Method = request.Method,
            Path = path + request.QueryString,
            Route = route ?? Nowhere,
            Values = values,
            Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            Headers = request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            At = at,
            Body = body.Json,
            Files = body.Files,
            Unreadable = body.Unreadable,
        };
    }

    private static async Task WriteAsync(HttpResponse response, RestReply reply, CancellationToken cancellationToken)
    {
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        if (reply.Html is { } html)
        {
            response.ContentType = "text/html";
            await response.WriteAsync(html, cancellationToken);
        }
        else if (reply.Body is { } body)
        {
            response.ContentType = "application/json";
            await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(body), cancellationToken);
        }
    }
}
