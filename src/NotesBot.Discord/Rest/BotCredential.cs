using System.Net.Http.Headers;
using NotesBot.Commands;

namespace NotesBot.Discord.Rest;

/// <summary>The bot's token, and whether Discord still takes it. Its text never shows the token. Safe from many threads.</summary>
/// <param name="token">The token; <see langword="null"/> where none is needed.</param>
internal sealed class BotCredential(string? token)
{
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The token for the gateway; empty without one.</summary>
    public string Token { get; } = token ?? "";

    /// <summary>What bot routes carry; <see langword="null"/> without a token.</summary>
    public AuthenticationHeaderValue? Header { get; } = token is null ? null : new("Bot", token);

    /// <summary>Whether Discord refused the token: then nothing more is asked with it.</summary>
    public bool IsRefused => _refused.Task.IsCompleted;

    /// <summary>Ends when Discord refuses the token.</summary>
    public Task Refused => _refused.Task;

    /// <summary>Discord refused the token.</summary>
    public void Refuse() => _refused.TrySetResult();

    /// <summary>The sentence for it.</summary>
    public static TransportStoppedException Stopped() =>
        new("Discord refuses the token: copy it again from the page Bot of your application into Discord__Token (or its file).");
}
