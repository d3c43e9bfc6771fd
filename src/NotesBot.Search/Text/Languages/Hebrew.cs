namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Hebrew() : Language("Hebrew")
{
    internal override IEnumerable<string> FunctionWords => KnownLanguages.Split(Words);

    internal override string Script => "֐׿";

    internal override string Folds => "מם נן צץ פף כך";

    internal override string Dropped =>
        ""
        + "\u0591\u0592\u0593\u0594\u0595\u0596\u0597\u0598\u0599\u059a\u059b\u059c\u059d\u059e\u059f\u05a0\u05a1\u05a2\u05a3\u05a4\u05a5\u05a6\u05a7\u05a8\u05a9\u05aa\u05ab\u05ac\u05ad\u05ae\u05af\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05ba\u05bb\u05bc\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7";

    internal override string Prefixes => "ה ו ב ל מ ש כ וה בה של";

    internal override string OwnStops => "מה איך למה מדוע מתי איפה מי כמה איזה איזו הסבר הגדר הגדרה פירוש";

    internal override string Courtesies => "שלום תודה בבקשה";

    internal override string Differing => "הבדל ההבדל";

    internal override string UsualHeadings => "תוכן מבוא סיכום";

    internal override Func<string, string> NewStemmer() => Stem;

    /// <summary>The commonest words of any Hebrew text.</summary>
    private const string Words = "של את על לא זה היא הוא עם כל אם או גם כי אל בין יש אין הם הן זו אלה אשר כדי רק יותר לפי";

    /// <summary>An article and the like before it, and the ending of a plural behind it, where a word is left.</summary>
    private static string Stem(string word)
    {
        var start = word.Length > 3 && "הובלמשכ".Contains(word[0], StringComparison.Ordinal) ? 1 : 0;
        var end = word.Length - start > 4 && (word.EndsWith("ימ", StringComparison.Ordinal) || word.EndsWith("ות", StringComparison.Ordinal)) ? 2 : 0;
        return word[start..^end];
    }
}
