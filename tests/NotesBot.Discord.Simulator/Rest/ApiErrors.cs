namespace NotesBot.Discord.Simulator.Rest;

/// <summary>Discord's error answers, from the page "Opcodes and status codes".</summary>
internal static class ApiErrors
{
    public static RestReply NotFound => RestReply.Error(404, 0, "404: Not Found");

    public static RestReply MethodNotAllowed => RestReply.Error(405, 0, "405: Method Not Allowed");

    public static RestReply Unauthorized => RestReply.Error(401, 0, "401: Unauthorized");

    public static RestReply UnknownGuild => RestReply.Error(404, 10004, "Unknown Guild");

    public static RestReply UnknownMessage => RestReply.Error(404, 10008, "Unknown Message");

    public static RestReply UnknownWebhook => RestReply.Error(404, 10015, "Unknown Webhook");

    public static RestReply UnknownInteraction => RestReply.Error(404, 10062, "Unknown interaction");

    public static RestReply UnknownCommand => RestReply.Error(404, 10063, "Unknown application command");

    public static RestReply WrongApplication =>
        RestReply.Error(403, 20012, "You are not authorized to perform this action on this application");

    public static RestReply TooManyCreates(TimeSpan until) => new(429, new System.Text.Json.Nodes.JsonObject
    {
        ["message"] = "Max number of daily application command creates has been reached (200)",
        ["code"] = 30034,
        ["retry_after"] = Math.Round(until.TotalSeconds, 3),
        ["global"] = false,
    });

    public static RestReply AlreadyAcknowledged => RestReply.Error(400, 40060, "Interaction has already been acknowledged.");

    public static RestReply TooManyFollowUps =>
        RestReply.Error(400, 40094, "This interaction has reached the maximum number of follow up messages");

    public static RestReply FileTooLarge => RestReply.Error(413, 40005, "Request entity too large");

    public static RestReply MissingAccess => RestReply.Error(403, 50001, "Missing Access");

    public static RestReply InvalidToken => RestReply.Error(401, 50027, "Invalid Webhook Token");

    public static RestReply NotJson => RestReply.Error(400, 50109, "The request body contains invalid JSON.");

    public static RestReply WrongContentType => RestReply.Error(
        400, 50035, "Invalid Form Body: expected \"Content-Type\" header to be 'application/json' or 'multipart/form-data'.");
}
