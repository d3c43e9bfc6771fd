using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace NotesBot.Web;

/// <summary>Where the page is, and who may reach it.</summary>
public sealed class WebOptions
{
    /// <summary>The port where none is set.</summary>
    public const int UsualPort = 5080;

    private const string Everywhere = "*";
    private const string NoPage = "None";

    /// <summary>What it listens on: an IP address, or <c>*</c> for all.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>0 to 65535, 0 for any that is free; <see langword="null"/> where none is set.</summary>
    public int? Port { get; init; }

    /// <summary>Whether there is to be no page.</summary>
    public bool IsOff { get; init; }

    /// <summary>Whether it is asked for, so that it is there beside a token, too.</summary>
    public bool IsAskedFor => !IsOff && Port is not null;

    /// <summary>Whether others than the person at this machine may read the notes on it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>What the page is called, 1 to 100 characters.</summary>
    public string Title { get; init; } = "NotesBot";

    /// <summary>Whether it is reached from this machine alone.</summary>
    public bool IsLocal => IPAddress.TryParse(Address, out var address) && IPAddress.IsLoopback(address);

    /// <summary>Reads the section <c>Web</c>.</summary>
    /// <param name="section">The section.</param>
    /// <param name="faults">Gets a sentence for everything that is set wrongly.</param>
    public static WebOptions Read(IConfigurationSection section, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(faults);
        var isOff = NoPage.Equals(section["Port"]?.Trim(), StringComparison.OrdinalIgnoreCase);
        var options = new WebOptions
        {
            Address = Text(section, "Address") ?? "127.0.0.1",
            Port = isOff ? null : PortOf(Text(section, "Port"), faults),
            IsOff = isOff,
            IsPublic = FlagOf(Text(section, "Public"), faults),
            Title = Text(section, "Title") ?? "NotesBot",
        };
        foreach (var fault in options.Faults())
        {
            faults.Add(fault);
        }

        return options;
    }

    private IEnumerable<string> Faults()
    {
        var isAddress = Address == Everywhere || IPAddress.TryParse(Address, out _);
        if (!isAddress)
        {
            yield return $"Web:Address is {Address}: set an IP address, * for all, or leave it out for 127.0.0.1.";
        }

        if (isAddress && !IsLocal && !IsPublic && !IsOff)
        {
            yield return $"Web:Address is {Address}, which others reach: set Web:Public to true if everybody who reaches this machine may read "
                + "all of these notes (there is no password; put a proxy with one before it), or leave the address out.";
        }

        if (Title.Length > 100)
        {
            yield return "Web:Title has more than 100 characters.";
        }
    }

    private static int? PortOf(string? text, ICollection<string> faults)
    {
        if (text is null || ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
        }

        faults.Add($"Web:Port is {text}: set a port, 0 for any that is free, None for no page, or leave it out for {UsualPort} without a token.");
        return null;
    }

    private static bool FlagOf(string? text, ICollection<string> faults)
    {
        if (text is null || bool.TryParse(text, out _))
        {
            return text is not null && bool.Parse(text);
        }

        faults.Add($"Web:Public is {text}: set true if everybody who reaches this machine may read the notes, or leave it out.");
        return false;
    }

    private static string? Text(IConfigurationSection section, string key) => section[key]?.Trim() is { Length: > 0 } text ? text : null;
}
