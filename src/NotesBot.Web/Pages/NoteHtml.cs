using NotesBot.Commands;
using NotesBot.Web.Markup;

namespace NotesBot.Web.Pages;

/// <summary>A note as a whole, with the stretch marked that answers.</summary>
/// <param name="texts">Words of the reader's language.</param>
/// <param name="marked">The stretch; <see langword="null"/> for none.</param>
internal sealed class NoteHtml(PageTexts texts, NoteStretch? marked)
{
    private bool _isMarked;

    /// <summary>The main part of the page.</summary>
    internal Html Write(NotePage page)
    {
        var outside = Html.For(
            Address.Outside(page.Url),
            url => Html.Of($" · <a href=\"{url}\" rel=\"noopener noreferrer\" target=\"_blank\">{texts.AtHost}</a>"));
        var place = Html.For(page.Place, text => Html.Of($"<p class=\"place\">{text}</p>"));
        return Html.Of($"""
            <main id="main" class="whole" tabindex="-1"><article class="whole" dir="auto"><h2>{page.Title}</h2>{place}
            <p class="source">{page.Path}{outside}<span class="back"> · <a href="/">{texts.BackToQuestions}</a></span></p>
            {Way(page, page.Before, texts.Before)}{page.Parts.Select(Part)}{Way(page, page.After, texts.After)}</article></main>
            """);
    }

    /// <summary>That there is no such note.</summary>
    internal Html None() => Html.Of(
        $"<main id=\"main\" class=\"whole\" tabindex=\"-1\"><article class=\"whole\"><h2>{texts.NoNote}</h2>"
        + $"<p><a href=\"/\">{texts.BackToQuestions}</a></p></article></main>");

    private static Html Way(NotePage page, string? passage, string label) =>
        Html.For(passage, to => Html.Of($"<p><a class=\"note\" href=\"{Address.OfNote(page.Path, to)}\">{label}</a></p>"));

    private Html Part(NotePart part)
    {
        var headings = part.Headings.Select(Heading);
        var here = marked is { } stretch && stretch.Passage == part.Id ? (stretch.Start, stretch.End) : ((int, int)?)null;
        var body = new BodyHtml(part.Body, part.Stretches) { Here = here, Picture = Html.For(part.Picture, PictureHtml.Of) }.Write();
        var anchor = Html.For(part.Anchor, name => Html.Of($"<a id=\"{name}\"></a>"));
        var mark = Html.If(here is not null && !_isMarked, () => Html.Of($"<a id=\"{Address.Marked}\"></a>"));
        _isMarked |= here is not null;
        return Html.Of($"<section id=\"p-{part.Id}\">{anchor}{headings}{mark}<div class=\"body\">{body}</div></section>");
    }

    private static Html Heading(NoteHeading heading)
    {
        var tag = new Html($"h{Math.Clamp(heading.Level + 1, 3, 6)}");
        return Html.Of($"<{tag}>{heading.Text}</{tag}>");
    }
}
