using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>Boxes of MkDocs, whose text is indented: <c>!!! note "title"</c>, <c>??? tip</c>, <c>=== "Tab"</c>.</summary>
internal sealed partial class Admonitions : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed partial class Parser : BlockParser
    {
        private const int Indent = 4;

        internal Parser() => OpeningCharacters = ['!', '?', '='];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.IsCodeIndent ? "" : processor.Line.ToString();
            var match = line.Length == 0 ? Match.Empty : Head().Match(line);
            if (!match.Success)
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new TitledBlock(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
                Kind = match.Groups["kind"].Value,
                Title = match.Groups["title"].Success ? match.Groups["title"].Value : null,
            });
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (processor.IsBlankLine)
            {
                return BlockState.Continue;
            }

            if (processor.Indent < Indent)
            {
                return BlockState.None;
            }

            processor.GoToColumn(processor.ColumnBeforeIndent + Indent);
            return BlockState.Continue;
        }

        [GeneratedRegex("""
            ^((!!!|\?\?\?\+?)\s+(?<kind>[\w-]+)(?>\s+[\w-]+)*(?>\s*)("(?<title>.*)")?|===[!+]?\s+"(?<title>.+)")\s*$
            """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
        private static partial Regex Head();
    }
}
