using Lucene.Net.Analysis.It;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Italian() : Language("Italian")
{
    internal override IEnumerable<string> FunctionWords => ItalianAnalyzer.DefaultStopSet;

    internal override string OwnStops =>
        "cos cosa che chi quale quali quanto quanta come dove quando perché spiega spiegare spiegami definisci definire "
        + "dammi dimmi significa consiste mostra può posso fare serve dall all nell sull";

    internal override string Courtesies => "ciao grazie";

    internal override string Whats => "cosa cos";

    internal override string AskingVerbs => "è";

    internal override string Asking => "spiega definisci";

    internal override string Differing => "differenza differenze";

    internal override string DefiningVerbs => "significa indica";

    internal override string Copulas => "è sono";

    internal override string Articles => "il lo";

    internal override string Prepositions => "di";

    internal override string Inside => "di";

    internal override string Kinds => "una uno il lo gli";

    internal override string UsualHeadings => "indice introduzione riassunto bibliografia";

    internal override string Addressing => "ciao grazie";

    internal override string Libraries => "corso lezione lezioni appunti";

    internal override Func<string, string> NewStemmer() => Snowball(new ItalianStemmer());
}
