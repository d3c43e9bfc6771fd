using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>Code between tags of Liquid or Hugo: <c>{% highlight python %}</c>, <c>{{&lt; highlight go &gt;}}</c>.</summary>
internal sealed partial class TemplateCode : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed partial class Parser : BlockParser
    {
        internal Parser() => OpeningCharacters = ['{'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var open = processor.IsCodeIndent ? Match.Empty : Open().Match(processor.Line.ToString());
            if (!open.Success || !Dialect.Of(processor.Context).Ahead.Behind(processor.Line.Text, processor.Line.End + 1).Holds(Close()))
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new FencedCodeBlock(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
                Info = open.Groups["language"].Value,
            });
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            block.UpdateSpanEnd(processor.Line.End);
            if (Close().IsMatch(processor.Line.ToString()))
            {
                return BlockState.BreakDiscard;
            }

            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }

        [GeneratedRegex(@"^(\{%-?|\{\{[<%])\s*highlight\s+[""']?(?<language>[\w+#-]+).*[%>]\}", RegexOptions.ExplicitCapture)]
        private static partial Regex Open();

        [GeneratedRegex(@"\{%-?\s*endhighlight|\{\{[<%]\s*/\s*highlight")]
        private static partial Regex Close();
    }
}
