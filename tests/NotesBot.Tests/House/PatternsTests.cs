using System.Reflection;
using System.Text.RegularExpressions;
using NotesBot.Notes;

namespace NotesBot.Tests.House;

/// <summary>What strangers wrote is read by regular expressions: none may try the same stretch in more ways than one.</summary>
public sealed class PatternsTests
{
    public static TheoryData<string, string> Patterns => [.. All(typeof(NotesFolder).Assembly)];

    [Theory, MemberData(nameof(Patterns))]
    public void GivenAPatternOfNotes_WhenARepeatedGroupHoldsARepeat_ThenItIsAtomic(string name, string pattern)
    {
        var nested = Pattern.NestedRepeats(pattern);

        Assert.True(nested.Count == 0, $"{name}: {string.Join("  ", nested)} can split one text in many ways; write (?>...) so that it tries one.");
    }

    [Theory]
    [InlineData("(a+)+b", 1)]
    [InlineData("(?>a+)+b", 0)]
    [InlineData(@"(\[[^)]*\]|x{2,})*", 1)]
    [InlineData("(a|[b(+]){1,40}", 0)]
    [InlineData(@"((\d+)\.)*", 1)]
    [InlineData("(a+){0,6}", 0)]
    public void GivenAPattern_WhenItsNestedRepeatsAreCounted_ThenThoseThatBacktrackAre(string pattern, int count) =>
        Assert.Equal(count, Pattern.NestedRepeats(pattern).Count);

    private static IEnumerable<TheoryDataRow<string, string>> All(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let regex = method.GetCustomAttribute<GeneratedRegexAttribute>()
        where regex is not null && !regex.Options.HasFlag(RegexOptions.NonBacktracking)
        select new TheoryDataRow<string, string>($"{type.Name}.{method.Name}", regex.Pattern);
}
