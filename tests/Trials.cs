namespace NotesBot.Tests;

/// <summary>
/// How often a property is tried: few times in <c>dotnet test</c>, many where <c>NOTESBOT_TRIALS</c> is <c>long</c>, as it is in
/// <c>.ci/run</c>.
/// </summary>
internal static class Trials
{
    internal static int Of(int few, int many) => Environment.GetEnvironmentVariable("NOTESBOT_TRIALS") == "long" ? many : few;
}
