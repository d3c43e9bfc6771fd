using Microsoft.Extensions.Options;

namespace NotesBot.Discord;

/// <summary>Finds all faults of <see cref="DiscordOptions"/> at once, a sentence each, none of which shows a secret.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        if (!options.IsConfigured)
        {
            return ValidateOptionsResult.Success;
        }

        List<string> faults = [.. options.ReadingFaults, .. TokenFaults(options), .. AddressFaults(options), .. EndpointFaults(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> TokenFaults(DiscordOptions options)
    {
        if (options.Token is null && options.Transport == InteractionTransport.Gateway && options.ReadingFaults.Count == 0)
        {
            yield return "The bot has no token: set Discord__Token, DISCORD_TOKEN or Discord__TokenFile.";
        }

        if (options.Token is { } token && (token.Length > DiscordLimits.TokenLength || token.Any(c => c is <= ' ' or > '~')))
        {
            yield return "Discord:Token is no token: copy it again from the page Bot of your application.";
        }
    }

    private static IEnumerable<string> AddressFaults(DiscordOptions options)
    {
        if (options.ApiBaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
        {
            yield return "Discord:ApiBaseUrl must begin with https:// and have no query, as in https://discord.com/api.";
        }
        else if (options.ApiBaseUrl is { Scheme: "http", IsLoopback: false })
        {
            yield return "Discord:ApiBaseUrl would carry the token unencrypted: it must begin with https://, or be of this machine.";
        }
        else if (options.ApiBaseUrl.Segments[^1].TrimEnd('/') is ['v', .. var digits] && digits.All(char.IsAsciiDigit) && digits.Length > 0)
        {
            yield return "Discord:ApiBaseUrl must not name a version: the program appends it.";
        }
    }

    private static IEnumerable<string> EndpointFaults(DiscordOptions options)
    {
        if (options.Transport == InteractionTransport.Http && !IsPublicKey(options.PublicKey))
        {
            yield return "Discord:PublicKey must be the 64 hexadecimal digits that the page General Information of your application shows.";
        }

        if (options.Transport == InteractionTransport.Gateway && options.PublicKey is not null)
        {
            yield return "Discord:PublicKey is for Discord:Transport=Http, and an application with an endpoint gets no interaction over "
                + "the gateway: set the transport to Http, or remove the key.";
        }

        if (options.Transport == InteractionTransport.Http && options.Library == DiscordLibrary.DiscordNet)
        {
            yield return "Discord:Library=DiscordNet works over the gateway alone: set Discord:Transport to Gateway, or the library "
                + "to Own.";
        }

        if (options.Port is < 1 or > 65535)
        {
            yield return "Discord:Port must be between 1 and 65535.";
        }

        if (!options.InteractionsPath.StartsWith('/') || options.InteractionsPath.Any(c => c is '?' or '#' or '{' or '}' or <= ' '))
        {
            yield return "Discord:InteractionsPath must begin with / and be a plain path.";
        }
    }

    private static bool IsPublicKey(string? key) => key is { Length: 64 } && key.All(char.IsAsciiHexDigit);
}
