using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Diagnosis;

/// <summary>Whether the commands are registered as this version of the program registers them.</summary>
internal sealed class CommandDiagnosis(
    ApplicationRest rest, CommandSet commands, GuildMemory memory, IOptions<DiscordOptions> options)
{
    /// <summary>Looks at every scope that is configured.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(ulong applicationId, CancellationToken cancellationToken)
    {
        var everywhere = new CommandScope(applicationId, null);
        var findings = new List<Finding>();
        if (options.Value.GuildIds.Count == 0)
        {
            findings.Add(await ExamineAsync(everywhere, cancellationToken));
        }

        foreach (var guild in options.Value.GuildIds)
        {
            findings.Add(await ExamineAsync(new CommandScope(applicationId, guild), cancellationToken));
        }

        if (await LeftoversAsync(applicationId, cancellationToken) is { Count: > 0 } leftovers)
        {
            findings.Add(Finding.Warning(
                "commands",
                $"Commands of ours are left in servers that are named no more ({string.Join(", ", leftovers)}), and show twice there where "
                + "they are registered for all servers: start the bot, it takes them away."));
        }

        if (options.Value.GuildIds.Count > 0 && await DoublesAsync(everywhere, cancellationToken) is { Count: > 0 } doubles)
        {
            findings.Add(Finding.Warning(
                "commands",
                $"{string.Join(", ", doubles)} are registered for all servers, too, and show twice: start the bot once without "
                + "Discord__GuildIds, or remove those for all servers."));
        }

        return findings;
    }

    private async Task<Finding> ExamineAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var isForGuild = scope.GuildId is not null;
        var wanted = commands.Definitions.Select(definition => CommandBuilder.Build(definition, isForGuild)).ToList();
        var registered = await rest.GetCommandsAsync(scope, cancellationToken);
        if (registered.Value is null)
        {
            return Unreadable(scope, registered.Response);
        }

        var difference = CommandComparison.Compare(wanted, registered.Value, isForGuild);
        return difference.IsEmpty
            ? Finding.Fine("commands", $"{wanted.Count} commands are registered for {scope}.")
            : Finding.Warning("commands", $"For {scope} {Differences(difference)}: start the bot, it registers them by itself.");
    }

    private static Finding Unreadable(CommandScope scope, RestResponse response) => response.Error?.Code is DiscordCodes.MissingAccess or DiscordCodes.UnknownGuild
        ? Finding.Fault(
            "commands", $"The application is not in {scope}, or may not have commands there: invite it with {InstallLink.Of(scope.ApplicationId)}")
        : Finding.Fault("commands", $"The commands for {scope} cannot be read (status {response.Status}): try again later.");

    private static string Differences(CommandDifference difference)
    {
        (string Word, IReadOnlyList<string> Names)[] kinds =
            [("are missing", difference.Added), ("are out of date", difference.Changed), ("are not ours", difference.Removed)];
        return string.Join(", ", kinds.Where(kind => kind.Names.Count > 0).Select(kind => $"{string.Join(" and ", kind.Names)} {kind.Word}"));
    }

    private async Task<List<ulong>> LeftoversAsync(ulong applicationId, CancellationToken cancellationToken)
    {
        var leftovers = new List<ulong>();
        foreach (var (guild, ours) in memory.Of(applicationId).Where(known => !options.Value.GuildIds.Contains(known.Key)))
        {
            var registered = (await rest.GetCommandsAsync(new CommandScope(applicationId, guild), cancellationToken)).Value ?? [];
            if (registered.Any(command => ours.Contains(new RegisteredCommand(command.Name ?? "", command.Type ?? 1))))
            {
                leftovers.Add(guild);
            }
        }

        return leftovers;
    }

    private async Task<List<string>> DoublesAsync(CommandScope everywhere, CancellationToken cancellationToken)
    {
        var registered = (await rest.GetCommandsAsync(everywhere, cancellationToken)).Value ?? [];
        return [.. commands.Definitions.Select(command => command.Name)
            .Intersect(registered.Select(command => command.Name ?? ""), StringComparer.Ordinal)];
    }
}
