namespace NotesBot.Fuzz.Targets;

/// <summary>Notebooks of the formats 3 and 4.</summary>
internal static class NotebookSamples
{
    internal static readonly string[] Texts =
    [
        """{"nbformat":4,"metadata":{"language_info":{"name":"python"},"kernelspec":{"language":"python"}},"cells":[{"cell_type":"markdown","source":["# A\n","text"],"attachments":{"a.png":{"image/png":"x"}}},{"cell_type":"code","source":"print(1)","outputs":[{"output_type":"stream","text":["1\n"]},{"output_type":"execute_result","data":{"text/plain":"<Figure>","image/png":"x","text/html":"<b>"}},{"output_type":"error","ename":"E","evalue":"v","traceback":[]}]},{"cell_type":"raw","source":"x"}]}""",
        """{"nbformat":3,"worksheets":[{"cells":[{"cell_type":"heading","level":2,"source":"H"},{"cell_type":"code","input":["x = 1"],"language":"python","outputs":[{"output_type":"pyout","text":"\u001b[31m1","png":"x"}]}]}]}""",
    ];

    internal static readonly string[] Words =
        ["{", "}", "[", "]", "\"", ",", ":", "null", "1e99", "\\ud800", "\\u0000", "\"cells\":[", "\"source\":", "\"outputs\":[", "\"level\":-2147483648,", "\\n\\n# x\\n", "\uFEFF"];
}
