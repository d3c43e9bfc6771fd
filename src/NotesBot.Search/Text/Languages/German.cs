using Lucene.Net.Analysis.De;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class German() : Language("German")
{
    internal override IEnumerable<string> FunctionWords => GermanAnalyzer.DefaultStopSet;

    internal override string Stops =>
        "der die das den dem des ein eine einer eines einem einen und oder aber wenn dann als wie von vom zu zum zur im in an am auf aus bei "
        + "mit nach fur uber unter durch ohne gegen um bis zwischen vor seit wahrend bevor nachdem "
        + "ist sind war waren sein wird werden wurde hat haben hatte kann konnen muss soll "
        + "ich du er sie es wir ihr mich mir dich dir uns euch man mein dein sich was wer wen wem welche welcher welches wann wo warum wieso "
        + "weshalb nicht kein keine keiner nur auch noch so sehr dass da hier dort diese dieser dieses jede jeder jedes "
        + "bitte erklare zeige gibt es macht heisst bedeutet";

    internal override string Connectors => "der die das den dem des ein eine einer von vom zu zum zur im am auf aus bei mit nach fur uber unter ohne und oder";

    internal override string Courtesies => "hallo moin servus danke bitte leute";

    internal override string Libraries => "kurs kurse vorlesung vorlesungen skript notizen folien";

    internal override string Contents => "themen inhalt";

    internal override string Places => "im aus am von";

    internal override string Determiners => "der dem den des die das diesem dieser diesen unserem unserer";

    internal override string Subjects => "uber zu zum zur";

    internal override string Meanings => "bedeutung";

    internal override string Addressing => "hallo moin danke hilfe du dich";

    internal override string Chatter => "wer was wie bist kannst konnen helfen mir geht dir es ein eine der das heisst dein";

    internal override string Courses => "kurse";

    internal override string Listing => "liste gibt vorhanden";

    internal override string Whats => "was";

    internal override string AskingVerbs => "ist sind bedeutet";

    internal override string Asking => "definiere erklare bedeutung";

    internal override string Joining => "und oder";

    internal override string Differing => "unterschied unterschiede";

    internal override string DefiningVerbs => "bedeutet bezeichnet beschreibt heißt steht";

    internal override string Copulas => "ist sind";

    internal override string Kinds => "ein eine einer der die das wenn";

    internal override string Judging => "gleiche gleichen beste besten einzige";

    internal override string Articles => "ein eine der die das";

    internal override string Adverbs => "eigentlich einfach also";

    internal override string Naming => "sogenannte|sogenannten|sogenannter|heißt|nennt man|was ist|was sind";

    internal override string Prepositions => "von mit bei für aus zu im in";

    internal override string Inside => "von des";

    internal override string References =>
        "literatur|literaturverzeichnis|quellen|quellenverzeichnis|weiterfuhrende links|weiterfuhrende literatur";

    internal override string Labels => "ort|datum|uhrzeit|raum|dozent|dozentin|autor|autorin|folien|quelle";

    internal override string UsualHeadings => "inhalt inhaltsverzeichnis literatur einleitung zusammenfassung";

    internal override string Shortened => "z.b d.h bzw ca bspw u.a";

    internal override string OwnStops => "erklären definieren nennen nenne beschreibe beschreiben funktioniert genau eigentlich denn mal";

    internal override Func<string, string> NewStemmer() => Snowball(new German2Stemmer());
}
