using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NotesBot.Web.Tests;

namespace NotesBot.Browser.Tests;

/// <summary>The page with its script, as somebody uses it.</summary>
public sealed partial class ScriptTests
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task GivenTwoQuestions_WhenAskedByKeyboardAlone_ThenBothStandBelowEachOther(int width)
    {
        await using var browser = await Browser.OpenAsync();
        await using var site = await Site.OfCourseAsync();
        var page = await browser.PageAsync(site.Address, width);
        await page.GotoAsync(site.Address);

        await page.Keyboard.TypeAsync("canary release");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".reply").First.WaitForAsync();
        await page.Keyboard.TypeAsync("data drift");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".reply").Nth(1).WaitForAsync();

        Assert.Equal(["canary release", "data drift"], await page.Locator(".question").AllTextContentsAsync());
        Assert.EndsWith("?q=data%20drift", page.Url, StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        Assert.Empty(browser.Signs);
    }

    [Fact]
    public async Task GivenALine_WhenTheArrowsChooseACompletion_ThenItIsAsked()
    {
        await using var browser = await Browser.OpenAsync();
        await using var site = await Site.OfCourseAsync();
        var page = await browser.PageAsync(site.Address);
        await page.GotoAsync(site.Address);

        await page.Keyboard.TypeAsync("conc");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var offered = await page.Locator("#q").InputValueAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".reply").WaitForAsync();

        Assert.Equal("Concept drift", offered);
        Assert.Equal("Concept drift", await page.Locator(".question").TextContentAsync());
        Assert.Equal("false", await page.Locator("#q").GetAttributeAsync("aria-expanded"));
    }

    [Fact]
    public async Task GivenAReply_WhenItsButtonsArePressed_ThenItChangesInItsPlace()
    {
        await using var browser = await Browser.OpenAsync();
        await using var site = await Site.OfCourseAsync();
        var page = await browser.PageAsync(site.Address);
        await page.GotoAsync(site.Address + "?q=drift");

        await page.Locator("select").SelectOptionAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the hits" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Not what I meant" }).ClickAsync();
        await page.Locator(".form input:not([type=hidden])").FillAsync("canary");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".passage", new() { HasTextRegex = Canary() }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.Locator(".exchange").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Empty(browser.Signs);
    }

    [Fact]
    public async Task GivenAHit_WhenItsPlaceIsOpened_ThenTheNoteStandsBesideTheAnswer()
    {
        await using var browser = await Browser.OpenAsync();
        await using var site = await Site.OfCourseAsync();
        var page = await browser.PageAsync(site.Address);
        await page.GotoAsync(site.Address + "?q=" + Uri.EscapeDataString("picture of drift"));

        await page.Locator(".passage a.note").First.ClickAsync();
        await page.Locator("#note .here").First.WaitForAsync();
        var isLoaded = await page.Locator("#note img").EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth === 1; }");
        await page.Keyboard.PressAsync("Escape");

        Assert.True(isLoaded);
        Assert.True(await page.Locator("#note").IsHiddenAsync());
        Assert.Equal(1, await page.Locator(".reply").CountAsync());
    }

    [GeneratedRegex("A canary release")]
    private static partial Regex Canary();
}
