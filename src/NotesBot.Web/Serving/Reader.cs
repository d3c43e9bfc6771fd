using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NotesBot.Web.Serving;

/// <summary>Who reads.</summary>
internal static class Reader
{
    private const int MaxLocaleLength = 20;

    /// <summary>The language that the browser asks for first; <see langword="null"/> for none.</summary>
    internal static string? LocaleOf(HttpContext context)
    {
        var wanted = StringWithQualityHeaderValue.TryParseList(context.Request.Headers.AcceptLanguage, out var all) ? all : [];
        var first = wanted.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.Value;
        return first is { Length: <= MaxLocaleLength } ? first : null;
    }
}
