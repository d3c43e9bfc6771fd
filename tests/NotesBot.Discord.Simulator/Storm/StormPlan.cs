namespace NotesBot.Discord.Simulator.Storm;

/// <summary>What a storm is like.</summary>
/// <param name="Length">How long people ask.</param>
/// <param name="Seed">What all chance comes from.</param>
public sealed record StormPlan(TimeSpan Length, int Seed)
{
    /// <summary>Interactions in a second.</summary>
    public int Rate { get; init; } = 20;

    /// <summary>How many different people ask.</summary>
    public int People { get; init; } = 10_000;

    /// <summary>Whether anything goes wrong.</summary>
    public bool HasFaults { get; init; } = true;

    /// <summary>What people type where a text is wanted.</summary>
    public IReadOnlyList<string> Texts { get; init; } =
    [
        "data drift", "canary deployment", "canry deployment", "what is concept drift?", "drift", "model", "d", "ML",
        "human level performance", "how do I deploy a model without breaking it", "zebra crossing",
        "@everyone [free](https://example.org) ```", "Was ist Drift?", "ä",
    ];
}

/// <summary>What a storm did.</summary>
/// <param name="Figures">All of it, as lines for a person.</param>
/// <param name="Unexplained">Interactions that nothing explains the loss of.</param>
/// <param name="Violations">Rules that the bot broke.</param>
public sealed record StormReport(string Figures, IReadOnlyList<string> Unexplained, IReadOnlyList<string> Violations)
{
    /// <summary>Whether each interaction was answered or Discord was away, and no rule was broken.</summary>
    public bool IsGood => Unexplained.Count == 0 && Violations.Count == 0;

    /// <inheritdoc/>
    public override string ToString() => $"""
        {Figures}
        violations: {Violations.Count} {string.Join("; ", Violations.Take(10))}
        """;
}
