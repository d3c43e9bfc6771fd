namespace NotesBot.Fuzz.Targets;

/// <summary>HTML as pages are, and as they should not be.</summary>
internal static class HtmlSamples
{
    internal static readonly string[] Texts =
    [
        "<!doctype html><html><head><title>T</title><meta name=keywords content='a, b'></head><body><h1 id=x>A</h1><p>text <b>bold<i>both</b>i</i> <a href=b.html>l</a><br>x</p><ul><li>a<ul><li>b</ul><li>c</ul></body></html>",
        "<table><caption>c</caption><thead><tr><th>a<th>b</thead><tr><td>1<td>2<tr><td colspan=2>3</table><pre><code class='language-py'>x\n y</code></pre><dl><dt>t<dd>d</dl><img src=p.png alt=alt><math><annotation>x</annotation></math>",
        "<div><p><table><p>x</table><select><option>a</select><svg><title>t</title></svg><template><b>x</template><script>1</script><style>x</style><!-- c --><![CDATA[x]]>&amp;&#xD800;&#99999999;",
    ];

    internal static readonly string[] Words =
        ["<", ">", "</", "/>", "<p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "<ul><li>", "<h2>", "<svg>", "<math>", "<template>", "<select>", "<!--", "-->", "&#", "&", "\"", "='", "<a href=x>", "<frameset>", "<form>", "\0"];
}
