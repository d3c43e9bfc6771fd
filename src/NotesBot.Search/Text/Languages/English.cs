using Lucene.Net.Analysis.En;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class English() : Language("English")
{
    internal override IEnumerable<string> FunctionWords => EnglishAnalyzer.DefaultStopSet;

    internal override string Stops =>
        "a an the this that these those and or but if then else of in on at by for from to into onto with without about as than between "
        + "after before during since until while "
        + "is are was were be been being am do does did done doing have has had having can could will would shall should may might must "
        + "i me my mine you your yours he him his she her hers it its we us our ours they them their theirs "
        + "what whats which who whom whose when where why how there here "
        + "not no nor so too very just also only some any each every all both such own same other another "
        + "tell show explain give know find please want need mean means say says said get got someone something anything thing things "
        + "im ive id dont doesnt didnt isnt arent cant couldnt wont one ones up out";

    internal override string Connectors => "a an the of in on at by for from to into with without as between and or";

    internal override string Courtesies => "hi hiya hello hey heya pls plz please thanks thank thx ty cheers guys folks everyone everybody sorry btw";

    internal override string Libraries => "course courses class lecture lectures notes note module modules slides script material";

    internal override string Contents => "topics content contents";

    internal override string Places => "in of from";

    internal override string Determiners => "the this that these those our my your";

    internal override string Subjects => "on about regarding";

    internal override string Meanings => "meaning definition";

    internal override string Versus => "vs versus";

    internal override string Addressing => "hi hiya hello hey heya thanks thank thx help you yourself bot";

    internal override string Chatter =>
        "who what whats is are am r u ur can could do does how your name me a an i we the this there so much very please pls plz guys all everyone help";

    internal override string Courses => "courses";

    internal override string Listing => "list available exist offered show";

    internal override string Whats => "what";

    internal override string AskingVerbs => "is are does do";

    internal override string Asking => "whats define definition explain meaning";

    internal override string Joining => "and or";

    internal override string Differing => "difference differences differ vs versus compare comparison";

    internal override string DefiningVerbs => "means mean refers refer describes denotes stands represents indicates consists";

    internal override string Copulas => "is are";

    internal override string Kinds => "a an the any when how what one called defined used about simply just";

    internal override string Judging =>
        "different same similar good bad great big better best nice lot bit little only first second last next "
        + "case problem reason issue question";

    internal override string Articles => "a an the this";

    internal override string Adverbs => "basically essentially really simply just actually usually generally therefore thus also then";

    internal override string Naming =>
        "called|so-called|named|termed|term|known as|referred to as|abbreviated as|short for|what is|what are";

    internal override string Prepositions => "of in on for with from by to about between";

    internal override string Inside => "of to";

    internal override string References =>
        "references|reference list|bibliography|works cited|citations|literature|further reading|see also|links|"
        + "useful links|external links|sources";

    internal override string Labels =>
        "location|place|venue|room|date|time|when|where|speaker|speakers|author|authors|by|transcript|"
        + "transcript by|transcription|transcription by|video|slides|audio|media|recording|link|links|url|website|"
        + "source|email|mail|instructor|instructors|lecturer|teacher|professor|tags";

    internal override string UsualHeadings => "contents content table references introduction summary overview";

    internal override string Shortened => "e.g i.e etc vs cf fig eq dr mr al";

    internal override Func<string, string> NewStemmer() => Snowball(new EnglishStemmer());
}
