using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Http;

/// <summary>The first response as the body of the answer to Discord's request: nothing goes out by the callback route.</summary>
internal sealed class HttpFirstResponse : IFirstResponse
{
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> _body = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _hasLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The response, once there is one.</summary>
    internal Task<ReadOnlyMemory<byte>> Body => _body.Task;

    /// <inheritdoc/>
    public bool IsConfirmed => false;

    /// <summary>Ends when the response has left or the caller is gone: only then may an edit follow.</summary>
    public async Task<RestResult> RespondAsync(InteractionTarget target, MessageBody body, CancellationToken cancellationToken) =>
        !_body.TrySetResult(body.Json) ? new RestResult(RestOutcome.AlreadyAcknowledged)
        : await _hasLeft.Task.WaitAsync(cancellationToken) ? new RestResult(RestOutcome.Done)
        : new RestResult(RestOutcome.Gone);

    /// <summary>Says whether the response has left.</summary>
    internal void Complete(bool hasLeft) => _hasLeft.TrySetResult(hasLeft);
}
