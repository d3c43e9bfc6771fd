namespace NotesBot.Search.Text.Languages;

/// <inheritdoc/>
internal sealed class Chinese() : Language("Chinese")
{
    internal override IEnumerable<string> FunctionWords => [];

    internal override string Script => "㐀鿿";

    internal override string Fillers =>
        "什么是 是什么 什么叫 什么 甚麼 什麼是 是什麼 什麼 为什么 為什麼 怎么 怎麼 怎样 怎樣 如何 哪些 哪个 哪個 哪里 哪裡 多少 吗 嗎 呢 吧 请 請 解释 解釋 说明一下 介绍一下 告诉我 的定义 的定義 "
        + "定义 定義 的意思 有什么 的区别 的區別 区别 區別 之间 之間 有哪些 一下 我们 我們 这个 這個 的 了 和 与 與 是";

    internal override string UsualHeadings => "目录 目錄 简介 簡介 引言 总结 總結 参考文献 參考文獻";
}
