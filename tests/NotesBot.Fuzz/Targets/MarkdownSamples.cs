namespace NotesBot.Fuzz.Targets;

/// <summary>Markdown with everything that a reader knows of.</summary>
internal static class MarkdownSamples
{
    internal static readonly string[] Texts =
    [
        "# A\n\ntext *em* **strong** `code` ~~gone~~ ==mark== [link](b.md#x \"t\") ![alt](p.png) <https://a.example> www.b.example\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n- [ ] x\n  - y\n    1. z\n",
        "Term\n: definition\n\n[^1]\n\n[^1]: note\n\n$$\nx^2\n$$\n\n$$x = y$$\n\n$a$ \\$ \\\\ &amp; &#x41;\n\n> [!Tip] title\n> body\n\n```py {x}\ncode\n```\n\n~~~\nopen\n",
        "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\nSetext\n===\n\nTwo\n---\n\n***\n\n<div>\n\n<b>x</b>\n\n</div>\n\n[[Note#H|text]] ![[p.png]]\n\n[ref]: /url \"title\"\n\n[ref] [ref][] [x][ref]\n",
        "---\ntitle: T\ntags: [a]\n---\n**Bold line**\n\n1. one\n\n   para\n\n   ```\n   c\n   ```\n2. two\n\n<!-- comment -->\n\n<table><tr><td>1</td></tr></table>\n",
        "Plain heading\n=============\n\n1.2 Numbered\n\nLOUD\n\n* a\n* b\n\nwords \uFEFF\u200B\u00AD\u2028 \uD83D\uDE00 \u202Etext\r\nline\rline\n",
    ];

    internal static readonly string[] Syllabi =
    [
        "## Syllabus\n\n### Course 1: A\n\n- Week 1: [x](Course1/Week%201/C1W1.md)\n- Week 2-4: y\n\n### Course 2: B\n\n1. one\n2. two\n",
        "| Course | Week | Topic |\n|---|---|---|\n| 1 | 1 | a |\n| 1 | 2 | b |\n| 2 | I | c |\n\n# Module three: x\n\n## Lecture 4 - y\n\n# C2W3\n",
    ];

    internal static readonly string[] Words =
    [
        "[", "]", "](", ")", "![", "*", "**", "_", "~~", "==", "`", "```", "$", "$$", "|", "|-|", "> ", "- ", "1. ", "# ", "\n", "\n\n", "    ", "\t", "<", ">", "<div>",
        "<!--", "-->", "<?", "<![CDATA[", "&#", "\\", "[^1]", "[^1]: ", ": ", "[[", "]]", "---\n", "+---+\n", "===\n", "[a]: b\n", "http://", "\0", "\r", "\uFEFF", "\v",
    ];
}
