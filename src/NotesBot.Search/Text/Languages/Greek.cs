using Lucene.Net.Analysis.El;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Greek() : Language("Greek")
{
    internal override IEnumerable<string> FunctionWords => GreekAnalyzer.DefaultStopSet;

    internal override string Script => "ͰϿ";

    internal override string Folds =>
        "αάὰάἀἁἂἃἄἅἆἇᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ εέὲέἐἑἒἓἔἕϵ ηήὴήἠἡἢἣἤἥἦἧᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ ιίϊΐὶίἰἱἲἳἴἵἶἷῐῑῒΐῖῗ οόὸόὀὁὂὃὄὅ "
        + "υύϋΰὺύὐὑὒὓὔὕὖὗῠῡῢΰῦῧ ωώὼώὠὡὢὣὤὥὦὧᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ σς ρῤῥϱ φϕ θϑ κϰ πϖ μµ";

    internal override string OwnStops =>
        "τι ποιο ποια ποιος ποιες ποιοι πώς πως γιατί πότε πού πόσο εξήγησε εξηγήστε όρισε ορισμός σημαίνει λέγεται "
        + "ονομάζεται μπορώ μεταξύ";

    internal override string Courtesies => "γεια ευχαριστώ παρακαλώ";

    internal override string Whats => "τι";

    internal override string AskingVerbs => "είναι σημαίνει";

    internal override string Joining => "και";

    internal override string Differing => "διαφορά διαφορές";

    internal override string DefiningVerbs => "σημαίνει ονομάζεται";

    internal override string Copulas => "είναι";

    internal override string Kinds => "ένα ένας μια μία ο η το οι τα";

    internal override string UsualHeadings => "περιεχόμενα εισαγωγή σύνοψη";

    internal override string Libraries => "μάθημα διάλεξη διαλέξεις σημειώσεις";

    internal override Func<string, string> NewStemmer() => Light(new GreekStemmer().Stem);
}
