using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Http;
using NotesBot.Discord.Interactions;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord;

/// <summary>Puts together what answers interactions.</summary>
internal static class InteractionServices
{
    /// <summary>Adds the handler of interactions and the HTTP endpoint. Needs a <see cref="CommandSet"/>.</summary>
    internal static IServiceCollection AddInteractions(this IServiceCollection services)
    {
        services.AddSingleton(provider => new InteractionSettings(
            provider.GetRequiredService<IOptions<DiscordOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<DiscordMetrics>(),
            provider.GetRequiredService<ILogger<InteractionHandler>>()));
        services.AddSingleton(provider => new InteractionTools(
            provider.GetRequiredService<CommandSet>(),
            provider.GetRequiredService<InteractionRest>(),
            provider.GetRequiredService<ApplicationIdentity>(),
            provider.GetRequiredService<InteractionSettings>()));
        services.AddSingleton<IInteractionHandler, InteractionHandler>();
        services.AddSingleton(provider => new HttpInteractions(
            InteractionSignature.Of(provider.GetRequiredService<IOptions<DiscordOptions>>().Value.PublicKey)
                ?? throw new TransportStoppedException(
                    "Discord:PublicKey must be the 64 hexadecimal digits that the page General Information of your application shows."),
            provider.GetRequiredService<IInteractionHandler>(),
            new ReplayGuard(
                new SeenRequests(
                    provider.GetRequiredService<IOptions<DiscordOptions>>().Value.StateFolder,
                    provider.GetRequiredService<ILogger<HttpInteractions>>()),
                provider.GetRequiredService<DiscordClock>()),
            provider.GetRequiredService<InteractionSettings>()));
        return services;
    }
}
