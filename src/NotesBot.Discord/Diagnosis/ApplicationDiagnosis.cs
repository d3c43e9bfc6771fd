using System.Globalization;
using NotesBot.Commands;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Diagnosis;

/// <summary>Whether the application and the configuration fit each other. Page "Application".</summary>
internal static class ApplicationDiagnosis
{
    private const string CommandScope = "applications.commands";

    /// <summary>Compares what Discord says of the application with what is configured.</summary>
    public static IEnumerable<Finding> Examine(ApplicationFacts application, DiscordOptions options)
    {
        yield return options.ApplicationId is { } expected && expected != application.Id
            ? Finding.Fault("application", string.Create(
                CultureInfo.InvariantCulture,
                $"The token belongs to application {application.Id}, not to {expected}: correct Discord__Token or Discord__ApplicationId."))
            : Finding.Fine("application", string.Create(
                CultureInfo.InvariantCulture, $"The token is that of application {application.Id}."));
        yield return Endpoint(application, options);
        yield return Invitation(application, options);
    }

    private static Finding Endpoint(ApplicationFacts application, DiscordOptions options)
    {
        var endpoint = string.IsNullOrEmpty(application.InteractionsEndpointUrl) ? null : application.InteractionsEndpointUrl;
        return (options.Transport, endpoint) switch
        {
            (InteractionTransport.Gateway, null) => Finding.Fine("endpoint", "Interactions come over the gateway."),
            (InteractionTransport.Gateway, _) => Finding.Fault(
                "endpoint",
                $"The application has the Interactions Endpoint URL {endpoint}, so nothing would come over the gateway: remove it on the page "
                + "General Information, or set Discord__Transport to Http."),
            (_, null) => Finding.Fault(
                "endpoint",
                "Interactions are to come over HTTP, but the application has no Interactions Endpoint URL: enter this server's address "
                + $"(https://...{options.InteractionsPath}) on its page General Information while the bot runs."),
            _ when !IsOurKey(application, options) => Finding.Fault(
                "endpoint", "Discord:PublicKey is not the key of this application: copy it from the page General Information."),
            _ => Finding.Fine("endpoint", $"Interactions come over HTTP to {endpoint}."),
        };
    }

    private static bool IsOurKey(ApplicationFacts application, DiscordOptions options) =>
        application.VerifyKey is null || string.Equals(application.VerifyKey, options.PublicKey, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whoever adds the application by its own button gets the scopes that it asks for by default.</summary>
    private static Finding Invitation(ApplicationFacts application, DiscordOptions options)
    {
        var link = InstallLink.Of(application.Id);
        var lacking = Scopes(application).Any(scopes => !scopes.Contains(CommandScope));
        if (lacking)
        {
            return Finding.Warning(
                "invitation",
                $"The application's default install settings lack the scope {CommandScope}: who adds it by its own button gets no commands. "
                + $"Add the scope on the page Installation, or invite with {link}");
        }

        return options.GuildIds.Count == 0 && application.IntegrationTypesConfig is { } types && !types.ContainsKey("1")
            ? Finding.Warning(
                "invitation",
                $"Nobody can add the bot for themselves: allow User Install on the application's page Installation. Invite to servers with {link}")
            : Finding.Fine("invitation", $"Invite with {link}");
    }

    private static IEnumerable<IReadOnlyList<string>> Scopes(ApplicationFacts application) =>
        (application.IntegrationTypesConfig?.Values ?? [])
            .Select(type => type?.Oauth2InstallParams?.Scopes)
            .Append(application.InstallParams?.Scopes)
            .OfType<IReadOnlyList<string>>();
}
