using Lucene.Net.Analysis.Sv;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Swedish() : Language("Swedish")
{
    internal override IEnumerable<string> FunctionWords => SwedishAnalyzer.DefaultStopSet;

    internal override string OwnStops =>
        "vad vem var när varför hur vilken vilket vilka förklara definiera ge betyder fungerar kan ska måste mellan";

    internal override string Courtesies => "hej tack snälla";

    internal override string Whats => "vad";

    internal override string AskingVerbs => "är betyder";

    internal override string Asking => "förklara definiera";

    internal override string Joining => "och";

    internal override string Differing => "skillnad skillnaden";

    internal override string DefiningVerbs => "betyder";

    internal override string Copulas => "är";

    internal override string Kinds => "en ett den";

    internal override string UsualHeadings => "innehåll inledning sammanfattning";

    internal override string Libraries => "kursen föreläsning föreläsningar anteckningar";

    internal override Func<string, string> NewStemmer() => Snowball(new SwedishStemmer());
}
