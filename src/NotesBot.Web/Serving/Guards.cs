using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using NotesBot.Web.Pages;

namespace NotesBot.Web.Serving;

/// <summary>What stands before every answer: headers that keep pages to themselves, whom the site answers, and how often.</summary>
internal static class Guards
{
    /// <summary>Nothing from elsewhere, nothing written in the page itself, and no page of others around it.</summary>
    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const int RequestsPerSecond = 60;
    private const int Burst = 180;

    /// <summary>Sets the headers.</summary>
    internal static Task Seal(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    }

    /// <summary>
    /// Refuses who reached this machine by another name: a page of strangers may give its own name the address of this machine, and would
    /// else read the notes.
    /// </summary>
    internal static Task OnlyHere(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    /// <summary>So many requests an address, as ASP.NET Core counts them.</summary>
    internal static void Limit(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
            RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, static _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = RequestsPerSecond / 4,
                ReplenishmentPeriod = TimeSpan.FromSeconds(0.25),
                QueueLimit = 0,
            }));
        options.OnRejected = static async (rejected, token) =>
        {
            var response = rejected.HttpContext.Response;
            response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(PageTexts.For(Reader.LocaleOf(rejected.HttpContext)).TooOften, token);
        };
    }
}
