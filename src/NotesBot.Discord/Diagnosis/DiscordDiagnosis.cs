using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Diagnosis;

/// <summary>
/// Looks at everything about Discord that can be wrong before a bot runs: token, application, commands, endpoint, gateway. Changes
/// nothing, and identifies nowhere: it may run beside the bot.
/// </summary>
public sealed class DiscordDiagnosis
{
    private readonly ApplicationRest _rest;
    private readonly BotCredential _credential;
    private readonly DiscordOptions _options;
    private readonly CommandDiagnosis _commands;
    private readonly GatewayDiagnosis _gateway;

    internal DiscordDiagnosis(
        ApplicationRest rest, BotCredential credential, IOptions<DiscordOptions> options, CommandDiagnosis commands, GatewayDiagnosis gateway) =>
        (_rest, _credential, _options, _commands, _gateway) = (rest, credential, options.Value, commands, gateway);

    /// <summary>Looks, one thing after the other; what cannot be looked at because of a fault before it is left out.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_credential.Header is null)
        {
            yield return Finding.Warning(
                "token", "There is no token, so the commands cannot be registered nor answers filled in later: set Discord__Token.");
            yield break;
        }

        foreach (var finding in TokenDiagnosis.Examine(_credential, _options))
        {
            yield return finding;
        }

        var answer = await _rest.GetApplicationAsync(cancellationToken);
        if (answer.Value is not { Id: > 0 } application)
        {
            yield return Unreachable(answer.Response);
            yield break;
        }

        foreach (var finding in ApplicationDiagnosis.Examine(application, _options))
        {
            yield return finding;
        }

        foreach (var finding in await _commands.ExamineAsync(application.Id, cancellationToken))
        {
            yield return finding;
        }

        if (_options.Transport == InteractionTransport.Gateway)
        {
            yield return await _gateway.ExamineAsync(cancellationToken);
        }
    }

    private Finding Unreachable(RestResponse response) => response.Status switch
    {
        401 => Finding.Fault("token", BotCredential.Stopped().Message),
        0 => Finding.Fault(
            "api", $"Discord cannot be reached at {_options.ApiBaseUrl}: check the network, a proxy or firewall, and Discord__ApiBaseUrl."),
        200 => Finding.Fault("api", $"What answers at {_options.ApiBaseUrl} is not Discord: correct Discord__ApiBaseUrl, or leave it out."),
        var status => Finding.Fault("api", $"Discord answers at {_options.ApiBaseUrl} with status {status}: try again later."),
    };
}
