using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NotesBot.Search;

namespace NotesBot.Hosting;

/// <summary>What a running bot says of itself, in a file beside the index, for <c>NotesBot health</c>.</summary>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Ready">Whether there is an index to answer from.</param>
/// <param name="Connected">Whether questions can arrive.</param>
/// <param name="Fault">What is wrong besides, a sentence; <see langword="null"/> when nothing is.</param>
internal sealed record HealthFile(DateTimeOffset At, bool Ready, bool Connected, string? Fault = null)
{
    /// <summary>How far the vectors of passages are; <see langword="null"/> where words alone answer, or before that is known.</summary>
    public VectorProgress? Vectors { get; init; }

    /// <summary>How often a running bot writes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MaxAge = 6 * Interval;

    /// <summary>Writes it whole or not at all.</summary>
    public void Write(string indexPath)
    {
        var path = PathIn(indexPath);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, HealthJson.Default.HealthFile));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The bot has left.</summary>
    public static void Delete(string indexPath) => File.Delete(PathIn(indexPath));

    /// <summary>What is wrong with the bot that uses this index, a sentence; <see langword="null"/> when all is well.</summary>
    public static string? FaultOf(string indexPath, DateTimeOffset now)
    {
        if (Read(indexPath) is not { } health)
        {
            return $"No bot is running with the index {indexPath}.";
        }

        return health switch
        {
            _ when now - health.At > MaxAge => string.Create(
                CultureInfo.InvariantCulture, $"The bot has not been heard of for {(now - health.At).TotalSeconds:0} seconds."),
            _ when health.At - now > MaxAge => "What the bot says of itself is dated ahead of the clock, so nobody knows how it is now: set the clock right.",
            { Ready: false } => "The bot is still reading the notes for the first time.",
            { Connected: false } => "The bot is not connected to Discord.",
            _ => health.Fault,
        };
    }

    /// <summary>Whether a bot that uses this index has said something of itself and not left since.</summary>
    public static bool IsIn(string indexPath) => File.Exists(PathIn(indexPath));

    /// <summary>What a bot that is well still has to do, a sentence; <see langword="null"/> where nothing is left.</summary>
    public static string? ProgressOf(string indexPath) => Read(indexPath)?.Vectors is { } vectors && vectors.Made < vectors.Of
        ? string.Create(CultureInfo.InvariantCulture, $"Meaning helps with {vectors.Made} of {vectors.Of} passages so far; words find all of them.")
        : null;

    private static HealthFile? Read(string indexPath)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(PathIn(indexPath)), HealthJson.Default.HealthFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    // Beside the folder's Lucene files; the writer of the index leaves it alone.
    private static string PathIn(string indexPath) => Path.Combine(indexPath, "health.json");
}

[JsonSerializable(typeof(HealthFile))]
internal sealed partial class HealthJson : JsonSerializerContext;
