using NotesBot.Web.Tests;

namespace NotesBot.Browser.Tests;

/// <summary>Notes that want to run something, or to ask for something, in the browser of who reads them.</summary>
public sealed class HostileNotesTests
{
    public static TheoryData<string> Notes =>
    [
        "<script>fetch('https://evil.example/')</script> trouble",
        "trouble <img src='https://evil.example/x.png' onerror='alert(1)'>",
        "trouble ![x](https://evil.example/x.png) ![y](//evil.example/y.png) ![z](data:image/svg+xml,<svg/onload=alert(1)>)",
        "trouble [a](javascript:alert(1)) <a href='javascript:alert(1)'>b</a> <iframe src='https://evil.example/'></iframe>",
        "trouble <style>@import 'https://evil.example/x.css'; body { background: url(https://evil.example/b.png) }</style>",
        "trouble <meta http-equiv='refresh' content='0;url=https://evil.example/'><base href='https://evil.example/'><link rel=prefetch href='https://evil.example/p'>",
        "trouble $\\href{https://evil.example/}{x}$ $\\text{</math><img src=https://evil.example/m.png>}$ $$\\require{x}<script>alert(1)</script>$$",
        "| trouble | <svg onload=alert(1)> |\n| --- | --- |\n| `<script>alert(1)</script>` | \" onmouseover=\"alert(1) |",
        "trouble\n\n```html\n</code></pre><script>alert(1)</script><img src=https://evil.example/c.png>\n```",
        "# \"><script>alert(1)</script>\n\ntrouble &lt;script&gt;alert(1)&lt;/script&gt; \u202e \u0007 \ufeff",
        "# q\n\n## log\n\n## note\n\ntrouble <form id=ask action=https://evil.example/><input name=q></form>",
    ];

    [Theory]
    [MemberData(nameof(Notes))]
    public async Task GivenAHostileNote_WhenItIsFoundAndOpened_ThenNothingRunsAndNothingIsAsked(string note)
    {
        await using var browser = await Browser.OpenAsync();
        await using var site = new Site();
        site.Write("trouble.md", note);
        await site.OpenAsync();
        var page = await browser.PageAsync(site.Address);

        await page.GotoAsync(site.Address + "?q=trouble");
        await page.Locator(".passage a.note").First.ClickAsync();
        await page.Locator("#note article").WaitForAsync();
        await page.GotoAsync(site.Address + "notes/trouble.md");
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        Assert.Empty(browser.Elsewhere);
        Assert.Empty(browser.Signs);
        Assert.Equal(1, await page.EvaluateAsync<int>("document.scripts.length"));
    }

    [Fact]
    public async Task GivenALargeNote_WhenItIsOpened_ThenAPageOfItIsThere()
    {
        await using var browser = await Browser.OpenAsync();
        await using var site = new Site();
        site.Write("large.md", "# Large\n\n" + string.Concat(Enumerable.Range(0, 1_200).Select(i => $"## Part {i}\n\n{new string('w', 800)} trouble {i}\n\n")));
        await site.OpenAsync();
        var page = await browser.PageAsync(site.Address);

        await page.GotoAsync(site.Address + "notes/large.md");

        Assert.Equal(300, await page.Locator("article section").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }
}
