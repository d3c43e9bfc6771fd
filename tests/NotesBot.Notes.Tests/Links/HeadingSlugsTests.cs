using NotesBot.Notes.Links;

namespace NotesBot.Notes.Tests.Links;

public sealed class HeadingSlugsTests
{
    [Theory]
    [InlineData(SlugStyle.GitHub, "Data Definition and Baseline", "data-definition-and-baseline")]
    [InlineData(SlugStyle.GitHub, "What's new? C++ & C#", "whats-new-c--c")]
    [InlineData(SlugStyle.GitHub, "Äquivalenz – Überblick", "äquivalenz--überblick")]
    [InlineData(SlugStyle.GitHub, "🚀 Launch", "-launch")]
    [InlineData(SlugStyle.GitHub, "snake_case tf.data", "snake_case-tfdata")]
    [InlineData(SlugStyle.GitHub, "1. Setup", "1-setup")]
    [InlineData(SlugStyle.GitHub, "日本語 見出し", "日本語-見出し")]
    [InlineData(SlugStyle.GitHub, "x² and ½", "x-and-")]
    [InlineData(SlugStyle.GitHub, "İstatistik", "i\u0307statistik")]
    [InlineData(SlugStyle.GitHub, "Ψυχή ΚΑΙ Ёлка", "ψυχή-και-ёлка")]
    [InlineData(SlugStyle.Gitea, "İstatistik", "istatistik")]
    [InlineData(SlugStyle.GitLab, "What's new? C++ & C#", "whats-new-c-c")]
    [InlineData(SlugStyle.GitLab, "Äquivalenz – Überblick", "äquivalenz-überblick")]
    [InlineData(SlugStyle.GitLab, "2021", "anchor-2021")]
    [InlineData(SlugStyle.Gitea, "What's new? C++ & C#", "whats-new-c--c")]
    [InlineData(SlugStyle.Gitea, "x² and ½", "x²-and-½")]
    [InlineData(SlugStyle.Bitbucket, "Data Definition and Baseline", "markdown-header-data-definition-and-baseline")]
    [InlineData(SlugStyle.Bitbucket, "Äquivalenz – Überblick", "markdown-header-aquivalenz-uberblick")]
    public void GivenAHeading_WhenAskedForItsFragment_ThenItIsTheHosts(SlugStyle style, string heading, string expected)
    {
        var fragment = new HeadingSlugs(style).Next(heading);

        Assert.Equal(expected, fragment);
    }

    [Theory]
    [InlineData(SlugStyle.GitHub, "summary", "summary-1", "summary-1-1", "summary-2")]
    [InlineData(SlugStyle.GitLab, "summary", "summary-1", "summary-1-1", "summary-2")]
    [InlineData(SlugStyle.Gitea, "summary", "summary-1", "summary-1-1", "summary-2")]
    [InlineData(SlugStyle.Bitbucket, "markdown-header-summary", "markdown-header-summary_1", "markdown-header-summary-1", "markdown-header-summary_2")]
    public void GivenRepeatedHeadings_WhenAskedInOrder_ThenTheyAreNumbered(SlugStyle style, string first, string second, string other,
        string third)
    {
        var slugs = new HeadingSlugs(style);

        string?[] fragments = [slugs.Next("Summary"), slugs.Next("Summary"), slugs.Next("Summary 1"), slugs.Next("Summary")];

        Assert.Equal([first, second, other, third], fragments);
    }

    [Theory]
    [InlineData(SlugStyle.GitHub, "")]
    [InlineData(SlugStyle.GitHub, "!?")]
    [InlineData(SlugStyle.None, "Summary")]
    public void GivenNothingToNameItBy_WhenAskedForItsFragment_ThenThereIsNone(SlugStyle style, string heading)
    {
        var fragment = new HeadingSlugs(style).Next(heading);

        Assert.Null(fragment);
    }
}
