using Lucene.Net.Analysis.Hi;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Hindi() : Language("Hindi")
{
    internal override IEnumerable<string> FunctionWords => HindiAnalyzer.DefaultStopSet;

    internal override string Script => "ऀॿ";

    internal override string Folds => "कक\u093c खख\u093c गग\u093c जज\u093c डड\u093c ढढ\u093c फफ\u093c यय\u093c नऩ रऱ ंँ";

    internal override string Dropped => "\u093c";

    internal override string OwnStops => "क्या कैसे क्यों कब कहाँ कौन किस बताओ समझाइए परिभाषा अर्थ";

    internal override Func<string, string> NewStemmer() => Light(new HindiStemmer().Stem);
}
