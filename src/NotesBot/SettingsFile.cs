namespace NotesBot;

/// <summary>
/// The file of settings: the one that is named, else <c>appsettings.json</c> beside the program, else the one in the working folder. That
/// folder may be a checkout of strangers, and the settings decide where the token goes: so it is said aloud.
/// </summary>
internal static class SettingsFile
{
    private const string Name = "appsettings.json";

    /// <summary>Reads it, with the environment over it.</summary>
    /// <param name="named">The file that somebody named; <see langword="null"/> for the usual one.</param>
    /// <param name="faults">Gets what is wrong with it.</param>
    public static IConfigurationRoot Read(string? named, List<string> faults)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Name);
        var here = Path.GetFullPath(Name);
        if (named is not null && !File.Exists(named))
        {
            faults.Add($"--config names {named}, which is not there.");
        }

        var path = named is not null ? Path.GetFullPath(named) : File.Exists(beside) ? beside : here;
        var configuration = Read(path, named ?? Name, faults);
        if (path == here && named is null && here != beside && File.Exists(here) && faults.Count == 0)
        {
            Console.Error.WriteLine($"Settings are read from {here}, the folder that you stand in: name a file with --config to be sure.");
        }

        return configuration;
    }

    private static IConfigurationRoot Read(string path, string name, List<string> faults)
    {
        try
        {
            var file = new FileInfo(path);
            var builder = new ConfigurationBuilder();
            return (file is { Exists: true, Length: > 0 } ? builder.AddJsonFile(path, optional: true, reloadOnChange: false) : builder)
                .AddEnvironmentVariables().Build();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            faults.Add($"{name} cannot be read: {exception.GetBaseException().Message}");
            return new ConfigurationBuilder().AddEnvironmentVariables().Build();
        }
    }
}
