using System.Runtime.CompilerServices;

namespace NotesBot.Discord.Tests;

/// <summary>How long a test may wait for something: one that waits in vain fails, and does not hang.</summary>
internal static class TestLimit
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly ConditionalWeakTable<object, CancellationTokenSource> Limits = [];

    /// <summary>Cancelled when the test is, or has taken too long. The same token all through a test.</summary>
    public static CancellationToken Token => TestContext.Current is { Test: { } test, CancellationToken: var cancelled }
        ? Limits.GetValue(test, _ => Begin(cancelled)).Token
        : TestContext.Current.CancellationToken;

    private static CancellationTokenSource Begin(CancellationToken cancelled)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(Longest);
        return limit;
    }
}
