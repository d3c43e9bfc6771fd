using Lucene.Net.Analysis.Sv;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Swedish() : Language("Swedish")
{
    internal override IEnumerable<string> FunctionWords => SwedishAnalyzer.DefaultStopSet;

    internal override Func<string, string> NewStemmer() => Snowball(new SwedishStemmer());
}
