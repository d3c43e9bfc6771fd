using System.Text.Json;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What a body is for.</summary>
public enum BodyKind
{
    /// <summary>POST of an interaction's callback.</summary>
    Callback,

    /// <summary>POST of a follow-up.</summary>
    FollowUp,

    /// <summary>PATCH of a message of an interaction.</summary>
    Edit,

    /// <summary>PUT of all commands.</summary>
    Bulk,

    /// <summary>POST of one command.</summary>
    Command,

    /// <summary>PATCH of one command.</summary>
    CommandPatch,
}

/// <summary>Judges bodies by themselves, whatever was before.</summary>
public static class RequestBody
{
    private static readonly Rule Registering = new("RG-30", "AC");
    private static readonly ListShape Commands = new(CommandShapes.Create, 0, 130);

    /// <summary>All that is wrong with a body; <paramref name="files"/> is how many files came with it.</summary>
    public static IReadOnlyList<Finding> Judge(BodyKind kind, JsonElement body, int files = 0)
    {
        var at = new Spot("", Registering, []);
        switch (kind)
        {
            case BodyKind.Callback:
                CallbackRules.Check(body, files, at);
                break;
            case BodyKind.FollowUp:
                MessageShapes.FollowUp.Check(body, at);
                MessageRules.CheckNew(body, files, at);
                break;
            case BodyKind.Edit:
                MessageShapes.Edit.Check(body, at);
                MessageRules.CheckParts(body, at);
                break;
            default:
                JudgeCommands(kind, body, at);
                break;
        }

        return at.Found;
    }

    private static void JudgeCommands(BodyKind kind, JsonElement body, Spot at)
    {
        Shape shape = kind switch
        {
            BodyKind.Bulk => Commands,
            BodyKind.Command => CommandShapes.Create,
            _ => CommandShapes.Patch,
        };
        shape.Check(body, at);
        if (kind == BodyKind.Bulk && body.ValueKind == JsonValueKind.Array)
        {
            CommandRules.CheckAll(body, at);
        }
        else if (kind == BodyKind.Command)
        {
            CommandRules.CheckOne(body, at);
        }
    }
}
