using NotesBot.Discord.Http;

namespace NotesBot.Hosting;

/// <summary>One interaction as a request of Discord's: its bytes in, the answer out, then the work that follows.</summary>
internal sealed class InteractionRequest(HttpContext context, HttpInteractions interactions)
{
    private static readonly TimeSpan MaxBody = TimeSpan.FromSeconds(5);

    /// <summary>Ends when the answer has left and what follows it is sent.</summary>
    public async Task AnswerAsync(CancellationToken abandoning)
    {
        var (body, status) = await ReadBodyAsync();
        if (body is null)
        {
            context.Response.StatusCode = status;
            return;
        }

        var headers = context.Request.Headers;
        var request = new HttpInteraction(headers["X-Signature-Ed25519"], headers["X-Signature-Timestamp"], body);
        var answer = await interactions.AnswerAsync(request, abandoning);
        await answer.CompleteAsync(await WriteAsync(answer));
    }

    /// <summary>The body, or the status that says why there is none.</summary>
    private async Task<(byte[]? Body, int Status)> ReadBodyAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(MaxBody);
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, patience.Token);
            return (body.ToArray(), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Too slow, or gone.
            return (null, StatusCodes.Status408RequestTimeout);
        }
    }

    /// <summary>Whether the answer left whole: only then may an edit follow it.</summary>
    private async Task<bool> WriteAsync(HttpInteractionAnswer answer)
    {
        try
        {
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.Body.Length > 0 ? "application/json" : null;
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
            await context.Response.CompleteAsync();
            return !context.RequestAborted.IsCancellationRequested;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
