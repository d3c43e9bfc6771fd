namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Something in a body that is against a rule.</summary>
/// <param name="Path">Where, as in <c>data.components.0.label</c>.</param>
/// <param name="Code">Discord's leaf code, as in <c>BASE_TYPE_REQUIRED</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Rule">Which rule.</param>
public sealed record Finding(string Path, string Code, string Message, Rule Rule)
{
    /// <summary>Whether Discord (or our stricter stand-in) refuses the request; else it goes through and is only noted.</summary>
    public bool Refuses { get; init; } = true;

    /// <summary>Code of the error body.</summary>
    public int ApiCode { get; init; } = 50035;

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; init; } = 400;
}

/// <summary>A place in a body while it is looked through: where, under which rule, and where to say what is wrong.</summary>
internal readonly record struct Spot(string Path, Rule Rule, List<Finding> Found)
{
    public Spot In(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

    public Spot In(int index) => In(index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Spot Under(Rule? rule) => rule is null ? this : this with { Rule = rule };

    public Spot Under(string id, string page) => this with { Rule = new Rule(id, page) };

    public void Say(string code, string message) => Found.Add(new Finding(Path, code, message, Rule));

    public void Note(string message) => Found.Add(new Finding(Path, "NOTED", message, Rule) { Refuses = false });
}
