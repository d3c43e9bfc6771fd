using Microsoft.Extensions.DependencyInjection;
using NotesBot.Commands;

namespace NotesBot.DiscordNet;

/// <summary>Puts the room together for a host.</summary>
public static class DiscordNetServices
{
    /// <summary>
    /// Lets Discord.Net speak to Discord. To be called after <c>AddDiscord</c>, whose options it uses, when <c>Discord:Library</c> is
    /// <c>DiscordNet</c>: the last <see cref="ITransport"/> counts.
    /// </summary>
    public static IServiceCollection AddDiscordNet(this IServiceCollection services) =>
        services.AddSingleton<DiscordNetAnswers>().AddSingleton<ITransport, DiscordNetTransport>();
}
