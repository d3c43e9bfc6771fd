using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What the place allows: pages "Permissions", "Application" and "Receiving and responding".</summary>
internal static class SceneRules
{
    private const ulong SendMessages = 1UL << 11;
    private const ulong AttachFiles = 1UL << 15;
    private const ulong UseExternalApps = 1UL << 50;

    /// <summary>Whether Discord makes the answer ephemeral by itself.</summary>
    public static bool MakesEphemeral(Scene scene) =>
        !scene.InstalledByGuild && scene.GuildId is not null && (scene.Permissions & UseExternalApps) == 0;

    /// <summary>Checks a first response.</summary>
    public static void Check(Scene scene, (int Type, JsonElement Data) response, int files, Spot at)
    {
        var isEphemeral = ((JsonText.Number(response.Data, "flags") ?? 0) & MessageShapes.Ephemeral) != 0;
        var mayNotSend = scene.GuildId is not null && !scene.InstalledByGuild && (scene.Permissions & SendMessages) == 0;
        if (response.Type is 4 or 5 && mayNotSend && !isEphemeral)
        {
            at.In("data").In("flags").Under("IN-14", "APP").Note("The person may not send messages here: a public answer fails.");
        }

        CheckFiles(scene, files, at);
    }

    /// <summary>Files need a permission of the bot.</summary>
    public static void CheckFiles(Scene scene, int files, Spot at)
    {
        if (files > 0 && scene.GuildId is not null && (scene.AppPermissions & AttachFiles) == 0)
        {
            at.Found.Add(new Finding(at.Path, "MISSING_PERMISSIONS", "Missing Permissions", new Rule("IN-15", "RR"))
            {
                Status = 403,
                ApiCode = 50013
            });
        }
    }
}
