using static NotesBot.Discord.Simulator.Rules.Field;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Messages as they are sent: answer, update, follow-up, edit.</summary>
internal static class MessageShapes
{
    /// <summary>Only the person who asked sees it.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>The message is made of components alone.</summary>
    public const int ComponentsV2 = 1 << 15;

    private const int SuppressEmbeds = 1 << 2;
    private const int SuppressNotifications = 1 << 12;
    private const int VoiceMessage = 1 << 13;
    private static readonly Rule Message = new("MC-01", "MSG");
    private static readonly Rule FlagBits = new("MC-28", "WH");
    private static readonly Rule Mentions = new("MC-27", "MSG");
    private static readonly Rule Files = new("RE-29", "REF");

    private static readonly ObjectShape AllowedMentions = new(Mentions,
        May("parse", new ListShape(new WordShape("roles", "users", "everyone"), 0, 3, unique: true)),
        May("users", new ListShape(new SnowflakeShape(), 0, 100, unique: true)),
        May("roles", new ListShape(new SnowflakeShape(), 0, 100, unique: true)),
        May("replied_user", new BooleanShape()));

    private static readonly ObjectShape Attachment = new(Files,
        Must("id", new SnowflakeShape(numberToo: true)),
        May("filename", new TextShape(1, 1024)),
        May("title", new TextShape(0, 1024)),
        May("description", new TextShape(0, 1024)),
        May("is_spoiler", new BooleanShape()));

    private static readonly ObjectShape Common = new(Message,
        May("content", new TextShape(0, 2000)),
        May("embeds", new ListShape(EmbedShapes.Embed, 0, 10)),
        May("allowed_mentions", AllowedMentions),
        May("components", ComponentShapes.List),
        May("attachments", new ListShape(Attachment, 0, 10), Files),

        // Not listed for every one of these routes; the official clients send them along everywhere, and nothing comes of them.
        May("tts", new BooleanShape()),
        May("enforce_nonce", new BooleanShape()));

    /// <summary>Data of a response of type 4.</summary>
    public static readonly ObjectShape Reply = Common.And(
        Flags(SuppressEmbeds | Ephemeral | SuppressNotifications | VoiceMessage | ComponentsV2));

    /// <summary>Data of a response of type 5: nothing but the flag EPHEMERAL counts.</summary>
    public static readonly ObjectShape Deferral = Common.And(Flags(Ephemeral, new Rule("IN-03", "RR")));

    /// <summary>A follow-up.</summary>
    public static readonly ObjectShape FollowUp = Common.And(
        Flags(SuppressEmbeds | Ephemeral | SuppressNotifications | ComponentsV2));

    /// <summary>An edit, by PATCH or by a response of type 7.</summary>
    public static readonly ObjectShape Edit = Common.And(Flags(SuppressEmbeds | ComponentsV2));

    private static Field Flags(int bits, Rule? rule = null) => May("flags", new BitsShape(bits), rule ?? FlagBits);
}
