using Microsoft.Extensions.Logging;

namespace NotesBot.Discord;

/// <summary>
/// What the room Discord writes to the log: gateway 4000, REST 4100, registration 4200; interactions 4300 and the HTTP endpoint 4400 are
/// in their folders. Never tokens, paths of the API, names or words of people.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Shard {Shard} is ready")]
    internal static partial void SessionReady(this ILogger logger, string shard);

    [LoggerMessage(4002, LogLevel.Information, "Shard {Shard} has resumed its session")]
    internal static partial void SessionResumed(this ILogger logger, string shard);

    [LoggerMessage(4003, LogLevel.Information, "Shard {Shard} connects in {PauseMs:F0} ms: {Reason} (resumes: {Resumes})")]
    internal static partial void Connecting(this ILogger logger, string shard, string reason, double pauseMs, bool resumes);

    [LoggerMessage(4004, LogLevel.Information, "Shard {Shard} cannot reach the gateway {Host}: {Reason}; it goes on trying")]
    internal static partial void GatewayUnreachable(this ILogger logger, string shard, string host, string reason);

    [LoggerMessage(4018, LogLevel.Information, "Shard {Shard} reaches the gateway again")]
    internal static partial void GatewayReached(this ILogger logger, string shard);

    [LoggerMessage(
        4005, LogLevel.Warning,
        "{Host} does not say where the gateway is (HTTP {Status}, 0 for no answer: {Reason}); next try in {PauseMs:F0} ms")]
    internal static partial void GatewayNotFound(this ILogger logger, string host, int status, string reason, double pauseMs);

    [LoggerMessage(4006, LogLevel.Warning, "Shard {Shard} waits {Seconds:F0} s before it begins a new session, to keep the day's budget")]
    internal static partial void IdentifyPaused(this ILogger logger, string shard, double seconds);

    [LoggerMessage(4007, LogLevel.Warning,
        "Shard {Shard} begins no session: {Remaining} are left for today, and the last ones are kept; waiting until {Until:u}")]
    internal static partial void SessionsUsedUp(this ILogger logger, string shard, int remaining, DateTimeOffset until);

    [LoggerMessage(4008, LogLevel.Warning, "The record of session starts cannot be read ({Reason}): beginning a new one")]
    internal static partial void BudgetUnreadable(this ILogger logger, string reason);

    [LoggerMessage(4009, LogLevel.Warning, "The record of session starts cannot be written ({Reason}): a restart will not know of them")]
    internal static partial void BudgetUnwritable(this ILogger logger, string reason);

    [LoggerMessage(4010, LogLevel.Debug, "Shard {Shard}: event {Name} ignored")]
    internal static partial void EventIgnored(this ILogger logger, string shard, string name);

    [LoggerMessage(4011, LogLevel.Debug, "Shard {Shard}: opcode {Op} ignored")]
    internal static partial void OpIgnored(this ILogger logger, string shard, int op);

    [LoggerMessage(4012, LogLevel.Debug, "Interaction {Id} came again and is not answered again")]
    internal static partial void InteractionRepeated(this ILogger logger, ulong id);

    [LoggerMessage(4013, LogLevel.Warning,
        "An interaction was dropped after {WaitedMs:F0} ms in our queue: there is too much to do (id {Id}, 0 if it waited)")]
    internal static partial void InteractionDropped(this ILogger logger, ulong id, double waitedMs);

    /// <summary>Says what failed and where, but not the exception's own words: they may quote a token or what somebody asked.</summary>
    internal static void HandlerFailed(this ILogger logger, Exception exception) =>
        logger.HandlerFailed(exception.GetType().Name, exception.InnerException?.GetType().Name ?? "-", exception.StackTrace ?? "");

    [LoggerMessage(4014, LogLevel.Error, "An interaction could not be handled: {Failure} (by {Cause}) {Where}")]
    private static partial void HandlerFailed(this ILogger logger, string failure, string cause, string where);

    [LoggerMessage(4015, LogLevel.Debug, "A handler was abandoned at the end")]
    internal static partial void HandlerAbandoned(this ILogger logger);

    [LoggerMessage(4016, LogLevel.Information, "{Shards} shard(s), {Concurrency} at a time")]
    internal static partial void ShardsChosen(this ILogger logger, int shards, int concurrency);

    [LoggerMessage(4017, LogLevel.Warning, "Discord refuses the number of shards: asking for it anew")]
    internal static partial void ShardsRefused(this ILogger logger);

    [LoggerMessage(4101, LogLevel.Debug, "{Route}: {Status} in {ElapsedMs:F0} ms")]
    internal static partial void RequestDone(this ILogger logger, string route, int status, double elapsedMs);

    [LoggerMessage(4102, LogLevel.Warning, "{Route} was given up: {Reason}")]
    internal static partial void RequestGivenUp(this ILogger logger, string route, string reason);

    // Whoever asked says what follows from it, and not at each of many tries.
    [LoggerMessage(4103, LogLevel.Debug, "{Route} got no answer: {Reason}")]
    internal static partial void RequestFailed(this ILogger logger, string route, string reason);

    [LoggerMessage(4104, LogLevel.Warning, "{Route} was refused: HTTP {Status}, code {Code}: {Message}")]
    internal static partial void RequestRefused(this ILogger logger, string route, int status, int code, string message);

    [LoggerMessage(4105, LogLevel.Warning, "{Route} was refused: {Field}: {Code}: {Message}")]
    internal static partial void FieldRefused(this ILogger logger, string route, string field, string code, string message);

    [LoggerMessage(4106, LogLevel.Warning, "{Route} is rate limited ({Scope}) for {WaitMs:F0} ms")]
    internal static partial void RateLimited(this ILogger logger, string route, string scope, double waitMs);

    [LoggerMessage(4107, LogLevel.Error, "{Count} invalid requests in ten minutes: routes that fail are not asked until there are fewer")]
    internal static partial void TooManyInvalidRequests(this ILogger logger, int count);

    [LoggerMessage(4108, LogLevel.Error, "Discord refuses our User-Agent {UserAgent}: please report this")]
    internal static partial void UserAgentRefused(this ILogger logger, string userAgent);

    [LoggerMessage(4109, LogLevel.Warning, "Interaction {Id} is not there any more (code {Code}), {ElapsedMs:F0} ms after it arrived")]
    internal static partial void InteractionExpired(this ILogger logger, ulong id, int code, double elapsedMs);

    [LoggerMessage(4110, LogLevel.Debug, "Interaction {Id} is not known yet (code {Code}): trying again")]
    internal static partial void AnswerOvertaken(this ILogger logger, ulong id, int code);

    [LoggerMessage(4201, LogLevel.Information, "Commands for {Scope} are as registered ({Count})")]
    internal static partial void CommandsUnchanged(this ILogger logger, string scope, int count);

    [LoggerMessage(4202, LogLevel.Information, "Commands for {Scope} registered: new {Added}; changed {Changed}; removed {Removed}")]
    internal static partial void CommandsRegistered(this ILogger logger, string scope, string added, string changed, string removed);

    [LoggerMessage(4203, LogLevel.Error, "The commands break Discord's rules and were not registered: {Faults}")]
    internal static partial void CommandsInvalid(this ILogger logger, string faults);

    [LoggerMessage(4204, LogLevel.Error, "Commands for {Scope} were refused (HTTP {Status}, code {Code}): {Fields}")]
    internal static partial void CommandsRefused(this ILogger logger, string scope, int status, int code, string fields);

    [LoggerMessage(4205, LogLevel.Warning,
        "No more commands can be created today for {Scope}: start again after {Until:u}; what is registered is answered")]
    internal static partial void CreatesUsedUp(this ILogger logger, string scope, DateTimeOffset until);

    [LoggerMessage(
        4206, LogLevel.Warning, "The application is not in {Scope}, or without the scope applications.commands: install it by {Link}")]
    internal static partial void GuildMissing(this ILogger logger, string scope, string link);

    [LoggerMessage(4207, LogLevel.Warning, "Commands for {Scope} could not be registered (HTTP {Status}, 0 for no answer): trying again")]
    internal static partial void RegistrationFailed(this ILogger logger, string scope, int status);

    [LoggerMessage(
        4208, LogLevel.Warning,
        "People see {Names} twice, since they are registered everywhere too: remove those with an empty list, "
        + "PUT /applications/ID/commands")]
    internal static partial void CommandsTwice(this ILogger logger, string names);

    [LoggerMessage(4211, LogLevel.Information, "Our commands are taken away from the servers {Guilds}, which are named no more")]
    internal static partial void GuildsCleaned(this ILogger logger, string guilds);

    [LoggerMessage(4212, LogLevel.Information, "The application is not in {Scope} any more, so nothing of ours is left there")]
    internal static partial void GuildForgotten(this ILogger logger, string scope);

    [LoggerMessage(4213, LogLevel.Warning, "The record of servers with commands of their own cannot be used ({Reason}): what is left in "
        + "servers that are named no more stays there")]
    internal static partial void GuildMemoryFailed(this ILogger logger, string reason);

    [LoggerMessage(4214, LogLevel.Information,
        "Application {Name} ({Id}), bot {Bot}: in about {Guilds} servers, installed by about {People} people; invite with {Link}")]
    internal static partial void ApplicationFound(
        this ILogger logger, string name, ulong id, string bot, string guilds, string people, string link);

    [LoggerMessage(
        4210, LogLevel.Warning, "Discord does not say whose application this is (HTTP {Status}, 0 for no answer: {Failure}): asking again")]
    internal static partial void ApplicationUnknown(this ILogger logger, int status, string failure);

    [LoggerMessage(4209, LogLevel.Information, "There is no token, so commands are not registered and the owner is not known")]
    internal static partial void NothingToRegister(this ILogger logger);
}
