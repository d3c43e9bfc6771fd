using Lucene.Net.Analysis.Ar;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Arabic() : Language("Arabic")
{
    internal override IEnumerable<string> FunctionWords => ArabicAnalyzer.DefaultStopSet;

    internal override string Folds => "اأإآٱ هة يىئی وؤ ك\u06a9";

    internal override string Dropped => "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0657\u0670";

    internal override string Script => "؀ۿ";

    internal override string Prefixes => "ال وال بال كال فال لل و";

    internal override string OwnStops => "ما ماذا هو هي كيف لماذا متى أين من كم أي اشرح عرف معنى يعني تعريف الفرق بين";

    internal override string Courtesies => "مرحبا شكرا";

    internal override string Differing => "الفرق";

    internal override string UsualHeadings => "المحتويات مقدمة خلاصة المراجع";

    internal override string Addressing => "مرحبا شكرا";

    internal override Func<string, string> NewStemmer() => Light(new ArabicStemmer().Stem);
}
