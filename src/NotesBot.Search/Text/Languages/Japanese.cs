namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Japanese() : Language("Japanese")
{
    internal override IEnumerable<string> FunctionWords => [];

    internal override string Script => "ぁヿ";

    internal override string Fillers =>
        "とは何ですか とは何か とは何 とは 何ですか なんですか って何 どうやって どのように なぜ いつ どこ だれ 誰 どう について 教えてください 教えて 説明してください 説明して ください ですか ますか "
        + "でしょうか の違い 違いは の意味 の定義";

    internal override string UsualHeadings => "目次 はじめに まとめ 概要 参考文献";
}
