using Microsoft.Playwright;
using NotesBot.Web.Tests;

namespace NotesBot.Browser.Tests;

/// <summary>What axe-core finds on the pages; its script is named in <c>AXE</c> (npm's axe-core, <c>axe.min.js</c>).</summary>
public sealed class AccessibilityTests
{
    private static readonly string[] Paths =
        ["", "?q=drift", "?q=/syllabus%201", "?q=/help", "?q=zebra", "?q=/notes", "notes/course1/week1/deployment.md"];

    private static readonly int[] Widths = [390, 1280];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    public static TheoryData<int, ColorScheme> Looks =>
    [
        .. from width in Widths
           from scheme in Schemes
           select new TheoryDataRow<int, ColorScheme>(width, scheme),
    ];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task GivenThePages_WhenAxeLooksAtThem_ThenItFindsNothingSerious(int width, ColorScheme scheme)
    {
        var axe = Environment.GetEnvironmentVariable("AXE");
        Assert.SkipWhen(string.IsNullOrEmpty(axe), "AXE names no axe.min.js of npm's axe-core.");
        await using var browser = await Browser.OpenAsync();
        await using var site = await Site.OfCourseAsync();
        var page = await browser.PageAsync(site.Address, width, scheme, bypassCsp: true);
        List<string> found = [];
        foreach (var path in Paths)
        {
            await page.GotoAsync(site.Address + path);
            await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = axe });
            var faults = await page.EvaluateAsync<string[]>("axe.run().then(result => result.violations.map(one => `${one.impact} ${one.id}: ${one.nodes[0].html}`))");
            found.AddRange(faults.Select(fault => $"{path} {fault}"));
        }

        Assert.DoesNotContain(found, fault => fault.Contains(" serious ", StringComparison.Ordinal) || fault.Contains(" critical ", StringComparison.Ordinal));
    }
}
