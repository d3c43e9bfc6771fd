using Lucene.Net.Analysis.Pt;
using SnowballStemmer = Lucene.Net.Tartarus.Snowball.Ext.PortugueseStemmer;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Portuguese() : Language("Portuguese")
{
    internal override IEnumerable<string> FunctionWords => PortugueseAnalyzer.DefaultStopSet;

    internal override Func<string, string> NewStemmer() => Snowball(new SnowballStemmer());
}
