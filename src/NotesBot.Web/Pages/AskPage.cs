using NotesBot.Commands;
using NotesBot.Commands.Whole;
using NotesBot.Web.Markup;

namespace NotesBot.Web.Pages;

/// <summary>The conversation: what was asked, the reply, and the line for the next question.</summary>
/// <param name="texts">Words of the reader's language.</param>
/// <param name="asker">The reader.</param>
internal sealed class AskPage(PageTexts texts, Asker asker)
{
    /// <summary>The main part of the page.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="reply">The reply; <see langword="null"/> where nothing was asked.</param>
    /// <param name="contents">What there is to ask; <see langword="null"/> while it is not known.</param>
    internal Html Write(Asked asked, Reply? reply, LibraryContents? contents)
    {
        var exchange = reply is null ? Welcome(contents) : Exchange(asked, reply);
        return Html.Of($"""
            <main id="main" tabindex="-1">
            <div id="log" role="log" aria-label="{texts.Conversation}" tabindex="0">{exchange}</div>
            <form id="ask" role="search" action="/" autocomplete="off">
            <label class="hidden" for="q">{texts.Question}</label>
            <div class="line"><input id="q" name="q" maxlength="{Asked.MaxLineLength}" placeholder="{texts.Question}" enterkeyhint="search"
            autocapitalize="none" required autofocus><button>{texts.Ask}</button></div>
            <ul id="choices" role="listbox" aria-label="{texts.Question}" hidden></ul>
            </form>
            </main>
            """);
    }

    private Html Exchange(Asked asked, Reply reply)
    {
        var question = Html.If(asked.Line.Length > 0, () => Html.Of($"<h2 class=\"question\" dir=\"auto\">{asked.Line}</h2>"));
        var answer = new ReplyHtml(texts, IsPrivate(reply)).Write(WithoutEcho(reply, asked.Line));
        return Html.Of($"<article class=\"exchange\">{question}{answer}</article>");
    }

    /// <summary>The question stands above the reply: it need not be said again where others see the answer.</summary>
    private static Reply WithoutEcho(Reply reply, string line) =>
        reply.Blocks is [TextBlock { Subtle: true } first, ..] && first.Text == line ? reply with { Blocks = [.. reply.Blocks.Skip(1)] } : reply;

    /// <summary>Whether only this person sees a reply; nobody is told so where replies are neither public nor private.</summary>
    private bool IsPrivate(Reply reply) => asker.Visibility is { } visibility
        && (reply.Delivery == Delivery.Update ? visibility.OnPrivate : visibility.IsPrivate(reply.Private));

    private Html Welcome(LibraryContents? contents) => contents is null
        ? Html.Of($"<p class=\"welcome\">{texts.NotReady}</p>")
        : Html.If(
            contents.Examples.Count > 0,
            () => Html.Of($"<div class=\"welcome\"><p>{texts.Examples}</p><ul>{contents.Examples.Select(Example)}</ul></div>"));

    private static Html Example(string question) => Html.Of($"<li><a class=\"ask\" href=\"{Address.OfLine(question)}\">{question}</a></li>");
}
