namespace NotesBot.Fuzz.Targets;

/// <summary>PDFs small enough to be written by hand; their tables of objects are left for the parser to mend.</summary>
internal static class PdfSamples
{
    private const string Font = "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n";

    internal static readonly string[] Texts =
    [
        Of("<< /Font << /F 3 0 R >> >>", "BT /F 24 Tf 72 700 Td (A heading) Tj /F 12 Tf 0 -40 Td (Words of a line) Tj 0 -14 Td [(an)-20(other) -300 (line)] TJ ET"),
        Of("<< /Font << /F 3 0 R >> /XObject << /X 6 0 R >> >>", "q 1 0 0 1 10 10 cm /X Do Q BT /F 12 Tf 1 0 0 1 72 600 Tm (Form) Tj T* (x) ' ET")
            + "6 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /Font << /F 3 0 R >> >> /Length 31 >>\nstream\nBT /F 12 Tf (inside) Tj ET     \nendstream\nendobj\n",
    ];

    internal static readonly string[] Words =
    [
        "<<", ">>", "[", "]", "(", ")", "/", "1 0 R", "6 0 R", "obj\n", "endobj\n", "stream\n", "endstream\n", "/Length 9", "/Kids [2 0 R]", "/Parent 2 0 R", "/Filter /FlateDecode", "/Filter [/ASCIIHexDecode /LZWDecode]",
        "/Prev 0", "/Count 999999999", "BT ", " Tf ", " Td ", " Tj ", "/X Do ", "-1", "1e99", "99999999999", "startxref\n0\n%%EOF", "trailer\n", "/W [1 9 1]", "/ObjStm", "/XRef", "ID ", "BI ",
    ];

    private static string Of(string resources, string content) =>
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n" + Font
        + $"4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {resources} /Contents 5 0 R >>\nendobj\n"
        + $"5 0 obj\n<< /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 7 >>\nstartxref\n0\n%%EOF\n";
}
