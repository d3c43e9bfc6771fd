using Lucene.Net.Analysis.Ru;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Russian() : Language("Russian")
{
    internal override IEnumerable<string> FunctionWords => RussianAnalyzer.DefaultStopSet;

    internal override string Script => "Ѐӿ";

    internal override string Folds => "еёѐ ийѝӣ іїі уўӯ гѓґ кќ";

    internal override string OwnStops =>
        "что такое какой какая какое какие каков чем зачем почему как где когда кто сколько объясни объясните объяснить "
        + "расскажи расскажите дай определи определение значит означает называется можно нужно между";

    internal override string Courtesies => "привет спасибо пожалуйста здравствуйте";

    internal override string Asking => "такое означает";

    internal override string Joining => "и или";

    internal override string Differing => "разница отличие различие отличается";

    internal override string DefiningVerbs => "означает называется обозначает";

    internal override string Copulas => "это";

    internal override string UsualHeadings => "содержание оглавление введение заключение литература";

    internal override string Libraries => "курс лекция лекции конспект";

    internal override string Addressing => "привет спасибо здравствуйте";

    internal override string Shortened => "т.е т.д т.п др рис см напр";

    internal override Func<string, string> NewStemmer()
    {
        var stem = Snowball(new RussianStemmer());
        return word => stem(Spelled(word));
    }

    /// <summary>The stemmer knows endings in й, which are folded: an и behind a vowel is one.</summary>
    private static string Spelled(string word) =>
        word.Length > 2 && word[^1] == 'и' && "аеиоуыэюя".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "й" : word;
}
