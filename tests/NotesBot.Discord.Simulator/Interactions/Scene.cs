namespace NotesBot.Discord.Simulator;

/// <summary>Somebody who uses the bot.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Locale">The language of the client, as in <c>en-US</c>; <see langword="null"/> leaves it out of the interaction.</param>
public sealed record Person(ulong Id, string Name, string? Locale = "en-US")
{
    /// <summary>The owner, unless the options name another one.</summary>
    public static Person Alice { get; } = new(80351110224678912, "alice");

    /// <summary>Somebody else.</summary>
    public static Person Bob { get; } = new(80351110224678913, "bob");
}

/// <summary>Where a person uses the bot, and what is allowed there.</summary>
public sealed record Scene
{
    /// <summary>The server of <see cref="InGuild"/>.</summary>
    public const ulong GuildOfDefault = 175928847299117063;

    private const ulong AllPermissions = (1UL << 51) - 1;

    /// <summary>Who acts.</summary>
    public Person Person { get; init; } = Person.Alice;

    /// <summary>The server; <see langword="null"/> in a direct message.</summary>
    public ulong? GuildId { get; init; } = GuildOfDefault;

    /// <summary>The channel.</summary>
    public ulong ChannelId { get; init; } = 41771983423143937;

    /// <summary>The person's permissions there.</summary>
    public ulong Permissions { get; init; } = AllPermissions;

    /// <summary>The bot's permissions there.</summary>
    public ulong AppPermissions { get; init; } = AllPermissions;

    /// <summary>Whether the server (or, in a direct message with the bot, the application itself) installed it: key "0".</summary>
    public bool InstalledByGuild { get; init; } = true;

    /// <summary>Who installed it for themselves: key "1"; <see langword="null"/> is nobody.</summary>
    public ulong? InstalledByUser { get; init; }

    /// <summary>Overrides the application id of the interaction.</summary>
    public ulong? ApplicationId { get; init; }

    /// <summary>In the server where the application is installed.</summary>
    public static Scene InGuild(Person person) => new() { Person = person };

    /// <summary>In a direct message with the bot.</summary>
    public static Scene InDirectMessage(Person person) => new() { Person = person, GuildId = null };

    /// <summary>In a server that has not installed the application, by somebody who has.</summary>
    public static Scene AsUserInstall(Person person) => new()
    {
        Person = person,
        GuildId = 613425648685547541,
        InstalledByGuild = false,
        InstalledByUser = person.Id,
    };
}
