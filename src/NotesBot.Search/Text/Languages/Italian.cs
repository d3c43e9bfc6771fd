using Lucene.Net.Analysis.It;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Italian() : Language("Italian")
{
    internal override IEnumerable<string> FunctionWords => ItalianAnalyzer.DefaultStopSet;

    internal override string Courtesies => "ciao";

    internal override string Copulas => "è sono";

    internal override string Articles => "il lo";

    internal override string Prepositions => "di";

    internal override string Inside => "di";

    internal override Func<string, string> NewStemmer() => Snowball(new ItalianStemmer());
}
