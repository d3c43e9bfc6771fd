using Lucene.Net.Analysis.Fr;
using SnowballStemmer = Lucene.Net.Tartarus.Snowball.Ext.FrenchStemmer;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class French() : Language("French")
{
    internal override IEnumerable<string> FunctionWords => FrenchAnalyzer.DefaultStopSet;

    internal override string Stops => "le la les un une des du de et ou est sont dans pour par sur avec sans que qui quoi comment pourquoi quand";

    internal override string Connectors => "le la les du de et pour par sur avec sans";

    internal override string Courtesies => "merci svp stp bonjour salut";

    internal override string Libraries => "cours diapos";

    internal override string Places => "dans du de en";

    internal override string Determiners => "le la les ce cette ces";

    internal override string Subjects => "sur";

    internal override string Meanings => "signification";

    internal override string Addressing => "merci bonjour salut aide tu";

    internal override string Chatter => "qui que quoi etes vous toi un une le peux faire comment ca va es";

    internal override string Listing => "existent disponibles";

    internal override string Whats => "quoi";

    internal override string AskingVerbs => "est sont";

    internal override string Asking => "signification";

    internal override string Joining => "et ou";

    internal override string Copulas => "est sont";

    internal override string Kinds => "un une le la les";

    internal override string DefiningVerbs => "signifie désigne représente";

    internal override string Judging => "même meilleur";

    internal override string Articles => "un une le la les";

    internal override string Naming => "appelé|appelée|appelés|appelées|nommé|nommée|qu'est-ce que";

    internal override string Prepositions => "de du des dans pour avec sur";

    internal override string Inside => "de du des";

    internal override string References => "bibliographie|liens|liens utiles|lectures complementaires";

    internal override string Labels => "lieu|salle|auteur|enseignant|diapositives";

    internal override string OwnStops => "qu c d j l m n s t ce ça quel quelle quels quelles lequel laquelle combien lors donc alors ainsi "
        + "explique expliquer expliquez définir définis donne donner dire dit veut signifie signifier consiste montre montrer trouver peut peux faut fait faire sert";

    internal override string Differing => "différence différences";

    internal override Func<string, string> NewStemmer() => Snowball(new SnowballStemmer());
}
