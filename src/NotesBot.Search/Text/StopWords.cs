namespace NotesBot.Search.Text;

/// <summary>
/// Words that say hardly anything in a question: articles, pronouns, auxiliaries, question words and how people ask. English, German
/// and the commonest of French and Spanish, folded as the index folds them.
/// </summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
    [
        .. ("a an the this that these those and or but if then else of in on at by for from to into onto with without about as than between "
            + "after before during since until while "
            + "is are was were be been being am do does did done doing have has had having can could will would shall should may might must "
            + "i me my mine you your yours he him his she her hers it its we us our ours they them their theirs "
            + "what whats which who whom whose when where why how there here "
            + "not no nor so too very just also only some any each every all both such own same other another "
            + "tell show explain give know find please want need mean means say says said get got someone something anything thing things "
            + "im ive id dont doesnt didnt isnt arent cant couldnt wont one ones up out").Split(' '),
        .. ("der die das den dem des ein eine einer eines einem einen und oder aber wenn dann als wie von vom zu zum zur im in an am auf aus bei "
            + "mit nach fur uber unter durch ohne gegen um bis zwischen vor seit wahrend bevor nachdem "
            + "ist sind war waren sein wird werden wurde hat haben hatte kann konnen muss soll "
            + "ich du er sie es wir ihr mich mir dich dir uns euch man mein dein sich was wer wen wem welche welcher welches wann wo warum wieso "
            + "weshalb nicht kein keine keiner nur auch noch so sehr dass daß da hier dort diese dieser dieses jede jeder jedes man "
            + "bitte erklare zeige gibt es macht heisst bedeutet").Split(' '),
        .. "le la les un une des du de et ou est sont dans pour par sur avec sans que qui quoi comment pourquoi quand".Split(' '),
        .. "el los las una unos unas y o es son en para por con sin que quien como cuando donde del al".Split(' '),
    ], StringComparer.Ordinal);

    internal static bool Contains(string term) => Words.Contains(term);
}
