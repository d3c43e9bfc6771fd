namespace NotesBot.Crash;

/// <summary>What a trial showed.</summary>
/// <param name="Summary">One line with its counts.</param>
/// <param name="Faults">What should not have happened, a sentence each.</param>
internal sealed record Report(string Summary, List<string> Faults);
