using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Registration;

/// <summary>
/// Registers the commands where they differ from what is registered, and nowhere else: each change costs people the old list, and a
/// command that is deleted and made anew loses the permissions that servers gave it. A failure never stops the bot from answering.
/// </summary>
internal sealed class CommandRegistrar(
    ApplicationRest rest, CommandSet commands, GuildMemory memory, GuildCleanup cleanup, RegistrarContext context)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Registers everywhere, or in the servers that were named; takes away what is left in others.</summary>
    /// <returns>Whether all is done that can be: else Discord could not be reached, and it makes sense to try again.</returns>
    /// <exception cref="TransportStoppedException">The token belongs to another application.</exception>
    public async Task<bool> RegisterAsync(ulong applicationId, CancellationToken cancellationToken)
    {
        var guilds = context.Options.Value.GuildIds;
        var done = guilds.Count > 0 || await RegisterAsync(new CommandScope(applicationId, null), cancellationToken);
        foreach (var guild in guilds)
        {
            done &= await RegisterAsync(new CommandScope(applicationId, guild), cancellationToken);
        }

        if (guilds.Count > 0)
        {
            await WarnOfDoublesAsync(applicationId, cancellationToken);
        }

        return await cleanup.RunAsync(applicationId, cancellationToken) && done;
    }

    private async Task<bool> RegisterAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var isForGuild = scope.GuildId is not null;
        var wanted = commands.Definitions.Select(definition => CommandBuilder.Build(definition, isForGuild)).ToList();
        if (CommandRules.Faults(wanted, isForGuild) is { Count: > 0 } faults)
        {
            context.Logger.CommandsInvalid(string.Join(" ", faults));
            return true;
        }

        var registered = await rest.GetCommandsAsync(scope, cancellationToken);
        if (registered.Value is null)
        {
            return Explain(scope, registered.Response);
        }

        var difference = CommandComparison.Compare(wanted, registered.Value, isForGuild);
        if (difference.IsEmpty)
        {
            context.Logger.CommandsUnchanged(scope.ToString(), wanted.Count);
            Remember(scope, wanted);
            return true;
        }

        var response = await rest.PutCommandsAsync(scope, wanted, cancellationToken);
        if (!response.IsSuccess)
        {
            return Explain(scope, response);
        }

        Remember(scope, wanted);
        return Report(scope, difference);
    }

    private void Remember(CommandScope scope, List<CommandJson> wanted)
    {
        if (scope.GuildId is { } guild)
        {
            memory.Remember(
                scope.ApplicationId, guild, [.. wanted.Select(command => new RegisteredCommand(command.Name ?? "", command.Type ?? 1))]);
        }
    }

    private bool Report(CommandScope scope, CommandDifference difference)
    {
        context.Logger.CommandsRegistered(
            scope.ToString(), Names(difference.Added), Names(difference.Changed), Names(difference.Removed));
        return true;
    }

    /// <summary>Says what went wrong. Whether trying again would be of no use.</summary>
    private bool Explain(CommandScope scope, RestResponse response)
    {
        switch (response.Error?.Code)
        {
            case DiscordCodes.NotOurApplication or DiscordCodes.UnknownApplication:
                throw new TransportStoppedException(
                    $"The token does not belong to application {scope.ApplicationId}: correct Discord__Token or Discord__ApplicationId.");
            case DiscordCodes.DailyCreatesUsedUp:
                var after = response.Error.RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Day;
                context.Logger.CreatesUsedUp(scope.ToString(), context.Time.GetUtcNow() + after);
                return true;
            case DiscordCodes.MissingAccess or DiscordCodes.UnknownGuild:
                context.Logger.GuildMissing(scope.ToString(), InstallLink.Of(scope.ApplicationId));
                return true;
            case { } code when response.Status is >= 400 and < 500 and not 429:
                context.Logger.CommandsRefused(scope.ToString(), response.Status, code, Fields(response.Error));
                return true;
            default:
                context.Logger.RegistrationFailed(scope.ToString(), response.Status);
                return false;
        }
    }

    private async Task WarnOfDoublesAsync(ulong applicationId, CancellationToken cancellationToken)
    {
        var everywhere = await rest.GetCommandsAsync(new CommandScope(applicationId, null), cancellationToken);
        var ours = commands.Definitions.Select(definition => definition.Name);
        var doubles = ours.Intersect((everywhere.Value ?? []).Select(command => command.Name ?? ""), StringComparer.Ordinal).ToList();
        if (doubles.Count > 0)
        {
            context.Logger.CommandsTwice(Names(doubles));
        }
    }

    private static string Fields(DiscordError error) => error.Leaves.Count == 0
        ? error.Message
        : string.Join("; ", error.Leaves.Select(leaf => $"{leaf.Path} {leaf.Code}"));

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}

/// <summary>What <see cref="CommandRegistrar"/> needs besides.</summary>
/// <param name="Options">Where the commands shall be.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
internal sealed record RegistrarContext(IOptions<DiscordOptions> Options, TimeProvider Time, ILogger<CommandRegistrar> Logger);
