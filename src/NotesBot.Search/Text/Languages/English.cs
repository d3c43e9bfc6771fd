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

    internal override string DefiningVerbs => "means refers describes denotes";

    internal override string Copulas => "is are";

    internal override string Kinds => "a an the any when how what one called defined used about simply just";

    internal override string UsualHeadings => "contents content table references introduction summary overview";

    internal override string Shortened => "e.g i.e etc vs cf fig eq dr mr al";

    internal override Func<string, string> NewStemmer() => Snowball(new EnglishStemmer());
}
