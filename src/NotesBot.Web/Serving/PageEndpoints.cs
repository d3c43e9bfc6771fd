using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NotesBot.Commands;
using NotesBot.Commands.Typing;
using NotesBot.Commands.Whole;
using NotesBot.Web.Assets;
using NotesBot.Web.Markup;
using NotesBot.Web.Pages;

namespace NotesBot.Web.Serving;

/// <summary>The pages that people look at, and what these load.</summary>
/// <param name="commands">What answers.</param>
/// <param name="context">The library.</param>
/// <param name="options">How the site is set up.</param>
internal sealed class PageEndpoints(CommandSet commands, CommandContext context, WebOptions options)
{
    private const int MaxTypedLength = 200;

    /// <summary>A picture is shown and nothing else: not as a page, and without anything in it.</summary>
    private const string PicturePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private readonly WholeNotes _notes = new(context);

    /// <summary>Adds them.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", AskAsync).ExcludeFromDescription();
        routes.MapGet("/complete", Complete).ExcludeFromDescription();
        routes.MapGet("/notes/{**path}", NoteAsync).ExcludeFromDescription();
        routes.MapGet("/pictures/{passage}", PictureAsync).ExcludeFromDescription();
        foreach (var asset in Asset.All)
        {
            routes.MapGet(asset.Path, asset.SendAsync).ExcludeFromDescription();
        }
    }

    private async Task AskAsync(HttpContext http)
    {
        var (locale, asked) = (Reader.LocaleOf(http), Asked.Of(http.Request.Query));
        var texts = PageTexts.For(locale);
        var asker = AskerOf(locale, asked.IsOnPrivate);
        var reply = await asked.AnswerAsync(commands, asker, http.RequestAborted);
        var contents = LibraryContents.Of(context, locale);
        await SendAsync(http, new Frame(options.Title, texts).Around(asked.Line, contents, new AskPage(texts, asker).Write(asked, reply, contents)));
    }

    /// <summary>What a line can become, best first.</summary>
    private Task Complete(HttpContext http)
    {
        var line = http.Request.Query["q"].ToString();
        var completion = new LineCompletion(commands, AskerOf(Reader.LocaleOf(http), isOnPrivate: false), []);
        var lines = line.Length > MaxTypedLength ? [] : completion.Complete(line);
        return http.Response.WriteAsJsonAsync([.. lines], CompletionJson.Readable.StringArray, contentType: null, http.RequestAborted);
    }

    private Task NoteAsync(HttpContext http)
    {
        var (locale, query) = (Reader.LocaleOf(http), http.Request.Query);
        var texts = PageTexts.For(locale);
        var path = http.Request.RouteValues["path"] as string ?? "";
        var page = _notes.Find(path, query["passage"], locale);
        var html = new NoteHtml(texts, MarkedIn(path, query));
        http.Response.StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        var main = page is null ? html.None() : html.Write(page);
        return SendAsync(http, new Frame(options.Title, texts).Around(page?.Title ?? "", LibraryContents.Of(context, locale), main));
    }

    private async Task PictureAsync(HttpContext http)
    {
        if (await _notes.ReadPictureAsync(http.Request.RouteValues["passage"] as string ?? "", http.RequestAborted) is not { } picture)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.Headers.ContentSecurityPolicy = PicturePolicy;
        http.Response.ContentType = picture.MediaType;
        http.Response.ContentLength = picture.Bytes.Length;
        await http.Response.Body.WriteAsync(picture.Bytes, http.RequestAborted);
    }

    private static NoteStretch? MarkedIn(string path, IQueryCollection query) =>
        query["passage"] is [{ } passage] && int.TryParse(query["from"], out var from) && int.TryParse(query["to"], out var to)
            ? new NoteStretch(path, passage, from, to)
            : null;

    /// <summary>On a page that only its owner reaches it is as on Discord; on one for all there is nobody to share with.</summary>
    private Asker AskerOf(string? locale, bool isOnPrivate) =>
        new(locale, IsOwner: !options.IsPublic, options.IsPublic ? null : new Visibility { OnPrivate = isOnPrivate });

    private static Task SendAsync(HttpContext http, Html page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page.Source, http.RequestAborted);
    }
}
