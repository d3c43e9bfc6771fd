using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading;

/// <summary>
/// Formulas between double dollars that begin on the line of their dollars, as editors for mathematics write them. Without it they are read
/// as sentences, and each <c>\\</c> in them loses a stroke.
/// </summary>
internal sealed class DisplayMath : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Parser : BlockParser
    {
        private const string Dollars = "$$";

        internal Parser() => OpeningCharacters = ['$'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || !IsFormula(processor.Line))
            {
                return BlockState.None;
            }

            var line = processor.Line;
            var block = new MathBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, line.End) };
            line.Start += Dollars.Length;
            processor.NewBlocks.Push(block);
            return Append(processor, block, line);
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (processor.IsBlankLine)
            {
                return BlockState.Break;
            }

            block.UpdateSpanEnd(processor.Line.End);
            return Append(processor, (MathBlock)block, processor.Line);
        }

        private static BlockState Append(BlockProcessor processor, MathBlock block, StringSlice line)
        {
            var end = line.AsSpan().IndexOf(Dollars, StringComparison.Ordinal);
            line.End = end < 0 ? line.End : line.Start + end - 1;
            block.AppendLine(ref line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, processor.TrackTrivia);
            return end < 0 ? BlockState.ContinueDiscard : BlockState.BreakDiscard;
        }

        /// <summary>Whether dollars close the formula at the end of a line, before the paragraph ends. Dollars alone on a line are a fence.</summary>
        private static bool IsFormula(StringSlice line)
        {
            var rest = line.Text.AsSpan(line.Start);
            if (!rest.StartsWith(Dollars, StringComparison.Ordinal) || line.AsSpan()[Dollars.Length..].IsWhiteSpace())
            {
                return false;
            }

            var close = rest[Dollars.Length..].IndexOf(Dollars, StringComparison.Ordinal) + Dollars.Length;
            var gap = rest.IndexOf("\n\n", StringComparison.Ordinal);
            return close > Dollars.Length && (gap < 0 || close < gap) && EndsLine(rest[(close + Dollars.Length)..]);
        }

        private static bool EndsLine(ReadOnlySpan<char> rest)
        {
            var end = rest.IndexOfAny('\r', '\n');
            return (end < 0 ? rest : rest[..end]).Trim(" \t.,;").IsEmpty;
        }
    }
}
