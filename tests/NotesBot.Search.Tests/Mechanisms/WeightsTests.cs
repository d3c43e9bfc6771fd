using System.Reflection;

namespace NotesBot.Search.Tests.Mechanisms;

/// <summary>Holds that each weight is seen: with any of them broken, a case of this folder fails.</summary>
public sealed class WeightsTests
{
    private static readonly Type[] Cases =
        [typeof(MeaningCases), typeof(RankingCases), typeof(SnippetCases), typeof(AnswerCases), typeof(SentenceCases)];

    /// <summary>The cases that most likely see a weight of a step are tried first.</summary>
    private static readonly Dictionary<string, Type> First = new()
    {
        [nameof(Weights.Ranking)] = typeof(RankingCases),
        [nameof(Weights.Order)] = typeof(RankingCases),
        [nameof(Weights.Sentences)] = typeof(SentenceCases),
        [nameof(Weights.Snippets)] = typeof(SnippetCases),
        [nameof(Weights.Evidence)] = typeof(AnswerCases),
        [nameof(Weights.Answers)] = typeof(AnswerCases),
    };

    public static TheoryData<string, string> Mutants => [.. Weighed().SelectMany(weight => Mutations(weight).Select(how => (weight.Name, how)))];

    [Theory]
    [MemberData(nameof(Mutants))]
    public void GivenAWeight_WhenItIsBroken_ThenACaseFails(string weight, string how)
    {
        var broken = Weighed().Single(one => one.Name == weight).Broken(how);

        SmallLibrary.With(broken, () => Assert.True(AnyCaseFails(weight.Split('.')[0]), $"No case sees {weight} {how}."));
    }

    private static bool AnyCaseFails(string step) => Cases.OrderByDescending(type => First.GetValueOrDefault(step) == type)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(Runs).Any(Fails);

    private static IEnumerable<Action> Runs(MethodInfo method)
    {
        var rows = method.GetCustomAttributes<InlineDataAttribute>().Select(row => row.Data).DefaultIfEmpty([]);
        return rows.Select(row => (Action)(() => method.Invoke(Activator.CreateInstance(method.DeclaringType!), row)));
    }

    private static bool Fails(Action run)
    {
        try
        {
            run();
            return false;
        }
        catch (TargetInvocationException)
        {
            return true;
        }
    }

    private static IEnumerable<string> Mutations(Weight weight)
    {
        yield return "left out";
        if (weight.Doubled != weight.Value)
        {
            yield return "doubled";
        }
    }

    private static IEnumerable<Weight> Weighed() =>
        from step in typeof(Weights).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        from weight in step.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where weight.GetCustomAttribute<RangeAttribute>() is not null
        select new Weight(step, weight);

    private sealed record Weight(PropertyInfo Step, PropertyInfo Property)
    {
        internal string Name => $"{Step.Name}.{Property.Name}";

        internal double Value => Convert.ToDouble(Property.GetValue(Step.GetValue(Weights.Standard)), null);

        internal double Doubled => Math.Clamp(2 * Value, Range.Least, Range.Most);

        private RangeAttribute Range => Property.GetCustomAttribute<RangeAttribute>()!;

        internal Weights Broken(string how)
        {
            var value = how == "doubled" ? Doubled : Range.LeftOut;
            var step = Copy(Step.GetValue(Weights.Standard)!);
            Property.SetValue(step, Convert.ChangeType(value, Property.PropertyType, null));
            var all = (Weights)Copy(Weights.Standard);
            Step.SetValue(all, step);
            return all;
        }

        private static object Copy(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;
    }
}
