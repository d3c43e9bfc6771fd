using NotesBot.Hosting;

namespace NotesBot.Cli;

/// <summary><c>health</c>: for Docker and supervisors.</summary>
internal static class HealthCommand
{
    /// <returns>The exit code: 0 when the bot runs, has an index and is connected.</returns>
    public static int Run(Settings settings, TimeProvider time)
    {
        var fault = HealthFile.FaultOf(settings.IndexPath, time.GetUtcNow());
        Console.Out.WriteLine(fault ?? "The bot is running and can answer.");
        if (fault is null && HealthFile.ProgressOf(settings.IndexPath) is { } progress)
        {
            Console.Out.WriteLine(progress);
        }

        return fault is null ? ExitCodes.Done : ExitCodes.Failure;
    }
}
