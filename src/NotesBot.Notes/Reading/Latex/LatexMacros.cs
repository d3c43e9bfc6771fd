using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Reading.Latex;

/// <summary>The macros and theorems that a file defines. Macros are put in place of their names before anything is read.</summary>
internal sealed partial class LatexMacros
{
    private const int MaxDepth = 8;
    private const int MaxSteps = 20_000;
    private const int MaxLength = 4_000_000;

    private readonly Dictionary<string, (int Arguments, string? Default, string Body)> _macros = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _theorems = new(StringComparer.Ordinal)
    {
        ["theorem"] = "Theorem",
        ["thm"] = "Theorem",
        ["lemma"] = "Lemma",
        ["corollary"] = "Corollary",
        ["proposition"] = "Proposition",
        ["definition"] = "Definition",
        ["defn"] = "Definition",
        ["example"] = "Example",
        ["remark"] = "Remark",
        ["exercise"] = "Exercise",
        ["claim"] = "Claim",
        ["proof"] = "Proof",
        ["solution"] = "Solution",
        ["satz"] = "Satz",
        ["beispiel"] = "Beispiel",
        ["block"] = "",
        ["alertblock"] = "",
        ["exampleblock"] = "",
    };

    private int _steps;
    private long _length;

    /// <summary>What an environment is called where it is a theorem or the like; <see langword="null"/> for others.</summary>
    internal string? TheoremOf(string environment) => _theorems.GetValueOrDefault(environment);

    /// <summary>Learns the definitions of a text and takes them out of it; the lines stay where they are.</summary>
    internal string Learn(string tex)
    {
        var text = new StringBuilder(tex.Length);
        var from = 0;
        for (var match = Definition().Match(tex); match.Success; match = Definition().Match(tex, Math.Max(from, match.Index + 1)))
        {
            var end = match.Groups["theorem"].Success ? LearnTheorem(tex, match) : LearnMacro(tex, match);
            text.Append(tex, from, match.Index - from).Append('\n', tex.AsSpan(match.Index, end - match.Index).Count('\n'));
            from = end;
        }

        return text.Append(tex, from, tex.Length - from).ToString();
    }

    /// <summary>The text with each macro's body in its place.</summary>
    /// <exception cref="UnreadableNoteException">Macros that use one another make too much of it.</exception>
    internal string Expand(string tex) => _macros.Count == 0 ? tex : Expand(tex, 0);

    private string Expand(string tex, int depth)
    {
        var text = new StringBuilder(tex.Length);
        var from = 0;
        for (var at = tex.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at < tex.Length; at = from >= tex.Length ? -1 : tex.IndexOf('\\', from))
        {
            var (name, end) = LatexScan.Name(tex, at);
            text.Append(tex, from, at - from);
            if (_macros.TryGetValue(name, out var macro) && depth < MaxDepth)
            {
                text.Append(Expand(Filled(macro, tex, ref end), depth + 1));
            }
            else
            {
                text.Append(tex, at, end - at);
            }

            from = end;
            Count(text.Length);
        }

        return text.Append(tex, from, tex.Length - from).ToString();
    }

    /// <summary>A macro's body with its arguments, on one line; lines that the arguments took follow.</summary>
    private string Filled((int Arguments, string? Default, string Body) macro, string tex, ref int end)
    {
        var start = end;
        var values = new List<string>();
        if (macro.Default is not null)
        {
            (var option, end) = LatexScan.Option(tex, end);
            values.Add(option ?? macro.Default);
        }

        while (values.Count < macro.Arguments)
        {
            (var value, end) = LatexScan.Group(tex, end);
            values.Add(value);
        }

        var body = macro.Body;
        for (var number = values.Count; number > 0; number--)
        {
            body = body.Replace("#" + number.ToString(CultureInfo.InvariantCulture), values[number - 1].ReplaceLineEndings(" "), StringComparison.Ordinal);
            Count(body.Length);
        }

        return body + new string('\n', tex.AsSpan(start, end - start).Count('\n'));
    }

    private void Count(int length)
    {
        _length = Math.Max(_length, length);
        if (++_steps > MaxSteps * 10 || _length > MaxLength)
        {
            throw new UnreadableNoteException("Its macros make too much of it to be read.");
        }
    }

    private int LearnTheorem(string tex, Match match)
    {
        var (name, end) = LatexScan.Group(tex, match.Index + match.Length);
        (_, end) = LatexScan.Option(tex, end);
        (var title, end) = LatexScan.Group(tex, end);
        (_, end) = LatexScan.Option(tex, end);
        _theorems[name] = title;
        return end;
    }

    private int LearnMacro(string tex, Match match)
    {
        var end = match.Index + match.Length;
        (var counted, end) = LatexScan.Option(tex, end);
        (var optional, end) = counted is null ? (null, end) : LatexScan.Option(tex, end);
        var arguments = match.Groups["places"].Captures.Count;
        (var body, end) = LatexScan.Group(tex, end);
        _ = int.TryParse(counted, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        var isOperator = match.Value.Contains("MathOperator", StringComparison.Ordinal);
        _macros[match.Groups["name"].Value] = (Math.Clamp(Math.Max(count, arguments), 0, 9), optional, isOperator ? $"\\operatorname{{{body}}}" : body.ReplaceLineEndings(" "));
        return end;
    }

    [GeneratedRegex(@"\\((?<theorem>newtheorem)\*?|((re|provide)?newcommand|providecommand|DeclareMathOperator|DeclareRobustCommand)\*?\s*\{?\s*\\(?<name>[A-Za-z]+)\s*\}?|(def|gdef)\s*\\(?<name>[A-Za-z]+)(?<places>#\d)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();
}
