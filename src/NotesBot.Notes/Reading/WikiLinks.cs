using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace NotesBot.Notes.Reading;

/// <summary>Links as vaults of notes write them: <c>[[Note#Heading|text]]</c>, and <c>![[picture.png]]</c> for what is shown in place.</summary>
internal sealed class WikiLinks : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new Parser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Parser : InlineParser
    {
        internal Parser() => OpeningCharacters = ['[', '!'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var isEmbedded = slice.CurrentChar == '!';
            var rest = slice.AsSpan()[(isEmbedded ? 1 : 0)..];
            var end = rest.StartsWith("[[", StringComparison.Ordinal) ? 2 + rest[2..].IndexOfAny("[]\n\r") : 0;
            if (end < 3 || !rest[end..].StartsWith("]]", StringComparison.Ordinal))
            {
                return false;
            }

            processor.Inline = LinkTo(rest[2..end].ToString(), isEmbedded);
            slice.Start += end + 2 + (isEmbedded ? 1 : 0);
            return true;
        }

        private static LinkInline LinkTo(string inside, bool isEmbedded)
        {
            var bar = inside.IndexOf('|', StringComparison.Ordinal);
            var target = (bar < 0 ? inside : inside[..bar]).TrimEnd('\\').Trim();
            var text = bar < 0 || (isEmbedded && !IsPicture(target)) ? TextOf(target) : inside[(bar + 1)..].Trim();
            var link = new LinkInline(target, "") { IsImage = isEmbedded && IsPicture(target), IsClosed = true };
            link.AppendChild(new LiteralInline(text));
            return link;
        }

        /// <summary>
        /// What is shown for a link without text of its own, and for a note that is shown in place: <c>Note#Heading</c> reads "Note > Heading",
        /// the id of a block says nothing.
        /// </summary>
        private static string TextOf(string target) =>
            string.Join(" > ", target.Split('#', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith('^')));

        private static bool IsPicture(string target) =>
            Path.GetExtension(target).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif" or ".svg" or ".webp" or ".bmp" or ".avif";
    }
}
