using System.Net;

namespace NotesBot;

/// <summary>Where the pages about the bot's health are.</summary>
/// <param name="Address">What they listen on: an IP address, or <c>*</c> for all.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="HasMetrics">Whether the page <c>/metrics</c> is among them.</param>
internal sealed record HealthPages(string Address, int Port, bool HasMetrics)
{
    private const string Everywhere = "*";

    /// <summary>The address as the web server takes it.</summary>
    public string Url => $"http://{(Address.Contains(':', StringComparison.Ordinal) ? $"[{Address}]" : Address)}:{Port}";

    // A port of a container is reached from outside its network only where somebody publishes it.
    private static string UsualAddress => Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") == "true" ? Everywhere : "127.0.0.1";

    /// <summary>Reads the section; <see langword="null"/> when no port is set.</summary>
    public static HealthPages? Read(IConfigurationSection section, List<string> faults)
    {
        var metrics = MetricsOf(section["Metrics"]?.Trim(), faults);
        var address = section["Address"]?.Trim() is { Length: > 0 } told ? told : UsualAddress;
        if (address != Everywhere && !IPAddress.TryParse(address, out _))
        {
            faults.Add($"Health:Address is {address}: set an IP address, * for all, or leave it out for 127.0.0.1.");
        }

        if (section["Port"] is not { Length: > 0 } text)
        {
            return null;
        }

        if (ushort.TryParse(text, out var port) && port > 0)
        {
            return new HealthPages(address, port, metrics);
        }

        faults.Add($"Health:Port is {text}: set a port from 1 to 65535, or nothing for no health pages.");
        return null;
    }

    private static bool MetricsOf(string? text, List<string> faults)
    {
        if (string.IsNullOrEmpty(text) || bool.TryParse(text, out _))
        {
            return !string.IsNullOrEmpty(text) && bool.Parse(text);
        }

        faults.Add($"Health:Metrics is {text}: set true for a page /metrics on the health port, or leave it out.");
        return false;
    }
}
