using NotesBot.Commands.Whole;
using NotesBot.Web.Assets;
using NotesBot.Web.Markup;

namespace NotesBot.Web.Pages;

/// <summary>What all pages have around them.</summary>
/// <param name="title">What the site is called.</param>
/// <param name="texts">Words of the reader's language.</param>
internal sealed class Frame(string title, PageTexts texts)
{
    /// <summary>A whole page.</summary>
    /// <param name="name">What this page is called beside the site; empty for nothing.</param>
    /// <param name="contents">What is listed beside it; <see langword="null"/> for nothing.</param>
    /// <param name="main">What it says.</param>
    internal Html Around(string name, LibraryContents? contents, Html main)
    {
        var heading = name.Length == 0 ? title : $"{name} · {title}";
        return Html.Of($"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{heading}</title>
            <link rel="icon" href="{Asset.Icon.Url}">
            <link rel="stylesheet" href="{Asset.Style.Url}">
            <script src="{Asset.Script.Url}" defer></script>
            </head>
            <body data-waiting="{texts.Waiting}" data-failed="{texts.Failed}" data-close="{texts.Close}">
            <header><a class="skip" href="#main">{texts.ToMain}</a>
            <h1 class="site"><a href="/">{title}</a></h1><p class="subtle">{contents?.Holdings}</p></header>
            <div class="columns">
            {Html.For(contents, Contents)}
            {main}
            <aside id="note" aria-label="{texts.Note}" tabindex="-1" hidden></aside>
            </div>
            </body>
            </html>

            """);
    }

    private Html Contents(LibraryContents contents) => Html.If(
        contents.Entries.Count > 0,
        () => Html.Of(
            $"<nav aria-label=\"{texts.Contents}\"><details class=\"contents\"><summary>{texts.Contents}</summary>"
            + $"<ul>{contents.Entries.Select(Entry)}</ul></details></nav>"));

    private Html Entry(ContentsEntry entry)
    {
        var href = entry.Path is { } path ? Address.OfNote(path) : entry.Line is { } line ? Address.OfLine(line) : null;
        var kind = new Html(entry.Path is null ? "ask" : "note");
        var label = Html.For(href, to => Html.Of($"<a class=\"{kind}\" href=\"{to}\">{entry.Label}</a>"));
        var name = href is null ? Html.Text(entry.Label) : label;
        var empty = new Html(entry.HasNotes ? "" : " class=\"empty\"");
        if (entry.Inside.Count == 0)
        {
            return Html.Of($"<li{empty}>{name}</li>");
        }

        // A summary is a button: what leads to the whole stands in it, not on it.
        var all = Html.For(href, to => Html.Of($"<li><a class=\"{kind}\" href=\"{to}\">{texts.Overview}</a></li>"));
        var open = new Html(entry.HasNotes && entry.Line is not null ? " open" : "");
        return Html.Of($"<li{empty}><details{open}><summary>{entry.Label}</summary><ul>{all}{entry.Inside.Select(Entry)}</ul></details></li>");
    }
}
