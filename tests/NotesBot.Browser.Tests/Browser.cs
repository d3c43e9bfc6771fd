using Microsoft.Playwright;

namespace NotesBot.Browser.Tests;

/// <summary>
/// The Chromium of the system, without a window; a test is skipped where there is none. It notes down every request that leads elsewhere and
/// every script that runs though no page of ours holds it.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Addresses outside the page that something asked for.</summary>
    internal List<string> Elsewhere { get; } = [];

    /// <summary>Dialogs, errors and refusals of the page.</summary>
    internal List<string> Signs { get; } = [];

    internal static async Task<Browser> OpenAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "There is no Chromium on this machine (or name it in CHROMIUM).");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
        return new Browser(playwright, browser);
    }

    /// <summary>A page of this width, in a new profile.</summary>
    internal async Task<IPage> PageAsync(string home, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool bypassCsp = false)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = bypassCsp,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(10_000);
        page.Request += (_, request) => Note(Elsewhere, request.Url, !request.Url.StartsWith(home, StringComparison.Ordinal));
        page.Dialog += (_, dialog) => Note(Signs, dialog.Message, isNoted: true);
        page.PageError += (_, error) => Note(Signs, error, isNoted: true);
        return page;
    }

    private static void Note(List<string> list, string text, bool isNoted)
    {
        lock (list)
        {
            list.AddRange(isNoted ? [text] : []);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
