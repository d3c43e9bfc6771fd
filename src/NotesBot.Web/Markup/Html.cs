using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NotesBot.Web.Markup;

/// <summary>A piece of a page. What is put into the template of <see cref="Of"/> is text and is encoded, unless it is a piece itself.</summary>
/// <param name="Source">The HTML.</param>
internal readonly record struct Html(string Source)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Nothing.</summary>
    internal static Html Empty { get; } = new("");

    /// <summary>A piece by its template.</summary>
    internal static Html Of(ref HtmlTemplate template) => new(template.ToString());

    /// <summary>Text of others as a piece.</summary>
    internal static Html Text(string text) => new(Encoder.Encode(text));

    /// <summary>Pieces after each other.</summary>
    internal static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Source)));

    /// <summary>The piece if something holds, else nothing.</summary>
    internal static Html If(bool holds, Func<Html> piece) => holds ? piece() : Empty;

    /// <summary>The piece made of a value, or nothing for none.</summary>
    internal static Html For<T>(T? value, Func<T, Html> piece)
        where T : class => value is null ? Empty : piece(value);

    /// <inheritdoc/>
    public override string ToString() => Source;

    /// <summary>What a piece is put together by: the template stands as it is, texts are encoded.</summary>
    /// <param name="literalLength">Length of the template's own text.</param>
    /// <param name="formattedCount">How many values it takes.</param>
    [InterpolatedStringHandler]
    internal readonly ref struct HtmlTemplate(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _html = new(literalLength + (formattedCount * 16));

        internal void AppendLiteral(string literal) => _html.Append(literal);

        internal void AppendFormatted(Html piece) => _html.Append(piece.Source);

        internal void AppendFormatted(IEnumerable<Html> pieces) => _html.Append(Join(pieces).Source);

        internal void AppendFormatted(string? text) => _html.Append(Encoder.Encode(text ?? ""));

        internal void AppendFormatted(int number) => _html.Append(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        /// <inheritdoc/>
        public override string ToString() => _html.ToString();
    }
}
