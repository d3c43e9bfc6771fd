namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Polish() : Language("Polish")
{
    internal override IEnumerable<string> FunctionWords => KnownLanguages.Split(Words);

    internal override string Folds => "lł";

    internal override string OwnStops =>
        "co czym jaki jaka jakie jakich jak gdzie kiedy kto dlaczego czemu ile który która które wyjaśnij wytłumacz "
        + "podaj zdefiniuj oznacza znaczy definicja między";

    internal override string Courtesies => "cześć dziękuję proszę";

    internal override string Whats => "czym";

    internal override string AskingVerbs => "jest są";

    internal override string Asking => "wyjaśnij zdefiniuj oznacza";

    internal override string Joining => "oraz";

    internal override string Differing => "różnica różnice różnią";

    internal override string DefiningVerbs => "oznacza";

    internal override string Copulas => "jest są";

    internal override string UsualHeadings => "wprowadzenie wstęp podsumowanie bibliografia";

    internal override string Libraries => "wykład wykłady notatki";

    internal override Func<string, string> NewStemmer() => Endings(Inflections, least: 3);

    /// <summary>Endings of nouns, adjectives and verbs, folded.</summary>
    private const string Inflections =
        "owania owanie owaniu owaniem ania anie aniu aniem enia enie eniu eniem osci oscia osc ego emu ych ymi ich imi ach ami iach iami ow owi om iom em "
        + "iem ej iej a e i o u y ia ie io iu ym im aja uje ac ec ic al ala alo aly";

    /// <summary>The commonest words of any Polish text.</summary>
    private const string Words =
        "i w na z do się nie to że jest o jak po co tak za od jego przez ale czy tym tego ma dla być są przy już tylko lub także oraz może można "
        + "które która który których którzy ten ta te tej tych jej ich bez pod nad jeśli gdy więc również każdy każda był była było będzie zostać";
}
