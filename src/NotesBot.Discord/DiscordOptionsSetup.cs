using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace NotesBot.Discord;

/// <summary>Reads <see cref="DiscordOptions"/> by hand, since the binder stops at the first value it cannot read.</summary>
internal sealed class DiscordOptionsSetup(IConfiguration configuration) : IConfigureOptions<DiscordOptions>
{
    private readonly List<string> _faults = [];

    /// <inheritdoc/>
    public void Configure(DiscordOptions options)
    {
        var section = configuration.GetSection(DiscordOptions.Section);
        options.TokenFile = Text(section, nameof(options.TokenFile)) ?? options.TokenFile;
        options.Token = ReadToken(section, options.TokenFile) ?? options.Token;
        options.ApiBaseUrl = Address(section, nameof(options.ApiBaseUrl)) ?? options.ApiBaseUrl;
        options.Transport = OneOf(section, nameof(options.Transport), options.Transport);
        options.Library = OneOf(section, nameof(options.Library), options.Library);
        options.Replies = OneOf(section, nameof(options.Replies), options.Replies);
        options.PublicKey = Text(section, nameof(options.PublicKey)) ?? options.PublicKey;
        options.Port = Number(section, nameof(options.Port)) ?? options.Port;
        options.InteractionsPath = Text(section, nameof(options.InteractionsPath)) ?? options.InteractionsPath;
        options.ApplicationId = Id(section, nameof(options.ApplicationId)) ?? options.ApplicationId;
        options.GuildIds = Ids(section.GetSection(nameof(options.GuildIds))) is { Count: > 0 } ids ? ids : options.GuildIds;
        options.ReadingFaults = _faults;
    }

    private string? ReadToken(IConfigurationSection section, string? tokenFile)
    {
        var token = Text(section, nameof(DiscordOptions.Token)) ?? configuration["DISCORD_TOKEN"] ?? FromFile(tokenFile);
        token = token?.Trim();
        var bare = token?.StartsWith("Bot ", StringComparison.Ordinal) == true ? token[4..].Trim() : token;
        return string.IsNullOrEmpty(bare) ? null : bare;
    }

    private string? FromFile(string? tokenFile)
    {
        if (tokenFile is null)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(tokenFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _faults.Add($"Discord:TokenFile cannot be read ({e.GetType().Name}): check the path and who may read it.");
            return null;
        }
    }

    private Uri? Address(IConfigurationSection section, string key)
    {
        var text = Text(section, key);
        if (text is null || Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return text is null ? null : new Uri(text);
        }

        _faults.Add($"Discord:{key} is no address: write it like https://discord.com/api.");
        return null;
    }

    private T OneOf<T>(IConfigurationSection section, string key, T otherwise)
        where T : struct, Enum
    {
        var text = Text(section, key);
        if (text is null || (!char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out _)))
        {
            return text is null ? otherwise : Enum.Parse<T>(text, ignoreCase: true);
        }

        _faults.Add($"Discord:{key} must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return otherwise;
    }

    private int? Number(IConfigurationSection section, string key)
    {
        var text = Text(section, key);
        if (text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
        }

        _faults.Add($"Discord:{key} must be a number.");
        return null;
    }

    private ulong? Id(IConfigurationSection section, string key) =>
        Text(section, key) is { } text ? ParseId(key, text) : null;

    private List<ulong> Ids(IConfigurationSection list)
    {
        var texts = list.GetChildren().Select(child => child.Value).Append(list.Value);
        return [.. texts
            .SelectMany(text => (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(text => ParseId(list.Key, text))
            .OfType<ulong>()
            .Distinct()];
    }

    private ulong? ParseId(string key, string text)
    {
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
        {
            return id;
        }

        _faults.Add($"Discord:{key} holds something that is no id: ids are numbers of 17 to 20 digits.");
        return null;
    }

    private static string? Text(IConfigurationSection section, string key) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();
}
