namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Korean() : Language("Korean")
{
    internal override IEnumerable<string> FunctionWords => KnownLanguages.Split(Words);

    internal override string Script => "가힣";

    internal override string OwnStops =>
        "무엇 무엇인가 무엇인가요 무엇입니까 뭐 뭐야 뭔가요 뭔지 뭐예요 어떻게 왜 언제 어디 누구 어떤 어느 설명 설명해 설명해줘 설명하시오 알려줘 알려주세요 대해 대해서 대한 란 이란 차이점은 해줘";

    internal override string Courtesies => "안녕 안녕하세요 감사합니다 고마워";

    internal override string Differing => "차이 차이점 차이는";

    internal override string UsualHeadings => "목차 서론 소개 요약 결론 참고문헌";

    internal override Func<string, string> NewStemmer() => Endings(Particles, least: 1);

    /// <summary>What Korean writes behind a noun in one with it, and the commonest endings of verbs made of nouns.</summary>
    private const string Particles =
        "은 는 이 가 을 를 의 에 에서 에게 한테 로 으로 으로서 으로써 로서 로써 와 과 랑 이랑 도 만 까지 부터 마다 보다 처럼 같이 이나 나 이란 란 이라는 라는 이라고 라고 들 들은 들이 들을 들의 "
        + "에는 에서는 에도 으로는 로는 에서의 과의 와의 하다 한다 하고 하는 하여 해서 하면 하기 한 할 했다 됩니다 된다 되는 입니다 이다 인가 인가요 이며 이고 합니다 화한다";

    /// <summary>The commonest words of any Korean text.</summary>
    private const string Words = "이 그 저 것 수 등 및 또는 그리고 그러나 하지만 있다 있는 없다 없는 한다 하는 된다 되는 위해 위한 통해 경우 때 때문에 매우 더 가장 모든 각 다른 같은";
}
