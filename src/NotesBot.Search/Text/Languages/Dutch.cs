using Lucene.Net.Analysis.Nl;
using SnowballStemmer = Lucene.Net.Tartarus.Snowball.Ext.DutchStemmer;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Dutch() : Language("Dutch")
{
    internal override IEnumerable<string> FunctionWords => DutchAnalyzer.DefaultStopSet;

    internal override string OwnStops =>
        "wat wie waar wanneer waarom hoe welke welk leg uit uitleggen definieer geef betekent betekenis werkt kan kun "
        + "moet heeft tussen";

    internal override string Courtesies => "hoi dankjewel bedankt alsjeblieft";

    internal override string Whats => "wat";

    internal override string AskingVerbs => "zijn betekent";

    internal override string Asking => "definieer betekenis";

    internal override string Joining => "en";

    internal override string Differing => "verschil verschillen";

    internal override string DefiningVerbs => "betekent";

    internal override string Copulas => "zijn";

    internal override string Kinds => "een het de";

    internal override string UsualHeadings => "inhoudsopgave inleiding samenvatting";

    internal override string Libraries => "cursus college aantekeningen";

    internal override Func<string, string> NewStemmer() => Snowball(new SnowballStemmer());
}
