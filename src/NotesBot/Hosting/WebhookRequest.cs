using Microsoft.AspNetCore.Http.Features;

namespace NotesBot.Hosting;

/// <summary>A git host says that the notes have changed. It is answered at once; what follows is the business of who watches the source.</summary>
internal sealed class WebhookRequest(HttpContext context, WebhookSecret secret, Action nudge)
{
    /// <summary>Where it is sent.</summary>
    internal const string Path = "/hooks/notes";

    // GitHub sends no larger ones. The body is hashed as it arrives and not kept.
    private const long MaxBodyBytes = 25 << 20;
    private static readonly TimeSpan MaxBody = TimeSpan.FromSeconds(10);

    /// <summary>Ends when the answer is decided.</summary>
    public async Task AnswerAsync()
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Post;
            return;
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBodyBytes;
        context.Response.StatusCode = await StatusAsync();
        if (context.Response.StatusCode == StatusCodes.Status202Accepted)
        {
            nudge();
        }
    }

    private async Task<int> StatusAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(MaxBody);
        try
        {
            return await IsProvenAsync(patience.Token) ? StatusCodes.Status202Accepted : StatusCodes.Status401Unauthorized;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Too slow, or gone.
            return StatusCodes.Status408RequestTimeout;
        }
    }

    private async Task<bool> IsProvenAsync(CancellationToken cancellationToken) =>
        secret.IsToken(Header("X-Gitlab-Token"))
        || await secret.SignedAsync(Header("X-Hub-Signature-256") ?? Header("X-Hub-Signature"), context.Request.Body, cancellationToken);

    /// <summary>A header that is there once.</summary>
    private string? Header(string name) => context.Request.Headers[name] is { Count: 1 } values ? values[0] : null;
}
