namespace NotesBot.Search;

/// <summary>
/// All hand-set numbers that decide what is found, what is first, what is shown and how sure it is, by step. Numbers that only bound the
/// work (how many passages are read) stand where they are used; the fitted weights of the confidence are in <c>confidence.json</c>.
/// Each has a case in the tests that fails without it, and with twice of it.
/// </summary>
internal sealed record Weights
{
    internal static Weights Standard { get; } = new();

    /// <summary>What a word of a question counts.</summary>
    public WordWeights Words { get; init; } = new();

    /// <summary>How sure it is that something in the notes is meant by a word.</summary>
    public MeaningWeights Meanings { get; init; } = new();

    /// <summary>What a word counts that the notes lack, for what they have instead.</summary>
    public GuessWeights Guesses { get; init; } = new();

    /// <summary>What acronyms count for what they stand for, and the other way round.</summary>
    public AcronymWeights Acronyms { get; init; } = new();

    /// <summary>What makes a passage the better one.</summary>
    public RankingWeights Ranking { get; init; } = new();

    /// <summary>What nearness in meaning counts.</summary>
    public SentenceWeights Sentences { get; init; } = new();

    /// <summary>What changes the order of the best.</summary>
    public OrderWeights Order { get; init; } = new();

    /// <summary>Which sentences of a passage are shown.</summary>
    public SnippetWeights Snippets { get; init; } = new();

    /// <summary>How evidence is measured, before the fitted model weighs it.</summary>
    public EvidenceWeights Evidence { get; init; } = new();

    /// <summary>What becomes of the best passages.</summary>
    public AnswerWeights Answers { get; init; } = new();
}

/// <summary>See <see cref="Weights.Words"/>.</summary>
internal sealed record WordWeights
{
    /// <summary>What a stop word counts beside a word of content.</summary>
    [Range(0, 1)]
    public double StopWord { get; init; } = 0.2;

    /// <summary>What a word of courtesy or a name of the library itself counts: it only decides between places that are alike.</summary>
    [Range(0, 1)]
    public double IdleWord { get; init; } = 0.02;

    /// <summary>What a word loses for each ten times that English at large uses it more.</summary>
    [Range(0, 0.3)]
    public double Common { get; init; } = 0.25;
}

/// <summary>See <see cref="Weights.Meanings"/>.</summary>
internal sealed record MeaningWeights
{
    /// <summary>The word with its umlauts spelt otherwise, beside the word itself.</summary>
    [Range(0, 1)]
    public double Umlaut { get; init; } = 0.95;

    /// <summary>Another form of the word, by its stem; its root where the notes lack the word itself.</summary>
    [Range(0, 1)]
    public double Stem { get; init; } = 0.6;

    /// <summary>The plural of an acronym, and the acronym for its plural.</summary>
    [Range(0, 1)]
    public double Plural { get; init; } = 0.95;

    /// <summary>A word that shares a long beginning, but no stem.</summary>
    [Range(0, 1)]
    public double LongBeginning { get; init; } = 0.3;

    /// <summary>Letters of a long beginning.</summary>
    [Range(3, 10)]
    public int MinLongBeginning { get; init; } = 5;

    /// <summary>Two words of the question written in one, and an identifier in its parts.</summary>
    [Range(0, 1)]
    public double Parts { get; init; } = 0.9;

    /// <summary>What the owner's synonyms say is the same.</summary>
    [Range(0, 1)]
    public double Synonym { get; init; } = 0.9;

    /// <summary>A word of related meaning, times its weight in the thesaurus.</summary>
    [Range(0, 1)]
    public double Related { get; init; } = 0.6;

    /// <summary>Share of the passages from which on a related word tells nothing apart.</summary>
    [Range(0, 1)]
    public double MostRelated { get; init; } = 0.2;

    /// <summary>Share of a question, by rarity, that its first hit must have so that no words of related meaning are looked for.</summary>
    [Range(0, 1)]
    public double Covered { get; init; } = 0.45;
}

/// <summary>See <see cref="Weights.Guesses"/>.</summary>
internal sealed record GuessWeights
{
    /// <summary>A word that begins with what was typed.</summary>
    [Range(0, 1)]
    public double Beginning { get; init; } = 0.8;

    /// <summary>The same where what was typed is an English word by itself or an acronym.</summary>
    [Range(0, 1)]
    public double BeginningOfWord { get; init; } = 0.5;

    /// <summary>Letters of the shortest beginning.</summary>
    [Range(1, 6)]
    public int MinBeginning { get; init; } = 3;

    /// <summary>Two words that were typed in one.</summary>
    [Range(0, 1)]
    public double Split { get; init; } = 0.9;

    /// <summary>Letters of the shortest of such two words.</summary>
    [Range(1, 6)]
    public int MinPart { get; init; } = 3;

    /// <summary>A compound that holds the word.</summary>
    [Range(0, 1)]
    public double Compound { get; init; } = 0.5;

    /// <summary>Letters of the shortest word that is looked for in compounds.</summary>
    [Range(3, 10)]
    public int MinCompoundPart { get; init; } = 5;

    /// <summary>A word that is one slip of the finger away.</summary>
    [Range(0, 1)]
    public double OneSlip { get; init; } = 0.85;

    /// <summary>A word that is two slips away.</summary>
    [Range(0, 1)]
    public double TwoSlips { get; init; } = 0.65;

    /// <summary>Letters from which on one slip is forgiven.</summary>
    [Range(3, 8)]
    public int MinForOneSlip { get; init; } = 4;

    /// <summary>Letters from which on two are.</summary>
    [Range(5, 12)]
    public int MinForTwoSlips { get; init; } = 8;
}

/// <summary>See <see cref="Weights.Acronyms"/>.</summary>
internal sealed record AcronymWeights
{
    /// <summary>What an acronym stands for, where the notes do not have the acronym.</summary>
    [Range(0, 1)]
    public double LongFormUnknown { get; init; } = 0.8;

    /// <summary>The same where they have it.</summary>
    [Range(0, 1)]
    public double LongFormKnown { get; init; } = 0.6;

    /// <summary>The acronym of words that were spelled out.</summary>
    [Range(0, 1)]
    public double ShortForm { get; init; } = 0.6;

    /// <summary>The acronym with its letters in the order of another language.</summary>
    [Range(0, 1)]
    public double Reordered { get; init; } = 0.6;

    /// <summary>What is left of a weight where the initials may agree by chance.</summary>
    [Range(0, 1, LeftOut = 1)]
    public double Doubtful { get; init; } = 0.5;

    /// <summary>From so many runs of words with the initials on, it is no chance; one written like a name counts as so many.</summary>
    [Range(1, 10, LeftOut = 1)]
    public int Sure { get; init; } = 3;
}

/// <summary>See <see cref="Weights.Ranking"/>.</summary>
internal sealed record RankingWeights
{
    /// <summary>How soon a repeated word stops counting: k1 of BM25.</summary>
    [Range(0, 3)]
    public double Saturation { get; init; } = 1.0;

    /// <summary>How much a long passage is held to be long-winded: b of BM25. Little, since sections are as long as their subject.</summary>
    [Range(0, 1)]
    public double Length { get; init; } = 0.35;

    /// <summary>What a table of contents counts: it holds every heading and answers nothing.</summary>
    [Range(0, 1, LeftOut = 1)]
    public double Contents { get; init; } = 0.3;

    /// <summary>What references, lists of links and the like count: they hold many a name and say nothing about any.</summary>
    [Range(0, 1, LeftOut = 1)]
    public double Aside { get; init; } = 0.4;

    /// <summary>How much more a passage counts whose heading is what was asked, no more and no less.</summary>
    [Range(0, 2)]
    public double NamedByHeading { get; init; } = 0.8;

    /// <summary>How much more the beginning of a note counts whose title or file name is what was asked.</summary>
    [Range(0, 2)]
    public double NamedByTitle { get; init; } = 0.9;

    /// <summary>How much more the rest of such a note counts.</summary>
    [Range(0, 2)]
    public double UnderTitle { get; init; } = 0.1;

    /// <summary>What two words gain that stand side by side as in the question, as a share of the lesser.</summary>
    [Range(0, 1)]
    public double Nearness { get; init; } = 0.35;

    /// <summary>So many words further apart than in the question, two words still belong together.</summary>
    [Range(0, 20)]
    public int Reach { get; init; } = 5;

    /// <summary>How close two words are that stand in the other order.</summary>
    [Range(0, 1)]
    public double Swapped { get; init; } = 0.5;
}

/// <summary>See <see cref="Weights.Sentences"/>.</summary>
internal sealed record SentenceWeights
{
    /// <summary>How near in meaning a passage is that is worth a look beside another one, as a cosine of the reference model.</summary>
    [Range(0, 1)]
    public double SeeAlso { get; init; } = 0.42;

    /// <summary>
    /// What the cosine of question and passage counts beside the score by words (which is 1 for the best), where the question's own words
    /// cover less of the best passage than <see cref="MeaningWeights.Covered"/>.
    /// </summary>
    [Range(0, 20)]
    public double Uncovered { get; init; } = 4;

    /// <summary>The same where they cover it, in long questions.</summary>
    [Range(0, 20)]
    public double Covered { get; init; } = 1;

    /// <summary>From so many words of content on a question is long.</summary>
    [Range(1, 30)]
    public int LongQuestion { get; init; } = 6;
}

/// <summary>See <see cref="Weights.Order"/>.</summary>
internal sealed record OrderWeights
{
    /// <summary>How much more a passage counts that says what all the things are that were asked for.</summary>
    [Range(0, 3)]
    public double Defined { get; init; } = 1;

    /// <summary>The same where only its name was asked.</summary>
    [Range(0, 3)]
    public double Introduced { get; init; } = 0.6;

    /// <summary>How sure a colon or a dash is to lead to what a thing is: it may lead to anything.</summary>
    [Range(0, 1)]
    public double DefinedBySign { get; init; } = 0.5;

    /// <summary>How much more a passage counts that has the words with the marks that were typed, and no others.</summary>
    [Range(0, 1)]
    public double AsTyped { get; init; } = 0.2;

    /// <summary>Scores nearer than this share are alike, and passages under the heading asked for come as they were written.</summary>
    [Range(0, 1)]
    public double Tie { get; init; } = 0.15;

    /// <summary>The same for a bare term, and for passages of one section.</summary>
    [Range(0, 1)]
    public double TieOfTerm { get; init; } = 0.2;

    /// <summary>Words of content of the longest term.</summary>
    [Range(0, 10)]
    public int MaxTerm { get; init; } = 3;

    /// <summary>Passages for each section from which on a note is read as one: who gives a lecture introduces a term once.</summary>
    [Range(1, 100, LeftOut = 100)]
    public double LongSection { get; init; } = 2;

    /// <summary>How much more a passage counts that spells out the acronym that was asked for.</summary>
    [Range(0, 2)]
    public double SpelledOut { get; init; } = 0.5;
}

/// <summary>See <see cref="Weights.Snippets"/>.</summary>
internal sealed record SnippetWeights
{
    /// <summary>What a word counts each time that it comes again.</summary>
    [Range(0, 1)]
    public double Again { get; init; } = 0.3;

    /// <summary>What a sentence gains behind a line that only names what was asked.</summary>
    [Range(0, 3)]
    public double AfterLead { get; init; } = 1.0;

    /// <summary>What a sentence gains behind any chosen one.</summary>
    [Range(0, 3)]
    public double After { get; init; } = 0.3;

    /// <summary>What a sentence gains before a chosen one.</summary>
    [Range(0, 3)]
    public double Before { get; init; } = 0.15;

    /// <summary>Characters of the longest line that leads to what follows it: a title, the name of a list item.</summary>
    [Range(0, 400)]
    public int MaxLead { get; init; } = 60;

    /// <summary>What the first sentence gains, and each after it a part of it.</summary>
    [Range(0, 3)]
    public double First { get; init; } = 0.15;

    /// <summary>What it gains besides under a heading that is what was asked.</summary>
    [Range(0, 5)]
    public double FirstUnderHeading { get; init; } = 1.5;

    /// <summary>What a sentence gains that says what a word of the question is, times the worth of the word.</summary>
    [Range(0, 3)]
    public double Defines { get; init; } = 0.5;
}

/// <summary>See <see cref="Weights.Evidence"/>.</summary>
internal sealed record EvidenceWeights
{
    /// <summary>So many of the best passages are looked at for words in order.</summary>
    [Range(1, 100, LeftOut = 1)]
    public int Ordered { get; init; } = 20;

    /// <summary>So many for words near each other.</summary>
    [Range(1, 100, LeftOut = 1)]
    public int Together { get; init; } = 10;

    /// <summary>So many passages behind the first are what it is ahead of.</summary>
    [Range(1, 100, LeftOut = 1)]
    public int Behind { get; init; } = 9;

    /// <summary>The size of the largest library that was measured, in powers of ten.</summary>
    [Range(0, 4)]
    public double MostPassages { get; init; } = 4;

    /// <summary>How telling a word is that is missing, however common it is in English.</summary>
    [Range(0, 1)]
    public double LeastTelling { get; init; } = 0.1;

    /// <summary>How often a word is used in English that tells nothing apart, in powers of ten.</summary>
    [Range(1, 9)]
    public double Telling { get; init; } = 3.5;

    /// <summary>How much it speaks against a passage at most that its words stand in every passage.</summary>
    [Range(-9, 0)]
    public double LeastUnlikely { get; init; } = -1;

    /// <summary>A passage twice as long has a word twice as likely, up to so many times.</summary>
    [Range(1, 100, LeftOut = 1)]
    public double MostByLength { get; init; } = 4;
}

/// <summary>See <see cref="Weights.Answers"/>.</summary>
internal sealed record AnswerWeights
{
    /// <summary>From this share of runs of words in common on, two passages are one.</summary>
    [Range(0, 1, LeftOut = 1.1)]
    public double Twin { get; init; } = 0.85;

    /// <summary>Characters below which a passage is told apart by its headings too.</summary>
    [Range(0, 1200)]
    public int ShortTwin { get; init; } = 200;

    /// <summary>So much of a title of the syllabus has to be asked for: a word of a long title is no topic.</summary>
    [Range(0, 1)]
    public double Title { get; init; } = 0.5;

    /// <summary>Share of two plain words' worth that must stand together in one of the first passages, or they are only scattered.</summary>
    [Range(0, 1)]
    public double Scattered { get; init; } = 0.2;

    /// <summary>So unlikely, in powers of ten a word, must it be that they meet by chance.</summary>
    [Range(-1, 4, LeftOut = -1)]
    public double ScatteredByChance { get; init; } = 0.1;

    /// <summary>So much of a heading must they be.</summary>
    [Range(0, 1)]
    public double ScatteredNamed { get; init; } = 0.25;

    /// <summary>Letters from which on a beginning of other words may answer by itself: 1 to 20.</summary>
    public int MinOwnBeginning { get; init; } = 5;

    /// <summary>Share of the passages up to which a word is rare, so that a place that has it may be near to an answer: 0 to 1.</summary>
    public double Rare { get; init; } = 0.05;
}
