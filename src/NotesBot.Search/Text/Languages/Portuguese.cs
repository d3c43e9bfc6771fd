using Lucene.Net.Analysis.Pt;
using SnowballStemmer = Lucene.Net.Tartarus.Snowball.Ext.PortugueseStemmer;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Portuguese() : Language("Portuguese")
{
    internal override IEnumerable<string> FunctionWords => PortugueseAnalyzer.DefaultStopSet;

    internal override string OwnStops =>
        "que qual quais quanto quanta quem como onde quando porque porquê explique explica explicar defina definir diga "
        + "significa consiste mostre mostra pode posso fazer faz serve há";

    internal override string Courtesies => "olá obrigado obrigada";

    internal override string AskingVerbs => "é são";

    internal override string Differing => "diferença diferenças";

    internal override string DefiningVerbs => "significa denota";

    internal override string Copulas => "é são";

    internal override string Kinds => "um uma";

    internal override string UsualHeadings => "sumário índice introdução resumo referências";

    internal override string Libraries => "aula aulas apontamentos";

    internal override Func<string, string> NewStemmer() => Snowball(new SnowballStemmer());
}
