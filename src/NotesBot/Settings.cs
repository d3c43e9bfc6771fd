using System.Globalization;
using NotesBot.Discord;
using NotesBot.Library;
using NotesBot.Notes;
using NotesBot.Search;
using NotesBot.Web;

namespace NotesBot;

/// <summary>
/// Everything that can be configured: appsettings.json, then the environment, then the arguments.
/// </summary>
/// <param name="Notes">The notes.</param>
/// <param name="Search">What helps the search from outside the notes.</param>
/// <param name="IndexPath">Folder of the index.</param>
/// <param name="ClonePath">Folder of what is fetched of a repository.</param>
/// <param name="HookSecret">What a webhook proves itself with; <see langword="null"/> for no webhook.</param>
/// <param name="Health">The health pages; <see langword="null"/> for none.</param>
/// <param name="Web">The page.</param>
/// <param name="Configuration">All of it, for rooms that read a section of their own.</param>
internal sealed record Settings(
    NotesOptions Notes,
    SearchOptions Search,
    string IndexPath,
    string ClonePath,
    string? HookSecret,
    HealthPages? Health,
    WebOptions Web,
    IConfiguration Configuration)
{
    /// <summary>Which notes the library is of, and where its index is.</summary>
    public LibraryOptions Library => new(Notes, Search, IndexPath);

    /// <summary>Reads and checks everything that the command needs.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="forBot">Whether it may become a bot: only then the section of Discord is looked at.</param>
    /// <exception cref="SettingsException">Something is set wrongly; its message names every fault.</exception>
    public static Settings Load(SettingsArguments arguments, bool forBot)
    {
        List<string> faults = [];
        var configuration = SettingsFile.Read(arguments.Config, faults);
        var options = ReadNotes(configuration, faults);
        options.Path = arguments.Notes ?? options.Path;
        var indexPath = arguments.Index ?? configuration["Index:Path"] ?? "index";
        var clonePath = Text(configuration.GetSection("Notes"), "ClonePath") ?? Path.Combine(indexPath, "clone");
        var hookSecret = ReadSecret(configuration.GetSection("Notes"), "HookSecret", faults);
        var search = ReadSearch(configuration.GetSection("Search"), options, faults);
        search.Model = SentenceModels.Of(Text(configuration.GetSection("Search"), "Model"), indexPath, faults);
        var health = HealthPages.Read(configuration.GetSection("Health"), faults);
        var web = WebOptions.Read(configuration.GetSection("Web"), faults);
        var settings = new Settings(options, search, indexPath, clonePath, hookSecret, health, web, configuration);
        faults.AddRange(options.Faults());
        faults.AddRange(search.Faults());
        faults.AddRange(FaultsOfHook(settings));
        faults.AddRange(forBot ? DiscordServices.FaultsOf(configuration) : []);
        return faults.Count == 0 ? settings : throw new SettingsException(string.Join('\n', faults));
    }

    // By hand, since the binder stops at the first value that it cannot read.
    private static NotesOptions ReadNotes(IConfiguration configuration, List<string> faults)
    {
        var section = configuration.GetSection("Notes");
        var options = new NotesOptions { CoursePattern = Text(section, "CoursePattern"), UrlTemplate = Text(section, "UrlTemplate") };
        options.Path = section["Path"] ?? options.Path;
        options.MaxFileBytes = ReadBytes(section, "MaxFileBytes", "64 MiB", faults) ?? options.MaxFileBytes;
        options.SlugStyle = ReadStyle(section, "SlugStyle", faults) ?? options.SlugStyle;
        (options.Branch, options.Folder) = (Text(section, "Branch"), Text(section, "Folder"));
        options.Token = ReadSecret(section, "Token", faults);
        options.FetchSeconds = ReadSeconds(section, faults) ?? options.FetchSeconds;
        options.MaxRepositoryBytes = ReadBytes(section, "MaxRepositoryBytes", "1 GiB", faults) ?? options.MaxRepositoryBytes;
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

    private static long? ReadBytes(IConfigurationSection section, string key, string usual, List<string> faults)
    {
        if (Text(section, key) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bytes))
        {
            return bytes;
        }

        faults.Add($"Notes:{key} is {text}: set a number of bytes from 1, or leave it out for {usual}.");
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
}

/// <summary>What was typed of the settings.</summary>
/// <param name="Notes">The folder of notes; <see langword="null"/> for the configured one.</param>
/// <param name="Index">The folder of the index; <see langword="null"/> for the configured one.</param>
/// <param name="Config">The file of settings; <see langword="null"/> for the usual one.</param>
internal sealed record SettingsArguments(string? Notes, string? Index, string? Config);

/// <summary>Something is configured wrongly.</summary>
/// <param name="message">A sentence for each fault, a line each.</param>
internal sealed class SettingsException(string message) : Exception(message);
