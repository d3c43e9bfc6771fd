using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Registration;

/// <summary>Takes our commands away from single servers that the configuration names no more; those of others stay.</summary>
internal sealed class GuildCleanup(
    ApplicationRest rest, GuildMemory memory, IOptions<DiscordOptions> options, ILogger<GuildCleanup> logger)
{
    /// <summary>Cleans up. Whether all is done that can be: else Discord could not be reached, and it makes sense to try again.</summary>
    public async Task<bool> RunAsync(ulong applicationId, CancellationToken cancellationToken)
    {
        var left = memory.Of(applicationId).Where(guild => !options.Value.GuildIds.Contains(guild.Key)).ToList();
        var cleaned = new List<ulong>();
        var done = true;
        foreach (var (guild, ours) in left)
        {
            var state = await CleanAsync(new CommandScope(applicationId, guild), ours, cancellationToken);
            done &= state != GuildState.Unknown;
            if (state == GuildState.Unknown)
            {
                continue;
            }

            memory.Forget(applicationId, guild);
            if (state == GuildState.Cleaned)
            {
                cleaned.Add(guild);
            }
        }

        if (cleaned.Count > 0)
        {
            logger.GuildsCleaned(string.Join(", ", cleaned));
        }

        return done;
    }

    private async Task<GuildState> CleanAsync(
        CommandScope scope, IReadOnlyList<RegisteredCommand> ours, CancellationToken cancellationToken)
    {
        var registered = await rest.GetCommandsAsync(scope, cancellationToken);
        if (registered.Value is null)
        {
            return IsGone(scope, registered.Response);
        }

        var known = ours.ToHashSet();
        foreach (var command in registered.Value)
        {
            if (command.Id is not { } id || !known.Contains(new RegisteredCommand(command.Name ?? "", command.Type ?? 1)))
            {
                continue;
            }

            var response = await rest.DeleteCommandAsync(scope, id, cancellationToken);
            if (!response.IsSuccess && response.Error?.Code != DiscordCodes.UnknownCommand)
            {
                return IsGone(scope, response);
            }
        }

        return GuildState.Cleaned;
    }

    /// <summary>We may not be in the server any more: then nothing of ours is there either.</summary>
    private GuildState IsGone(CommandScope scope, RestResponse response)
    {
        if (response.Error?.Code is DiscordCodes.MissingAccess or DiscordCodes.UnknownGuild)
        {
            logger.GuildForgotten(scope.ToString());
            return GuildState.Left;
        }

        logger.RegistrationFailed(scope.ToString(), response.Status);
        return GuildState.Unknown;
    }

    private enum GuildState
    {
        Cleaned,
        Left,
        Unknown,
    }
}
