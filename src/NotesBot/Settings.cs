using NotesBot.Notes;

namespace NotesBot;

/// <summary>
/// Everything that can be configured: appsettings.json in the working directory, then the environment, then the arguments.
/// </summary>
/// <param name="Notes">The notes.</param>
/// <param name="IndexPath">Folder of the index.</param>
/// <param name="HealthPort">Port of the health pages, 1 to 65535; <see langword="null"/> for none.</param>
/// <param name="Configuration">All of it, for rooms that read a section of their own.</param>
internal sealed record Settings(NotesOptions Notes, string IndexPath, int? HealthPort, IConfiguration Configuration)
{
    /// <summary>Reads and checks everything but the section of Discord, which only a bot needs.</summary>
    /// <param name="notes">The argument <c>--notes</c>.</param>
    /// <param name="index">The argument <c>--index</c>.</param>
    /// <exception cref="SettingsException">Something is set wrongly; its message names every fault.</exception>
    public static Settings Load(string? notes, string? index)
    {
        List<string> faults = [];
        var configuration = Configured(faults);
        var options = ReadNotes(configuration, faults);
        options.Path = notes ?? options.Path;
        var indexPath = index ?? configuration["Index:Path"] ?? "index";
        var settings = new Settings(options, indexPath, ReadPort(configuration, faults), configuration);
        faults.AddRange(options.Faults());
        return faults.Count == 0 ? settings : throw new SettingsException(string.Join('\n', faults));
    }

    private static IConfigurationRoot Configured(List<string> faults)
    {
        var builder = new ConfigurationBuilder().SetBasePath(Directory.GetCurrentDirectory());
        try
        {
            return builder.AddJsonFile("appsettings.json", optional: true, reloadOnChange: false).AddEnvironmentVariables().Build();
        }
        catch (InvalidDataException exception)
        {
            faults.Add($"appsettings.json cannot be read: {(exception.InnerException ?? exception).Message}");
            return new ConfigurationBuilder().AddEnvironmentVariables().Build();
        }
    }

    private static NotesOptions ReadNotes(IConfiguration configuration, List<string> faults)
    {
        try
        {
            return configuration.GetSection("Notes").Get<NotesOptions>() ?? new NotesOptions();
        }
        catch (InvalidOperationException exception)
        {
            faults.Add($"{exception.Message} {exception.InnerException?.Message}".TrimEnd());
            return new NotesOptions();
        }
    }

    private static int? ReadPort(IConfiguration configuration, List<string> faults)
    {
        if (configuration["Health:Port"] is not { Length: > 0 } text)
        {
            return null;
        }

        if (ushort.TryParse(text, out var port) && port > 0)
        {
            return port;
        }

        faults.Add($"Health:Port is {text}: set a port from 1 to 65535, or nothing for no health pages.");
        return null;
    }
}

/// <summary>Something is configured wrongly.</summary>
/// <param name="message">A sentence for each fault, a line each.</param>
internal sealed class SettingsException(string message) : Exception(message);
