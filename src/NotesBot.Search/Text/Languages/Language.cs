using Lucene.Net.Tartarus.Snowball;

namespace NotesBot.Search.Text.Languages;

/// <summary>
/// What is known of a language: a file each. Lists are words with a space between, as people write them. Unless it says otherwise those of
/// all languages count together, since questions mix them: what is a word of content elsewhere has no place in such a list.
/// </summary>
/// <param name="name">Its English name, by which the index knows it.</param>
internal abstract class Language(string name)
{
    internal string Name { get; } = name;

    /// <summary>Articles, pronouns and the like: they tell the language of a text.</summary>
    internal abstract IEnumerable<string> FunctionWords { get; }

    /// <summary>The first and the last letter of a script that no other of these languages is written in; nothing where there are such.</summary>
    internal virtual string Script => "";

    /// <summary>Letters that people write for each other: of each word the first stands for the others. Small letters, of any script.</summary>
    internal virtual string Folds => "";

    /// <summary>Characters that people write or leave out: vowel signs and the like.</summary>
    internal virtual string Dropped => "";

    /// <summary>Words that say hardly anything in a question: articles, pronouns, auxiliaries, question words and how people ask.</summary>
    internal virtual string Stops => "";

    /// <summary>More of them, for questions in this language to notes in this language; its function words besides.</summary>
    internal virtual string OwnStops => "";

    /// <summary>In a script without spaces: what is left out of a question wherever it stands.</summary>
    internal virtual string Fillers => "";

    /// <summary>What is written before a word in one with it: articles, prepositions.</summary>
    internal virtual string Prefixes => "";

    /// <summary>Of the words that say hardly anything, the ones that stand inside names: articles, prepositions, "and".</summary>
    internal virtual string Connectors => "";

    /// <summary>Words of courtesy.</summary>
    internal virtual string Courtesies => "";

    /// <summary>Names for the library itself: course, lecture, notes.</summary>
    internal virtual string Libraries => "";

    /// <summary>What a course or a week holds: topics, contents.</summary>
    internal virtual string Contents => "";

    /// <summary>What stands before a name for the library: "in" (the course).</summary>
    internal virtual string Places => "";

    /// <summary>What stands between the two: "the", "this".</summary>
    internal virtual string Determiners => "";

    /// <summary>What stands between a name for the library and its subject: "on", "about".</summary>
    internal virtual string Subjects => "";

    /// <summary>What asks for a meaning at the beginning or the end of a question: "meaning", "definition".</summary>
    internal virtual string Meanings => "";

    /// <summary>What stands between things that are compared.</summary>
    internal virtual string Versus => "";

    /// <summary>Words by which somebody greets, thanks, or speaks to the bot.</summary>
    internal virtual string Addressing => "";

    /// <summary>Words that together with these make small talk.</summary>
    internal virtual string Chatter => "";

    /// <summary>Names for courses, more than one.</summary>
    internal virtual string Courses => "";

    /// <summary>What asks for a list of what there is.</summary>
    internal virtual string Listing => "";

    /// <summary>What is asked with: "what" (is).</summary>
    internal virtual string Whats => "";

    /// <summary>What follows it where a meaning is asked for: (what) "is", "does".</summary>
    internal virtual string AskingVerbs => "";

    /// <summary>What asks for a meaning by itself: "define", "explain".</summary>
    internal virtual string Asking => "";

    /// <summary>What joins the things that are asked for: "and".</summary>
    internal virtual string Joining => "";

    /// <summary>What asks how things differ.</summary>
    internal virtual string Differing => "";

    /// <summary>What stands between a word and what it is: "means".</summary>
    internal virtual string DefiningVerbs => "";

    /// <summary>The same where only a <see cref="Kinds"/> after it makes it sure: "is".</summary>
    internal virtual string Copulas => "";

    /// <summary>What follows "is" where it says what something is, and not how ("is important").</summary>
    internal virtual string Kinds => "";

    /// <summary>What follows it where it says how something is, or which, and not what: (is the) "same". Not folded.</summary>
    internal virtual string Judging => "";

    /// <summary>What may stand before a name without being a part of it, not folded.</summary>
    internal virtual string Articles => "";

    /// <summary>What may stand beside a verb without changing what it says, not folded: "basically".</summary>
    internal virtual string Adverbs => "";

    /// <summary>What gives a name to what was described before, not folded, with a bar between: "known as".</summary>
    internal virtual string Naming => "";

    /// <summary>Behind what a name is no subject of what follows, not folded: "the problem of" (recall is).</summary>
    internal virtual string Prepositions => "";

    /// <summary>What stands inside a name: "history of progress".</summary>
    internal virtual string Inside => "";

    /// <summary>Headings of what to read elsewhere, with a bar between: "references".</summary>
    internal virtual string References => "";

    /// <summary>What stands before a colon in the block that says who spoke where, with a bar between: "speaker".</summary>
    internal virtual string Labels => "";

    /// <summary>Headings that any note has: contents, introduction.</summary>
    internal virtual string UsualHeadings => "";

    /// <summary>What is shortened by a full stop that ends no sentence.</summary>
    internal virtual string Shortened => "";

    /// <summary>Gives the stem of a folded word; <see langword="null"/> where words are taken as they are. For one thread.</summary>
    internal virtual Func<string, string>? NewStemmer() => null;

    /// <summary>A stemmer that says how many letters of a word are left.</summary>
    protected static Func<string, string> Light(Func<char[], int, int> stem) => word =>
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, stem(letters, letters.Length));
    };

    /// <summary>A stemmer that takes one ending off, the longest that leaves so many letters.</summary>
    protected static Func<string, string> Endings(string endings, int least)
    {
        string[] longestFirst = [.. endings.Split(' ').OrderByDescending(ending => ending.Length)];
        return word => Array.Find(longestFirst, ending => word.Length >= ending.Length + least && word.EndsWith(ending, StringComparison.Ordinal))
            is { } found ? word[..^found.Length] : word;
    }

    /// <summary>The stemmer of a language in the Snowball project.</summary>
    protected static Func<string, string> Snowball(SnowballProgram stemmer) => word =>
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    };
}
