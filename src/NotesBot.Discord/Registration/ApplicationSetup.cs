using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Registration;

/// <summary>
/// What is found out and arranged beside answering, whatever the transport: whose the application is, whether it fits the configuration,
/// and that its commands are registered.
/// </summary>
internal sealed class ApplicationSetup(
    ApplicationRest rest, CommandRegistrar registrar, ApplicationIdentity identity, SetupContext context)
{
    /// <summary>Runs until all is arranged, as long as it takes; ends at once without a token.</summary>
    /// <exception cref="TransportStoppedException">The configuration and the application do not fit.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (context.Credential.Header is null)
        {
            context.Logger.NothingToRegister();
            return;
        }

        var facts = await FindAsync(cancellationToken);
        Check(facts);
        identity.Set(facts);
        context.Logger.ApplicationFound(
            facts.Name ?? "?", facts.Id, facts.Bot?.Username ?? "?", Count(facts.ApproximateGuildCount), Count(facts.ApproximateUserInstallCount),
            InstallLink.Of(facts.Id));
        for (var failures = 1; !await registrar.RegisterAsync(facts.Id, cancellationToken); failures++)
        {
            ThrowIfRefused();
            await PauseAsync(failures, cancellationToken);
        }
    }

    private async Task<ApplicationFacts> FindAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var answer = await rest.GetApplicationAsync(cancellationToken);
            if (answer.Value is { Id: > 0 } facts)
            {
                return facts;
            }

            ThrowIfRefused();
            context.Logger.ApplicationUnknown(answer.Response.Status, answer.Response.Failure.ToString());
            await PauseAsync(failures, cancellationToken);
        }
    }

    private void Check(ApplicationFacts facts)
    {
        if (context.Options.Value.ApplicationId is { } expected && expected != facts.Id)
        {
            throw new TransportStoppedException(
                $"The token belongs to application {facts.Id}, not to {expected}: correct Discord__Token or Discord__ApplicationId.");
        }

        if (context.Options.Value.Transport == InteractionTransport.Gateway && !string.IsNullOrEmpty(facts.InteractionsEndpointUrl))
        {
            throw new TransportStoppedException(
                "The application has an Interactions Endpoint URL, so no interaction would arrive over the gateway: remove it on the page "
                + "General Information of the application, or set Discord__Transport to Http.");
        }
    }

    private static string Count(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private void ThrowIfRefused()
    {
        if (context.Credential.IsRefused)
        {
            throw BotCredential.Stopped();
        }
    }

    private Task PauseAsync(int failures, CancellationToken cancellationToken) =>
        Task.Delay(Pause.Before(failures + 2).Choose(context.Random), context.Time, cancellationToken);
}

/// <summary>What <see cref="ApplicationSetup"/> needs besides.</summary>
/// <param name="Credential">The token.</param>
/// <param name="Options">What the application must be.</param>
/// <param name="Time">The clock.</param>
/// <param name="Random">Chance.</param>
/// <param name="Logger">The log.</param>
internal sealed record SetupContext(
    BotCredential Credential, IOptions<DiscordOptions> Options, TimeProvider Time, Random Random, ILogger<ApplicationSetup> Logger);

/// <summary>Whose application this is, as far as is known yet. Safe from many threads.</summary>
internal sealed class ApplicationIdentity
{
    private volatile ApplicationFacts? _facts;

    /// <summary>What Discord says; <see langword="null"/> until it has said it.</summary>
    public ApplicationFacts? Facts => _facts;

    /// <summary>Whether a person owns the application, alone or in its team; nobody does until that is known.</summary>
    public bool IsOwner(ulong userId) => _facts?.IsOwnedBy(userId) == true;

    /// <summary>Discord has said it.</summary>
    public void Set(ApplicationFacts found) => _facts = found;
}
