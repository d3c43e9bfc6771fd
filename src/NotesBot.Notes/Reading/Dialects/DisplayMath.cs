using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>
/// Display formulas, wherever their dollars or brackets stand: <c>$$</c>, <c>\[</c>, <c>\begin{align}</c>. A formula ends where it is closed,
/// whatever stands behind that (a label, a full stop); one that is never closed ends at the next blank line or heading, so that it swallows nothing.
/// </summary>
internal sealed partial class DisplayMath : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.TryRemove<MathBlockParser>();
        pipeline.BlockParsers.Insert(0, new Parser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed partial class Parser : BlockParser
    {
        private const int MaxLength = 20_000;

        internal Parser() => OpeningCharacters = ['$', '\\'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (processor.IsCodeIndent || Open().Match(line.ToString()) is not { Success: true } open)
            {
                return BlockState.None;
            }

            var rest = line.Text.AsSpan(line.Start, Math.Min(MaxLength, line.Text.Length - line.Start));
            var close = CloseOf(open);
            var isClosed = LengthOf(rest, open.Length, close) is { } length && IsWhole(rest[..length]);
            if (open.Groups["inline"].Success ? !isClosed || !EndsLine(rest, open.Length, close) : !isClosed && !open.Groups["bare"].Success)
            {
                return BlockState.None;
            }

            var block = new FormulaBlock(this, isClosed ? close : "") { Column = processor.Column, Span = new SourceSpan(processor.Start, line.End) };
            processor.NewBlocks.Push(block);
            line.Start += close[0] == '\\' && close.Length > 2 ? 0 : 2;
            return Append(processor, block, line);
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var formula = (FormulaBlock)block;
            if (formula.Close.Length == 0 && (processor.IsBlankLine || Heading().IsMatch(processor.Line.ToString())))
            {
                return processor.IsBlankLine ? BlockState.Break : BlockState.None;
            }

            block.UpdateSpanEnd(processor.Line.End);
            return Append(processor, formula, processor.Line);
        }

        private static string CloseOf(Match open) => open.Groups["name"].Success ? $"\\end{{{open.Groups["name"].Value}}}" : open.Value[0] == '$' ? "$$" : @"\]";

        private static BlockState Append(BlockProcessor processor, FormulaBlock block, StringSlice line)
        {
            var end = block.Close.Length == 0 ? -1 : line.AsSpan().IndexOf(block.Close, StringComparison.Ordinal);
            if (end >= 0)
            {
                var kept = block.Close.Length > 2 ? end + block.Close.Length : end;
                block.Behind = line.AsSpan()[(end + block.Close.Length)..].ToString();
                line.End = line.Start + kept - 1;
            }

            block.AppendLine(ref line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, processor.TrackTrivia);
            return end < 0 ? BlockState.ContinueDiscard : BlockState.BreakDiscard;
        }

        /// <summary>How far the text reaches up to its end; <see langword="null"/> when there is none.</summary>
        private static int? LengthOf(ReadOnlySpan<char> rest, int open, string close)
        {
            var end = rest[open..].IndexOf(close, StringComparison.Ordinal);
            return end < 0 ? null : open + end + close.Length;
        }

        /// <summary>No heading stands in a formula, and no sentence after a blank line: then its end belongs to another one.</summary>
        private static bool IsWhole(ReadOnlySpan<char> formula) => !HeadingInside().IsMatch(formula) && !SentenceInside().IsMatch(formula);

        /// <summary>A formula that begins and ends in lines with other text is one of a sentence.</summary>
        private static bool EndsLine(ReadOnlySpan<char> rest, int open, string close)
        {
            var behind = rest[LengthOf(rest, open, close)!.Value..];
            var end = behind.IndexOfAny('\r', '\n');
            return Label().IsMatch(end < 0 ? behind : behind[..end]);
        }

        [GeneratedRegex(@"^(\$\$(?<bare>[ \t]*$)|\\\[(?<bare>[ \t]*$)|\$\$(?=(?<inline>[^$]))|\\\[(?=(?<inline>.))|\\begin\{(?<name>(equation|align|gather|multline|eqnarray|math|displaymath|alignat|flalign|split|aligned)\*?)\}(?<bare>.|$))", RegexOptions.ExplicitCapture)]
        private static partial Regex Open();

        [GeneratedRegex(@"^#{1,6}\s")]
        private static partial Regex Heading();

        [GeneratedRegex(@"\n[ >]{0,6}#{1,6} ")]
        private static partial Regex HeadingInside();

        /// <summary>Six words in a row.</summary>
        [GeneratedRegex(@"\n[ \t>]*\r?\n[^\n]*?(\b\p{L}{2,}[,;]?\s+){5}\p{L}{2,}", RegexOptions.ExplicitCapture)]
        private static partial Regex SentenceInside();

        /// <summary>What may stand behind a formula: its label or number, and a stop.</summary>
        [GeneratedRegex(@"^\s*(\(\s*[\w:.-]+\s*\)|\{[^{}]*\}|\\tag\{[^{}]*\}|\^[\w-]+)?[\s.,;:]*$", RegexOptions.ExplicitCapture)]
        internal static partial Regex Label();
    }

    /// <summary>Whether words stand behind a formula on its last line, and no label.</summary>
    internal static bool HasWords(string behind) => !Parser.Label().IsMatch(behind);
}

/// <summary>A display formula.</summary>
/// <param name="parser">Its parser.</param>
/// <param name="close">What closes it; empty when nothing does.</param>
internal sealed class FormulaBlock(BlockParser parser, string close) : LeafBlock(parser)
{
    /// <summary>What closes it.</summary>
    internal string Close => close;

    /// <summary>What stands behind it on its last line.</summary>
    internal string Behind { get; set; } = "";
}
