using Lucene.Net.Analysis.Tr;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Turkish() : Language("Turkish")
{
    internal override IEnumerable<string> FunctionWords => TurkishAnalyzer.DefaultStopSet;

    internal override string OwnStops =>
        "ne nedir nasıl neden niçin niye hangi kim nerede kaç açıkla açıklayın tanımla demek midir mıdır mudur "
        + "arasındaki";

    internal override string Courtesies => "merhaba teşekkürler lütfen";

    internal override string Asking => "nedir";

    internal override string Differing => "fark farkı";

    internal override string UsualHeadings => "içindekiler giriş özet kaynakça";

    internal override string Libraries => "ders notları";

    internal override Func<string, string> NewStemmer() => Snowball(new TurkishStemmer());
}
