using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>Takes hidden lines out of the text: see <see cref="HiddenLines"/>.</summary>
internal sealed class HiddenBlocks : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Parser : BlockParser
    {
        private const string Marks = "%{<:(+-[*#";

        internal Parser() => OpeningCharacters = [.. Marks, .. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (processor.IsCodeIndent || !MayBe(line.AsSpan()))
            {
                return BlockState.None;
            }

            var text = line.ToString();
            if ((processor.CurrentBlock is ParagraphBlock paragraph && GoesOn(paragraph, text))
                || Match(text, line, Dialect.Of(processor.Context)) is not { } what)
            {
                return BlockState.None;
            }

            var block = new HiddenBlock(this, what) { Column = processor.Column, Span = new SourceSpan(processor.Start, line.End) };
            block.Source.Append(text);
            processor.NewBlocks.Push(block);
            return what.End == HiddenEnd.Line ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var hidden = (HiddenBlock)block;
            var line = processor.Line.AsSpan();
            if (processor.IsBlankLine && hidden.What.End is HiddenEnd.Blank or HiddenEnd.Ends)
            {
                return processor.IsBlankLine ? BlockState.Break : BlockState.ContinueDiscard;
            }

            if (hidden.What.End == HiddenEnd.Slide && line.TrimEnd() is "---")
            {
                if (hidden.IsPastHeader)
                {
                    return BlockState.None;
                }

                hidden.IsPastHeader = true;
            }

            hidden.UpdateSpanEnd(processor.Line.End);
            hidden.Source.Append(' ').Append(line);
            return IsEnd(line, hidden.What) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        /// <summary>Dashes below a paragraph underline it, and a sign of per cent behind a number belongs to that.</summary>
        private static bool GoesOn(ParagraphBlock paragraph, string line) =>
            line[0] == '-' || (line[0] == '%' && paragraph.Lines.ToString().TrimEnd() is [.., var last] && char.IsDigit(last));

        private static Hidden? Match(string text, StringSlice line, Dialect dialect) =>
            HiddenLines.Match(text, dialect.Ahead.Behind(line.Text, line.End + 1), dialect);

        private static bool IsEnd(ReadOnlySpan<char> line, Hidden what) => what.End switch
        {
            HiddenEnd.Holds => line.Contains(what.Mark, StringComparison.Ordinal),
            HiddenEnd.Begins => line.TrimStart().StartsWith(what.Mark, StringComparison.OrdinalIgnoreCase),
            HiddenEnd.Ends => line.TrimEnd().EndsWith(what.Mark, StringComparison.Ordinal),
            _ => false,
        };

        /// <summary>Most lines begin with a letter and are text.</summary>
        private static bool MayBe(ReadOnlySpan<char> line) => Marks.Contains(line[0], StringComparison.Ordinal)
            ? line[0] != '-' || line.TrimEnd() is "---" || line.StartsWith("--8<--")
            : line.StartsWith("import ") || line.StartsWith("export ") || line.Contains("::", StringComparison.Ordinal)
                || line.StartsWith("SCHEDULED:") || line.StartsWith("DEADLINE:");
    }
}
