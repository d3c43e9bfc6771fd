
namespace NotesBot.Discord.Http;

/// <summary>A request to the endpoint, without the server that took it.</summary>
/// <param name="Signatures">All headers <c>X-Signature-Ed25519</c>: exactly one is right.</param>
/// <param name="Timestamps">All headers <c>X-Signature-Timestamp</c>: exactly one is right.</param>
/// <param name="Body">The body, byte for byte, at most <see cref="HttpInteractions.MaxBodyBytes"/>.</param>
public sealed record HttpInteraction(IReadOnlyList<string?> Signatures, IReadOnlyList<string?> Timestamps, ReadOnlyMemory<byte> Body);

/// <summary>What the server answers. Whatever happens, it then calls <see cref="CompleteAsync"/> once.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON (<c>application/json</c>), or nothing.</param>
public sealed record HttpInteractionAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    internal Func<bool, Task> Completion { get; init; } = _ => Task.CompletedTask;

    /// <summary>Does what comes after the answer, such as the edit that follows "thinking". Ends when all is sent.</summary>
    /// <param name="hasLeft">Whether the answer has left whole; if the caller hung up, there is nobody to say more to.</param>
    public Task CompleteAsync(bool hasLeft) => Completion(hasLeft);
}
