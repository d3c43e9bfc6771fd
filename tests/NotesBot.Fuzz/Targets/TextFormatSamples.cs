namespace NotesBot.Fuzz.Targets;

/// <summary>What other programs for notes and papers write, in text: Org, reStructuredText, LaTeX, tables, canvases, programs.</summary>
internal static class TextFormatSamples
{
    internal static readonly string[] Org =
    [
        "#+TITLE: A\n#+FILETAGS: :a:b:\n* TODO [#A] One :x:y:\n:PROPERTIES:\n:ID: 1\n:END:\nSCHEDULED: <2024-01-01 Mon>\nText *bold* /it/ =code= ~v~ [[file:b.org][link]] [fn:1].\n"
        + "- a :: b\n- [X] c\n  1. d\n| a | b |\n|---+---|\n| 1 | 2 |\n#+BEGIN_SRC python :results output\nx = 1\n#+END_SRC\n: 1\n** COMMENT Two\n#+BEGIN_QUOTE\nq\n#+END_QUOTE\n\\begin{align}\na\n\\end{align}\n[fn:1] note\n",
    ];

    internal static readonly string[] OrgWords =
        ["* ", "\n** ", "#+BEGIN_SRC\n", "#+END_SRC\n", ":END:\n", ":A:\n", "| ", "|-\n", "[[", "]]", "][", "- ", "*", "#+TITLE:", "\\begin{", "\n\n", "\r\n", "# "];

    internal static readonly string[] Rst =
    [
        "=====\nTitle\n=====\n\n:author: A\n\nText *a* **b** ``c`` `link <http://a.b>`_ :ref:`x <y>` |s| [1]_ a_.\n\nOne\n---\n\n.. note:: Title\n   :class: x\n\n   Body\n\n"
        + ".. code-block:: python\n   :linenos:\n\n   x = 1\n\n::\n\n   literal\n\n- a\n\n  b\n#. c\n\n+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\n=== ===\na   b\n=== ===\n1   2\n=== ===\n\n"
        + ".. list-table::\n\n   * - a\n     - b\n   * - c\n     - d\n\n.. [1] note\n.. |s| replace:: t\n.. _a: http://a.b\n.. math::\n\n   x\n",
    ];

    internal static readonly string[] RstWords =
        ["::\n\n", ".. ", ".. note::\n", ".. list-table::\n\n   * - ", "+--+\n", "=== ===\n", "   ", "----\n", "====\n", "`", "``", "|", "`_", ":a:", "* - ", "\n\n", "\r\n", "\t"];

    internal static readonly string[] Latex =
    [
        "\\documentclass{article}\n\\newcommand{\\R}[2][x]{\\mathbb{R}^{#1}_{#2}}\n\\newtheorem{thm}{Theorem}[section]\n\\def\\a#1{b#1}\n\\title[s]{A \\textbf{b}}\n\\begin{document}\n\\maketitle\n"
        + "\\section*{One} \\label{sec:a} Text % remark\n \\R[1]{2} \\a3 \\ref{sec:a} \\cite[p.~1]{b} \\'e \\\"{o} ``q'' --- $x_1$ \\( y \\) \\[ z \\] $$w$$\n\\begin{itemize}\n\\item[a] b\n\\item c\n\\end{itemize}\n"
        + "\\begin{thm}[Name]\\label{t} x \\begin{align} a &= b \\\\ c \\end{align}\\end{thm}\n\\begin{tabular}{l|r}a & b \\\\ \\hline c & d\\end{tabular}\n\\begin{lstlisting}[language=C]\nint x;\n\\end{lstlisting}\n"
        + "\\input{b}\n\\begin{frame}{T}\\frametitle{F} x \\pause y\\end{frame}\n\\footnote{n}\\verb|a|\n\\end{document}\n",
    ];

    internal static readonly string[] LatexWords =
        ["\\", "{", "}", "[", "]", "$", "$$", "%", "&", "\\\\", "#1", "\\begin{", "\\end{", "\\def\\a{\\a}", "\\newcommand{\\b}{\\b\\b}", "\\item ", "\\section{", "\\verb|", "\\input{note}", "\n\n", "~", "^", "_"];

    internal static readonly string[] Csv = ["name,value,text\na,1,\"b \"\"c\"\", d\"\n\"x\ny\",2,\n", "a;b\n1;2,5\n", "a\tb\n1\t2\n"];

    internal static readonly string[] CsvWords = ["\"", "\"\"", ",", ";", "\t", "\n", "\r", "\"\n", ",,,,,,,,", "\uFEFF", "sep=;\n"];

    internal static readonly string[] Canvas =
    [
        """{"nodes":[{"id":"1","type":"text","text":"# A\n\nb","x":0,"y":0,"width":10,"height":10},{"id":"2","type":"group","label":"G","x":-5,"y":-5,"width":100,"height":100},{"id":"3","type":"file","file":"a.md","x":1,"y":2,"width":3,"height":4},{"id":"4","type":"link","url":"http://a.b","x":1e9,"y":0,"width":1,"height":1}],"edges":[{"id":"e","fromNode":"1","toNode":"3","label":"l"}]}""",
    ];

    internal static readonly string[] Programs =
    [
        "\"\"\"A module.\"\"\"\nimport os\n\n# What it does\n@decorator\ndef f(x, y=1):\n    \"\"\"Says so.\"\"\"\n    if x:\n        return y\n\nclass A(B):\n    def g(self):\n        pass\n",
    ];

    internal static readonly string[] ProgramWords = ["def a():\n", "class B:\n", "#", "\"\"\"", "    ", "\t", "\n\n", "(", "{", "/*", "a b c d e f(", "\r\n"];
}
