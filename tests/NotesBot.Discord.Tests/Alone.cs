namespace NotesBot.Discord.Tests;

/// <summary>
/// Tests that look at the memory of the whole process, or that drive a clock against a server's sockets: others beside them would change
/// what they see.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
