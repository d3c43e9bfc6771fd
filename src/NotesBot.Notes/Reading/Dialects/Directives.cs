using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NotesBot.Notes.Reading.Dialects;

/// <summary>
/// Boxes between fences: <c>:::note</c>, <c>::: {.callout-tip}</c>, <c>:::{warning} title</c>, and a code fence whose name in braces is that of
/// a box. Fences of colons close the innermost box that they are wide enough for, as Pandoc has it.
/// </summary>
internal sealed partial class Directives : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed partial class Parser : BlockParser
    {
        private const int MaxDepth = 60;

        internal Parser() => OpeningCharacters = [':', '`', '~'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.ToString();
            var width = line.TakeWhile(letter => letter == line[0]).Count();
            var info = line[width..].Trim();
            if (processor.IsCodeIndent || width < 3 || info.Contains('`', StringComparison.Ordinal) || IsDeep(processor.CurrentContainer))
            {
                return BlockState.None;
            }

            if (line[0] == ':' && info.Length == 0)
            {
                processor.NewBlocks.Push(new HiddenBlock(this, new Hidden(HiddenEnd.Line)) { Span = new SourceSpan(processor.Start, processor.Line.End) });
                return BlockState.BreakDiscard;
            }

            if (HeadOf(info, line[0]) is not { } head)
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new TitledBlock(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
                Kind = head.Kind,
                Title = head.Title,
                Fence = line[0],
                Width = width,
                Options = head.HasOptions ? DirectiveOptions.Fields : DirectiveOptions.None,
            });
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var box = (TitledBlock)block;
            var line = processor.Line.ToString().TrimEnd();
            if (!processor.IsCodeIndent && IsFence(line, box) && !HasOpenInside(box, line.Length))
            {
                box.UpdateSpanEnd(processor.Line.End);
                return BlockState.BreakDiscard;
            }

            if (box.Options != DirectiveOptions.None && TakesOption(line, box))
            {
                return BlockState.ContinueDiscard;
            }

            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }

        public override bool Close(BlockProcessor processor, Block block)
        {
            if (block is TitledBlock box)
            {
                box.IsClosed = true;
            }

            return true;
        }

        private static bool IsFence(string line, TitledBlock box) => line.Length >= box.Width && line.All(letter => letter == box.Fence);

        /// <summary>Each line is shown to all boxes that are open: beyond some depth none opens any more, and its fence is text.</summary>
        private static bool IsDeep(ContainerBlock? container)
        {
            var depth = 0;
            for (var block = container; block is not null && depth <= MaxDepth; block = block.Parent)
            {
                depth += block is TitledBlock ? 1 : 0;
            }

            return depth > MaxDepth;
        }

        /// <summary>Whether a box further inside is closed by the same fence.</summary>
        private static bool HasOpenInside(TitledBlock box, int width)
        {
            var at = box.Fence == ':' ? box.LastChild : null;
            while (at is ContainerBlock container)
            {
                if (container is TitledBlock { Fence: ':' } inner && inner.Width <= width && !inner.IsClosed)
                {
                    return true;
                }

                at = container.LastChild;
            }

            return false;
        }

        /// <summary>Takes a line of options; the first other line ends them.</summary>
        private static bool TakesOption(string line, TitledBlock box)
        {
            var option = Option().Match(line.TrimStart());
            var isDashes = line.Trim() == "---";
            if (option.Success && option.Groups["name"].Value is "title" or "header" or "caption")
            {
                box.Title ??= option.Groups["value"].Value.Trim('"', '\'');
            }

            box.Options = (box.Options, isDashes) switch
            {
                (DirectiveOptions.Fields, true) => DirectiveOptions.Yaml,
                (DirectiveOptions.Yaml, true) => DirectiveOptions.None,
                (DirectiveOptions.Yaml, _) when line.Length > 0 => DirectiveOptions.Yaml,
                (DirectiveOptions.Fields, _) when option.Success => DirectiveOptions.Fields,
                _ => DirectiveOptions.None,
            };
            return box.Options != DirectiveOptions.None || isDashes;
        }

        private static (string Kind, string? Title, bool HasOptions)? HeadOf(string info, char fence)
        {
            var directive = Directive().Match(info);
            if (directive.Success)
            {
                var name = directive.Groups["name"].Value;
                var title = directive.Groups["title"].Value;
                return fence != ':' && DirectiveNames.IsLiteral(name) ? null : (name, IsTarget(name) || title.Length == 0 ? null : title, true);
            }

            if (fence != ':')
            {
                return null;
            }

            var attributes = Attributes().Match(info).Value;
            var words = (attributes.Length == 0 ? info : info.Replace(attributes, "", StringComparison.Ordinal)).TrimEnd(':', ' ');
            var box = Box().Match(words);
            var (kind, rest) = (box.Groups["kind"].Value, box.Groups["title"].Value);
            var label = DirectiveNames.OfLabel(Label().Match(attributes).Value);
            kind = kind.Length > 0 ? kind : label ?? ClassName().Match(attributes).Groups["name"].Value;
            return (kind, TagTitle.Of(" " + attributes.Trim('{', '}')) ?? (rest.Length > 0 ? rest : null), false);
        }

        /// <summary>Directives whose argument is a file or a number, and no title.</summary>
        private static bool IsTarget(string name) => name is "figure" or "image" or "iframe" or "iframe-figure" or "grid" or "video" or "solution" or "list-table" or "toctree";

        [GeneratedRegex(@"^\{(?<name>[A-Za-z][\w:+-]*)\}\s*(?<title>.*)$", RegexOptions.ExplicitCapture)]
        private static partial Regex Directive();

        [GeneratedRegex(@"\{[^{}]*\}")]
        private static partial Regex Attributes();

        [GeneratedRegex(@"#[\w-]+")]
        private static partial Regex Label();

        [GeneratedRegex(@"\.(?<name>[\w-]+)")]
        private static partial Regex ClassName();

        [GeneratedRegex(@"^(?<kind>[\w.-]+)?\s*(\[(?<title>.*)\]|(?<title>.*))$", RegexOptions.ExplicitCapture)]
        private static partial Regex Box();

        [GeneratedRegex(@"^:(?<name>[\w-]+):\s*(?<value>.*)$", RegexOptions.ExplicitCapture)]
        private static partial Regex Option();
    }
}
