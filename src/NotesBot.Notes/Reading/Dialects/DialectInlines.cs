using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>What generators and plug-ins write in the middle of a line: each sign that begins something has a file of rules.</summary>
internal sealed class DialectInlines : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        Insert(pipeline, "{", Braces.Match);
        Insert(pipeline, "\\", Backslashes.Match);
        Insert(pipeline, "<", Components.Match);
        Insert(pipeline, "[", Brackets.Match);
        Insert(pipeline, "%^~@:(", Signs.Match);
        Insert(pipeline, "]}+=", Planned);
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Insert(MarkdownPipelineBuilder pipeline, string signs, Rule rule) => pipeline.InlineParsers.Insert(0, new Parser(signs, rule));

    private static InlineFinding? Planned(string text, int at, int end, Dialect dialect) =>
        dialect.PlannedAt(text, at) is { } plan ? new InlineFinding(plan.Length, plan.Instead) : null;

    private delegate InlineFinding? Rule(string text, int at, int end, Dialect dialect);

    private sealed class Parser : InlineParser
    {
        /// <summary>The longest construct inside a line, in UTF-16 units: what is never closed is looked for no further, else each sign costs the whole text.</summary>
        private const int MaxLength = 5_000;

        private readonly Rule _rule;

        internal Parser(string signs, Rule rule) => (OpeningCharacters, _rule) = ([.. signs], rule);

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var end = Math.Min(slice.End + 1, slice.Start + MaxLength);
            if (_rule(slice.Text, slice.Start, end, Dialect.Of(processor.Context)) is not { } found)
            {
                return false;
            }

            processor.Inline = InlineOf(found);
            slice.Start += found.Length;
            return true;
        }

        private static Inline InlineOf(InlineFinding found)
        {
            if (found.Target is { } target)
            {
                var link = new LinkInline(target, "") { IsClosed = true };
                link.AppendChild(new LiteralInline(found.Text ?? ""));
                return link;
            }

            return found.IsFormula ? new Markdig.Extensions.Mathematics.MathInline { Delimiter = '$', DelimiterCount = 1, Content = new StringSlice(found.Text ?? "") }
                : found.Text is { } text ? new LiteralInline(text)
                : new HiddenInline(found.Kind);
        }
    }
}

/// <summary>What a rule found at a place.</summary>
/// <param name="Length">How much of the text it is, from 1.</param>
/// <param name="Text">What is read in its place; <see langword="null"/> for nothing.</param>
internal sealed record InlineFinding(int Length, string? Text = null)
{
    /// <summary>Whether the text is a formula.</summary>
    internal bool IsFormula { get; init; }

    /// <summary>Where it leads; <see langword="null"/> when it is no link.</summary>
    internal string? Target { get; init; }

    /// <summary>As what it is counted when it is hidden; <see langword="null"/> for not at all.</summary>
    internal LeftOutKind? Kind { get; init; }
}
