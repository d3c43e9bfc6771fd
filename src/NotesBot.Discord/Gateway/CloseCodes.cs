namespace NotesBot.Discord.Gateway;

/// <summary>What Discord's close codes mean for a session, and the codes that we close with.</summary>
/// <remarks>Source: Discord's page "Opcodes and Status Codes"; codes without a line there are resumed, and opcode 9 decides.</remarks>
internal static class CloseCodes
{
    /// <summary>We leave: the session ends and the bot is shown offline.</summary>
    public const int Leaving = 1000;

    /// <summary>We come back at once: a code that keeps the session.</summary>
    public const int ComingBack = 4900;

    /// <summary>Whether the session is gone.</summary>
    public static bool EndsSession(int? code) => code is 4003 or 4007 or 4009;

    /// <summary>Whether we sent too much and must wait.</summary>
    public static bool IsRateLimit(int? code) => code is 4008;

    /// <summary>Whether the number of shards is wrong.</summary>
    public static bool IsWrongShardCount(int? code) => code is 4010 or 4011;

    /// <summary>The sentence for a code after which trying again is of no use; <see langword="null"/> for all others.</summary>
    public static string? Explain(int? code) => code switch
    {
        4004 => "Discord refuses the token: copy it again from the page Bot of your application into Discord__Token (or its file).",
        4010 => "Discord refuses our shards twice in a row (close code 4010): start the bot again, and report it if that does not help.",
        4011 => "Discord wants more shards than it recommends (close code 4011): start the bot again, and report it if that does not help.",
        4012 => "Discord does not speak version 10 of the gateway any more (close code 4012): install a newer version of this program.",
        4013 => "Discord does not know the intents that we ask for (close code 4013): install a newer version of this program.",
        4014 => "Discord does not allow the intents that we ask for (close code 4014): look at Privileged Gateway Intents on the page Bot "
            + "of your application, and install a newer version of this program, which needs none.",
        _ => null,
    };
}
