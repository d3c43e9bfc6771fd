using Lucene.Net.Analysis.Nl;
using SnowballStemmer = Lucene.Net.Tartarus.Snowball.Ext.DutchStemmer;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Dutch() : Language("Dutch")
{
    internal override IEnumerable<string> FunctionWords => DutchAnalyzer.DefaultStopSet;

    internal override Func<string, string> NewStemmer() => Snowball(new SnowballStemmer());
}
