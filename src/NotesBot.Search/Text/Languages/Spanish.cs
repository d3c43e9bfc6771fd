using Lucene.Net.Analysis.Es;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Spanish() : Language("Spanish")
{
    internal override IEnumerable<string> FunctionWords => SpanishAnalyzer.DefaultStopSet;

    internal override string Stops => "el los las una unos unas y o es son en para por con sin que quien como cuando donde del al";

    internal override string Connectors => "el los las del al y o en con por para sin";

    internal override string Courtesies => "hola gracias porfa porfavor buenas";

    internal override string Libraries => "curso clase apuntes asignatura";

    internal override string Places => "de en del";

    internal override string Determiners => "el los las este esta estos";

    internal override string Subjects => "sobre acerca";

    internal override string Meanings => "significado definicion";

    internal override string Addressing => "hola gracias ayuda";

    internal override string Chatter => "quien eres como estas puedes hacer ayudarme ayudame que es";

    internal override string Courses => "cursos";

    internal override string Listing => "hay existen";

    internal override string Whats => "que";

    internal override string AskingVerbs => "es son";

    internal override string Asking => "significado definicion";

    internal override string Joining => "y o";

    internal override string Copulas => "es son";

    internal override string Kinds => "una el los las";

    internal override string DefiningVerbs => "significa designa denota representa";

    internal override string Judging => "mismo misma mejor";

    internal override string Articles => "una el los las";

    internal override string Naming => "llamado|llamada|llamados|denominado|denominada|conocido como|conocida como";

    internal override string Prepositions => "de del con para por en";

    internal override string Inside => "de del";

    internal override string References => "bibliografia|referencias|enlaces|enlaces utiles|fuentes|lecturas";

    internal override string Labels => "lugar|fecha|profesor|profesora|diapositivas|autora|fuente";

    internal override string OwnStops => "qué cuál cuáles cuánto cuánta quién cómo cuándo dónde por qué porqué "
        + "explica explicar explícame define definir dame dar dime decir significa consiste mostrar muestra puede puedo hace hacer sirve se hay tiene";

    internal override string Differing => "diferencia diferencias";

    internal override Func<string, string> NewStemmer() => Snowball(new SpanishStemmer());
}
