using System.Globalization;
using NotesBot.Discord;
using NotesBot.Library;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot;

/// <summary>
/// Everything that can be configured: appsettings.json in the working directory, then the environment, then the arguments.
/// </summary>
/// <param name="Notes">The notes.</param>
/// <param name="Search">What helps the search from outside the notes.</param>
/// <param name="IndexPath">Folder of the index.</param>
/// <param name="ClonePath">Folder of what is fetched of a repository.</param>
/// <param name="HookSecret">What a webhook proves itself with; <see langword="null"/> for no webhook.</param>
/// <param name="HealthPort">Port of the health pages, 1 to 65535; <see langword="null"/> for none.</param>
/// <param name="Configuration">All of it, for rooms that read a section of their own.</param>
internal sealed record Settings(
    NotesOptions Notes, SearchOptions Search, string IndexPath, string ClonePath, string? HookSecret, int? HealthPort, IConfiguration Configuration)
{
    /// <summary>Whether the page <c>/metrics</c> is wanted.</summary>
    public bool HasMetrics { get; init; }

    /// <summary>Which notes the library is of, and where its index is.</summary>
    public LibraryOptions Library => new(Notes, Search, IndexPath);

    /// <summary>Reads and checks everything that the command needs.</summary>
    /// <param name="notes">The argument <c>--notes</c>.</param>
    /// <param name="index">The argument <c>--index</c>.</param>
    /// <param name="forBot">Whether it may become a bot: only then the section of Discord is looked at.</param>
    /// <exception cref="SettingsException">Something is set wrongly; its message names every fault.</exception>
    public static Settings Load(string? notes, string? index, bool forBot)
    {
        List<string> faults = [];
        var configuration = Configured(faults);
        var options = ReadNotes(configuration, faults);
        options.Path = notes ?? options.Path;
        var indexPath = index ?? configuration["Index:Path"] ?? "index";
        var clonePath = Text(configuration.GetSection("Notes"), "ClonePath") ?? Path.Combine(indexPath, "clone");
        var hookSecret = ReadSecret(configuration.GetSection("Notes"), "HookSecret", faults);
        var search = ReadSearch(configuration.GetSection("Search"), options, faults);
        var settings = new Settings(options, search, indexPath, clonePath, hookSecret, ReadPort(configuration, faults), configuration)
        {
            HasMetrics = ReadMetrics(configuration, faults),
        };
        faults.AddRange(options.Faults());
        faults.AddRange(search.Faults());
        faults.AddRange(FaultsOfHook(settings));
        faults.AddRange(forBot ? DiscordServices.FaultsOf(configuration) : []);
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
            faults.Add($"appsettings.json cannot be read: {exception.GetBaseException().Message}");
            return new ConfigurationBuilder().AddEnvironmentVariables().Build();
        }
    }

    // By hand, since the binder stops at the first value that it cannot read.
    private static NotesOptions ReadNotes(IConfiguration configuration, List<string> faults)
    {
        var section = configuration.GetSection("Notes");
        var options = new NotesOptions { CoursePattern = Text(section, "CoursePattern"), UrlTemplate = Text(section, "UrlTemplate") };
        options.Path = section["Path"] ?? options.Path;
        options.MaxFileBytes = ReadBytes(section, faults) ?? options.MaxFileBytes;
        options.SlugStyle = ReadStyle(section, "SlugStyle", faults) ?? options.SlugStyle;
        (options.Branch, options.Folder) = (Text(section, "Branch"), Text(section, "Folder"));
        options.Token = ReadSecret(section, "Token", faults);
        options.FetchSeconds = ReadSeconds(section, faults) ?? options.FetchSeconds;
        foreach (var host in section.GetSection("Hosts").GetChildren())
        {
            options.Hosts[host.Key] = ReadStyle(section, $"Hosts:{host.Key}", faults) ?? SlugStyle.Auto;
        }

        return options;
    }

    private static SearchOptions ReadSearch(IConfigurationSection section, NotesOptions notes, List<string> faults)
    {
        var (synonyms, thesaurus) = (Text(section, "Synonyms"), Text(section, "Thesaurus"));
        if (synonyms is not null && !File.Exists(synonyms))
        {
            faults.Add($"Search:Synonyms is {synonyms}, which is not there: name the file, or leave it out for {SearchOptions.SynonymsFile} in the notes folder.");
        }

        return new SearchOptions
        {
            Synonyms = synonyms ?? (notes.IsRepository ? null : Path.Combine(notes.Path, SearchOptions.SynonymsFile)),
            HasThesaurus = !"None".Equals(thesaurus, StringComparison.OrdinalIgnoreCase),
            Thesaurus = "English".Equals(thesaurus, StringComparison.OrdinalIgnoreCase) ? null : thesaurus,
        };
    }

    private static long? ReadBytes(IConfigurationSection section, List<string> faults)
    {
        if (Text(section, "MaxFileBytes") is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bytes))
        {
            return bytes;
        }

        faults.Add($"Notes:MaxFileBytes is {text}: set a number of bytes from 1, or leave it out for 64 MiB.");
        return null;
    }

    private static int? ReadSeconds(IConfigurationSection section, List<string> faults)
    {
        if (Text(section, "FetchSeconds") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        faults.Add($"Notes:FetchSeconds is {text}: set 10 to 86400 seconds, or leave it out for 300.");
        return null;
    }

    /// <summary>A secret itself, or what the file holds that is named beside it.</summary>
    private static string? ReadSecret(IConfigurationSection section, string key, List<string> faults)
    {
        if (Text(section, key) is { } secret)
        {
            return secret;
        }

        if (Text(section, key + "File") is not { } path)
        {
            return null;
        }

        try
        {
            if (File.ReadAllText(path).Trim() is { Length: > 0 } text)
            {
                return text;
            }

            faults.Add($"The file {path} that Notes:{key}File names is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add($"The file {path} that Notes:{key}File names cannot be read: {exception.Message}");
        }

        return null;
    }

    private static IEnumerable<string> FaultsOfHook(Settings settings)
    {
        if (settings.HookSecret is not null && !settings.Notes.IsRepository)
        {
            yield return "Notes:HookSecret is for a git repository, and Notes:Path names a folder, whose changes are seen by themselves.";
        }
    }

    private static SlugStyle? ReadStyle(IConfigurationSection section, string key, List<string> faults)
    {
        if (Text(section, key) is not { } text)
        {
            return null;
        }

        if (char.IsAsciiLetter(text[0]) && Enum.TryParse<SlugStyle>(text, ignoreCase: true, out var style))
        {
            return style;
        }

        faults.Add($"Notes:{key} is {text}: set one of {string.Join(", ", Enum.GetNames<SlugStyle>())}.");
        return null;
    }

    private static string? Text(IConfigurationSection section, string key) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    private static bool ReadMetrics(IConfiguration configuration, List<string> faults)
    {
        var text = Text(configuration.GetSection("Health"), "Metrics");
        if (text is null || bool.TryParse(text, out _))
        {
            return text is not null && bool.Parse(text);
        }

        faults.Add($"Health:Metrics is {text}: set true for a page /metrics on the health port, or leave it out.");
        return false;
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
